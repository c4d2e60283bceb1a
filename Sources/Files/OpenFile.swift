#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file open for writing at any place: the ground of files that grow piece by piece.
///
/// It keeps whatever name it has: who opens it decides whether that name is a temporary one. What
/// is written survives a kill of the process at once, and a loss of power after ``flush()``.
public struct OpenFile: ~Copyable {
  /// The path that it was opened under.
  public let path: String
  private var descriptor: Int32

  /// Opens a file, made if missing.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - emptying: Whether what it holds is dropped.
  /// - Throws: ``FileError``.
  public init(_ path: String, emptying: Bool) throws(FileError) {
    self.path = path
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (emptying ? O_TRUNC : 0)
    descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw .writing(path, code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Keeps other processes from locking the file, until this one closes it or ends.
  ///
  /// - Returns: `false` where another process holds the lock; `true`, without a lock, on file
  ///   systems that know none.
  public func lock() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Whether the path still leads to this file: another process may have renamed it meanwhile.
  public var isAtItsPath: Bool {
    var (mine, found) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && stat(path, &found) == 0
      && mine.st_ino == found.st_ino && mine.st_dev == found.st_dev
  }

  /// Writes bytes at a place, all of them.
  ///
  /// - Throws: ``FileError``, with the status 74 where the disk is full.
  public func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, code == 0 {
        let wrote = pwrite(
          descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
        if wrote < 0 && errno != EINTR { code = errno }
        done += max(0, wrote)
      }
    }
    guard code == 0 else { throw .writing(path, code: code) }
  }

  /// Cuts or extends the file [bytes].
  public func setSize(_ size: Int) throws(FileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .writing(path, code: errno) }
  }

  /// Flushes the file to the disk.
  public func flush() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .writing(path, code: errno) }
  }

  /// Flushes the file, and gives it a name that another file may have had.
  ///
  /// The lock, if there is one, is held until the new name is there.
  public consuming func finish(as name: String) throws(FileError) {
    try flush()
    guard rename(path, name) == 0 else { throw .writing(name, code: errno) }
    Folder.flush(Folder.parent(of: name))
    try finish()
  }

  /// Closes the file, and tells where that fails: network file systems write late.
  public consuming func finish() throws(FileError) {
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else { throw .writing(path, code: errno) }
  }
}
