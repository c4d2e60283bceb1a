import Glibc

/// The right to write to a folder: one process for the whole of it, or several, each for a shard of
/// its own.
///
/// The lock is on the folder itself, so that no file stays behind, and ends with the process.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// - Parameters:
  ///   - folder: The folder.
  ///   - shared: Whether others may hold it, too, that say so as well.
  /// - Throws: ``DataSetError/busy(path:)`` where another process holds it.
  init(_ folder: String, shared: Bool = false) throws(DataSetError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: folder, reason: String(cString: strerror(errno)))
    }
    // Network file systems know no such lock of a folder; there the lock of each shard's file keeps
    // two writers apart.
    if flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw .busy(path: folder)
    }
  }

  /// Gives the right back; so does forgetting the value.
  consuming func release() {}

  deinit { close(descriptor) }
}
