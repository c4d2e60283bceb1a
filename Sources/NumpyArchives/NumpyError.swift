package import Files
package import Interphase

/// Why an archive of arrays cannot be read or written.
package enum NumpyError: UserError, Equatable {
  /// A file that is no zip archive, or a damaged one.
  case archive(path: String, reason: String)
  /// An array that is missing, damaged or of a kind that is not read.
  case array(path: String, name: String, reason: String)
  /// A file that cannot be read or written.
  case file(FileError)

  /// The status that the process ends with.
  package var exitStatus: ExitStatus {
    switch self {
    case .archive, .array: .data
    case .file(let error): error.exitStatus
    }
  }

  /// One sentence for the reader.
  package var description: String {
    switch self {
    case .archive(let path, let reason):
      "\(path): \(reason): give a file that numpy.savez or savez_compressed wrote"
    case .array(let path, let name, let reason): "\(path): array '\(name)': \(reason)"
    case .file(let error): error.description
    }
  }
}
