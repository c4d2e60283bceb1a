import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension WholeFile {
  /// Makes sure that ``write(_:to:)`` can begin, before the work whose result it will write.
  ///
  /// Makes the temporary file and removes it: what permissions, mounts and names allow is seen only
  /// so. A disk that fills up later is not foreseen.
  /// - Throws: ``FileError`` where the folder is missing or closed, or `path` is no regular file.
  public static func checkWritable(_ path: String) throws(FileError) {
    var status = stat()
    // Standard output may be a regular file, but its name in /dev is not one to be replaced.
    let isDevice = ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
    if isDevice || stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG {
      throw FileError(
        "\(path): is no regular file: give another name for the output", status: .cannotCreate)
    }
    guard !path.isEmpty, path.last != "/" else {
      throw FileError(
        "'\(path)' names no file: give a name for the output", status: .cannotCreate)
    }
    let temporary = temporaryName(for: identity(of: path))
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(path, code: errno) }
    close(descriptor)
    unlink(temporary)
  }

  /// A text that is the same for two paths to one file, whether it is there or not yet: links and
  /// dots resolved.
  public static func identity(of path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard let real = realpath(Folder.parent(of: path), nil) else { return path }
    defer { free(real) }
    return "\(String(cString: real))/\(path.split(separator: "/").last ?? "")"
  }

  /// Where a file is written before it gets its name.
  static func temporaryName(for path: String) -> String { "\(path).partial-\(getpid())" }
}
