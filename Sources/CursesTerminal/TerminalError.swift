public import Interphase

/// Why the screen cannot be taken.
public enum TerminalError: UserError, Hashable {
  /// Standard input or standard output is a file or a pipe.
  case notATerminal(stream: String)
  /// TERM names a terminal that cannot place its cursor.
  case incapable(term: String)
  /// The system refused.
  case system(operation: String, code: Int32)

  /// 69: a service is missing, or 74 where the system refused.
  public var exitStatus: ExitStatus {
    if case .system = self { return .inputOutput }
    return .unavailable
  }

  /// One sentence: what, found, remedy.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream) is not a terminal: start the explorer in one (over SSH with ssh -t), or print "
        + "one frame with --print-frame"
    case .incapable(let term):
      "TERM=\(term): this terminal cannot place its cursor; set TERM=xterm-256color if it can, or "
        + "print one frame with --print-frame"
    case .system(let operation, let code):
      "the terminal: \(operation) failed: \(systemMessage(code))"
    }
  }
}
