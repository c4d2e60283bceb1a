import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension WholeFile {
  /// Gives a file a second name, or copies it where the file system cannot: whole or not at all.
  ///
  /// For files that are never changed in place. Memory: 1 MB.
  /// - Precondition: Nothing is at `path`, or it may be replaced.
  public static func linkOrCopy(_ source: String, to path: String) throws(FileError) {
    let temporary = "\(path).partial-\(getpid())"
    unlink(temporary)
    do {
      if link(source, temporary) != 0 { try copy(source, to: temporary) }
      guard rename(temporary, path) == 0 else { throw FileError.writing(path, code: errno) }
    } catch {
      unlink(temporary)
      throw error as? FileError ?? .writing(path, code: EIO)
    }
    Folder.flush(Folder.parent(of: path))
  }

  private static func copy(_ source: String, to path: String) throws(FileError) {
    let descriptor = open(source, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .reading(source, code: errno) }
    defer { close(descriptor) }
    let file = try OpenFile(path, emptying: true)
    var offset = 0
    while case let piece = try pieces(of: descriptor, path: source), !piece.isEmpty {
      try file.write(piece, at: offset)
      offset += piece.count
    }
    try file.flush()
    try file.finish()
  }

  private static func pieces(of descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let size = 1 << 20
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      repeat {
        let got = Glibc.read(descriptor, buffer.baseAddress, size)
        code = got < 0 ? errno : 0
        count = max(0, got)
      } while code == EINTR
    }
    guard code == 0 else { throw .reading(path, code: code) }
    return bytes
  }
}
