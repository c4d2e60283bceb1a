#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// The size of a regular file [bytes], `nil` where there is none.
  public static func fileSize(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
