import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that appear whole or not at all.
public enum WholeFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``FileError`` where it is missing, a folder, or cannot be read.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .reading(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .reading(path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError("\(path): is no regular file: give the path of a file", status: .noInput)
    }
    return try contents(of: descriptor, path: path, size: Int(status.st_size))
  }

  private static func contents(
    of descriptor: Int32, path: String, size: Int
  ) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard code == 0 else { throw .reading(path, code: code) }
    return bytes
  }

  /// Writes a file under a temporary name beside `path`, flushes it to the disk and renames it.
  ///
  /// Whatever happens, `path` holds either what it held before or all of `bytes`. A symbolic link stays
  /// one, and who may read a file that is replaced stays as it was.
  /// - Throws: ``FileError``; the temporary file is removed.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write([(path, bytes)])
  }

  /// Writes several files that belong together: each under a temporary name, flushed to the disk,
  /// and only when all are whole renamed.
  ///
  /// - Throws: ``FileError``; the temporary files are removed. Where a rename fails, which takes more
  ///   than a full disk, files renamed before it stay.
  public static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    let files = files.map { (path: identity(of: $0.path), bytes: $0.bytes) }
    do throws(FileError) {
      for file in files { try writeBeside(file.path, file.bytes) }
      for file in files {
        guard rename(temporaryName(for: file.path), file.path) == 0 else {
          throw FileError.writing(file.path, code: errno)
        }
      }
    } catch {
      for file in files { unlink(temporaryName(for: file.path)) }
      throw error
    }
    for folder in Set(files.map { Folder.parent(of: $0.path) }) { Folder.flush(folder) }
  }

  /// Writes the temporary file of a path; errors name the path.
  private static func writeBeside(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let temporary = temporaryName(for: path)
    do throws(FileError) {
      try writeInPlace(bytes, to: temporary)
    } catch {
      throw FileError(
        error.description.replacing(temporary, with: path), status: error.exitStatus)
    }
    var status = stat()
    if stat(path, &status) == 0 { chmod(temporary, status.st_mode & 0o7777) }
  }

  /// Writes a file unless there is one, whole, even where several processes on several machines try.
  ///
  /// - Returns: `false` where there is one already; it is left alone.
  /// - Throws: ``FileError``; the temporary file is removed.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    let temporary = "\(path).partial-\(hostName)-\(getpid())"
    defer { unlink(temporary) }
    try writeInPlace(bytes, to: temporary)
    guard link(temporary, path) != 0 else {
      Folder.flush(Folder.parent(of: path))
      return true
    }
    let code = errno
    if code == EEXIST {
      // A network file system may repeat a request that had succeeded.
      var status = stat()
      return stat(temporary, &status) == 0 && status.st_nlink == 2
    }
    // Some file systems have no hard links.
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(code), Folder.kind(of: path) == .missing,
      rename(temporary, path) == 0
    else { throw .writing(path, code: code) }
    return true
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unnamed" }
    return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  /// Writes and flushes a file that nobody looks at yet, such as one in a temporary folder.
  static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try OpenFile(path, emptying: true)
    try file.write(bytes, at: 0)
    try file.flush()
    try file.finish()
  }
}
