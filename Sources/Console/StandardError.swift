import Glibc

/// Messages for the person at the terminal; standard output is for results alone.
package enum StandardError {
  /// Writes text as it is; what cannot be written is lost.
  package static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Whether a person reads standard error: progress lines are only for terminals.
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
