public import Interphase

/// Why a session cannot be read or written.
public struct SessionError: UserError, Equatable {
  /// One sentence: file, key, what was found, what was expected.
  public let description: String
  /// 65 for a file's contents, else what ``Files/FileError`` says.
  public let exitStatus: ExitStatus

  init(_ description: String, status: ExitStatus = .data) {
    self.description = description
    exitStatus = status
  }

  init(_ error: any UserError) {
    self.init(error.description, status: error.exitStatus)
  }
}
