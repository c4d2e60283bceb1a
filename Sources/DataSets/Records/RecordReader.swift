import Files
import Glibc
import Interphase

/// Reads the records of one TFRecord file, one at a time, each checked.
///
/// Memory: the file is buffered in small pieces, and one record is held at a time.
struct RecordReader: ~Copyable {
  /// The file.
  let path: String
  /// Records read so far.
  private(set) var count = 0
  /// Bytes and checksum of the whole records read so far.
  private(set) var whole = (bytes: 0, checksum: CRC32C())
  /// The checksum of all bytes read so far.
  private var checksum = CRC32C()
  private let file: UnsafeMutablePointer<FILE>
  private var remaining: Int

  /// Bytes of the whole file.
  let size: Int

  /// Opens a file, at the beginning or at a later record.
  ///
  /// - Parameters:
  ///   - offset: Where the first record to be read begins [bytes].
  ///   - number: Records before it.
  /// - Throws: ``DataSetError/file(_:)``.
  init(path: String, at offset: Int = 0, number: Int = 0) throws(DataSetError) {
    var status = stat()
    guard let file = fopen(path, "rbe") else { throw Self.unreadable(path, errno) }
    guard fstat(fileno(file), &status) == 0, fseek(file, offset, SEEK_SET) == 0 else {
      let code = errno
      fclose(file)
      throw Self.unreadable(path, code)
    }
    self.path = path
    self.file = file
    size = Int(status.st_size)
    remaining = max(0, size - offset)
    count = number
  }

  deinit { fclose(file) }

  /// The data of the next record, `nil` behind the last.
  ///
  /// - Throws: ``DataSetError/record(path:index:fault:)`` that names the record.
  mutating func next() throws(DataSetError) -> [UInt8]? {
    guard remaining > 0 else { return nil }
    let header = try read(TFRecord.headerSize)
    guard Self.checksum(at: 8, of: header) == CRC32C.of(Array(header.prefix(8))).masked else {
      throw fault(.lengthChecksum)
    }
    let length = header.withUnsafeBytes { UInt64(littleEndian: $0.load(as: UInt64.self)) }
    // A length with a good checksum beyond the file's end means a file that was cut.
    guard length <= UInt64(remaining) else { throw fault(.truncated) }
    var data = try read(Int(length) + TFRecord.footerSize)
    let stored = Self.checksum(at: Int(length), of: data)
    data.removeLast(TFRecord.footerSize)
    guard stored == CRC32C.of(data).masked else { throw fault(.dataChecksum) }
    count += 1
    whole = (size - remaining, checksum)
    return data
  }

  /// An error about the record being read.
  func fault(_ fault: RecordFault) -> DataSetError {
    .record(path: path, index: count, fault: fault)
  }

  private mutating func read(_ length: Int) throws(DataSetError) -> [UInt8] {
    guard length <= remaining else { throw fault(.truncated) }
    let file = file
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, length, file)
    }
    guard bytes.count == length else {
      throw ferror(file) == 0 ? fault(.truncated) : Self.unreadable(path, errno)
    }
    bytes.withUnsafeBytes { checksum.update($0) }
    remaining -= length
    return bytes
  }

  private static func unreadable(_ path: String, _ code: Int32) -> DataSetError {
    let reason = String(cString: strerror(code))
    return .file(FileError("\(path): cannot be read: \(reason)", status: .noInput))
  }

  private static func checksum(at offset: Int, of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }
}
