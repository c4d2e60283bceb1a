public import Interphase

/// Why something cannot be exported.
public enum ExportError: UserError, Equatable {
  /// Neither film is there yet.
  case nothingYet

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .nothingYet: "there is no film to export yet: wait until one has grown"
    }
  }
}
