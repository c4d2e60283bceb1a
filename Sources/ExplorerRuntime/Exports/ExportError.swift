public import Explorer
public import Interphase

/// Why something cannot be exported.
public enum ExportError: UserError, Equatable {
  /// Neither film is there yet.
  case nothingYet
  /// This program does not write the format.
  case unsupported(ExportOrder.Format)

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .nothingYet: "there is no film to export yet: wait until one has grown"
    case .unsupported(let format):
      "\(format.rawValue) files cannot be written by this program: choose another format"
    }
  }
}
