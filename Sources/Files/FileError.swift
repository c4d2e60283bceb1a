public import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file or folder could not be read or written.
public struct FileError: UserError, Equatable {
  /// One sentence for the reader.
  public let description: String
  /// What the process ends with.
  public let exitStatus: ExitStatus

  /// An error with its own sentence.
  public init(_ description: String, status: ExitStatus) {
    self.description = description
    exitStatus = status
  }

  static func reading(_ path: String, code: Int32) -> FileError {
    FileError("\(path): cannot be read: \(reason(code))", status: .noInput)
  }

  static func writing(_ path: String, code: Int32) -> FileError {
    let full = [ENOSPC, EIO, EDQUOT, EFBIG].contains(code)
    return FileError(
      "\(path): cannot be written: \(reason(code))"
        + (full ? ": free space, or give another place, and try again" : ""),
      status: full ? .inputOutput : .cannotCreate)
  }

  private static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
