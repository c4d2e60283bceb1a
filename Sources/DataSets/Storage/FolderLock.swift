import Glibc

/// The right to write to a folder: one process at a time.
///
/// The lock is on the folder itself, so that no file stays behind, and ends with the process.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// - Throws: ``DataSetError/busy(path:)`` where another process holds it.
  init(_ folder: String) throws(DataSetError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: folder, reason: String(cString: strerror(errno)))
    }
    // Some network file systems know no such lock; there the person has to see to it.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw .busy(path: folder)
    }
  }

  /// Gives the right back; so does forgetting the value.
  consuming func release() {}

  deinit { close(descriptor) }
}
