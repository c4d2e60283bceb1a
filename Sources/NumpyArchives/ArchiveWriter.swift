import CZlib
import Files
import Glibc

/// A `.npz` file that is written a few rows of each array at a time.
///
/// All sizes are known beforehand, so that every array has its place in the file from the start and
/// all can be written beside each other in one pass over the data. Entries are stored, and always
/// with the 64-bit fields of zip64, as `numpy.savez` does: there is no limit of 4 GB. Equal content
/// gives equal bytes: the time of every entry is 1 January 1980.
package struct ArchiveWriter: ~Copyable {
  private let path: String
  private let temporary: String
  private var file: OpenFile?
  private var entries: [Entry]

  private struct Entry {
    let name: [UInt8]
    let header: [UInt8]
    let start: Int
    let size: Int
    var pending: [UInt8] = []
    var written = 0
    var checksum: UInt = 0

    var dataStart: Int { start + ZipRecord.localLength(name) }
    var end: Int { dataStart + size }
  }

  /// Bytes of an array that are gathered before they are written.
  private static let pieceSize = 1 << 18

  /// Opens the file under a temporary name beside `path`.
  ///
  /// - Parameter arrays: Name without `.npy`, kind and shape of each.
  /// - Throws: ``NumpyError/file(_:)``.
  /// - Precondition: The arrays' sizes fit Int.
  package init(
    _ path: String, arrays: [(name: String, header: ArrayHeader)]
  ) throws(NumpyError) {
    var (entries, start) = ([Entry](), 0)
    for array in arrays {
      let header = array.header.serialised
      let entry = Entry(
        name: Array((array.name + ".npy").utf8), header: header, start: start,
        size: header.count + array.header.bytes!, pending: header)
      entries.append(entry)
      start = entry.end
    }
    let temporary = "\(path).partial-\(getpid())"
    let file: OpenFile
    do {
      file = try OpenFile(temporary, emptying: true)
    } catch {
      throw .file(error)
    }
    self.path = path
    self.entries = entries
    self.temporary = temporary
    self.file = consume file
  }

  deinit { unlink(temporary) }

  /// Adds elements to an array, little-endian, in order.
  package mutating func append(_ bytes: [UInt8], to array: Int) throws(NumpyError) {
    entries[array].pending += bytes
    if entries[array].pending.count >= Self.pieceSize { try flush(array) }
  }

  /// Writes what is left, the checksums and the directory, and gives the file its name.
  ///
  /// - Precondition: Every array is complete.
  package consuming func finish() throws(NumpyError) {
    for array in entries.indices {
      try flush(array)
      let entry = entries[array]
      precondition(entry.written == entry.size, "array \(array): \(entry.written) bytes")
      try write(
        ZipRecord.local(name: entry.name, size: entry.size, checksum: entry.checksum),
        at: entry.start)
    }
    try write(directory(), at: entries.last?.end ?? 0)
    do throws(FileError) {
      try file.take()?.finish(as: path)
    } catch {
      throw .file(error)
    }
  }

  private mutating func flush(_ array: Int) throws(NumpyError) {
    let bytes = entries[array].pending
    guard !bytes.isEmpty else { return }
    entries[array].pending.removeAll(keepingCapacity: true)
    try write(bytes, at: entries[array].dataStart + entries[array].written)
    entries[array].written += bytes.count
    entries[array].checksum = bytes.withUnsafeBufferPointer {
      crc32_z(entries[array].checksum, $0.baseAddress, $0.count)
    }
  }

  private func directory() -> [UInt8] {
    let central = entries.flatMap {
      ZipRecord.central(name: $0.name, size: $0.size, checksum: $0.checksum, start: $0.start)
    }
    return central
      + ZipRecord.end(entries: entries.count, size: central.count, start: entries.last?.end ?? 0)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(NumpyError) {
    do {
      try file?.write(bytes, at: offset)
    } catch {
      throw .file(error)
    }
  }
}
