import CZip

/// One array of an archive, read a row at a time: a row is all elements of one first index.
package final class ArrayReader {
  /// Kind and shape.
  package let header: ArrayHeader
  /// The array's name.
  package let name: String
  /// Rows read so far.
  package private(set) var rowsRead = 0
  private let file: OpaquePointer
  private let owner: ArchiveReader

  /// Longer rows than this are refused: memory is a few rows [bytes].
  static let greatestRow = 64 << 20

  init(
    _ file: OpaquePointer, size: UInt64, name: String, owner: ArchiveReader
  ) throws(NumpyError) {
    let found: (header: ArrayHeader, length: Int)
    do throws(HeaderFault) {
      found = try Self.readHeader(file)
      try Self.check(found.header, bytes: size, headerBytes: found.length)
    } catch {
      // Before anything is stored: the reader's end would close the file a second time.
      zip_fclose(file)
      throw .array(path: owner.path, name: name, reason: error.reason)
    }
    header = found.header
    self.file = file
    self.name = name
    self.owner = owner
  }

  deinit { zip_fclose(file) }

  /// Rows of the array.
  package var rows: Int { header.shape.first ?? 1 }

  /// Elements of a row.
  package var rowElements: Int { header.shape.dropFirst().reduce(1, *) }

  /// The next row as whole numbers; `nil` in place of one that is beyond Int.
  ///
  /// - Precondition: Rows are left, and the kind is one of whole numbers.
  /// - Throws: ``NumpyError`` where the archive is damaged.
  package func nextIntegers() throws(NumpyError) -> [Int?] {
    header.kind.integers(try nextRow())
  }

  /// The next row as numbers of any kind.
  ///
  /// - Precondition: Rows are left.
  /// - Throws: ``NumpyError`` where the archive is damaged.
  package func nextFloats() throws(NumpyError) -> [Double] { header.kind.floats(try nextRow()) }

  /// An error about this array.
  package func error(_ reason: String) -> NumpyError {
    .array(path: owner.path, name: name, reason: reason)
  }

  private func nextRow() throws(NumpyError) -> [UInt8] {
    precondition(rowsRead < rows, "row \(rowsRead) of \(rows)")
    let size = rowElements * header.kind.size
    guard let row = Self.read(file, size) else { throw damaged() }
    rowsRead += 1
    if rowsRead == rows { try checkEnd() }
    return row
  }

  /// Reads beyond the end, which is when the checksum is compared.
  private func checkEnd() throws(NumpyError) {
    var byte: UInt8 = 0
    guard zip_fread(file, &byte, 1) == 0 else { throw damaged() }
  }

  private func damaged() -> NumpyError {
    error(
      "row \(rowsRead): \(ArchiveReader.text(zip_file_strerror(file))): the file is damaged, copy "
        + "or write it again")
  }

  /// Exactly this many bytes, `nil` where there are fewer or they are damaged.
  private static func read(_ file: OpaquePointer, _ size: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = zip_fread(file, buffer.baseAddress! + count, zip_uint64_t(size - count))
        if got <= 0 { break }
        count += Int(got)
      }
    }
    return bytes.count == size ? bytes : nil
  }

  private static func readHeader(
    _ file: OpaquePointer
  ) throws(HeaderFault) -> (ArrayHeader, length: Int) {
    let damage = HeaderFault("is no NumPy array: write it with numpy.savez")
    guard let start = read(file, 8), Array(start.prefix(6)) == ArrayHeader.magic else {
      throw damage
    }
    guard (1...3).contains(start[6]) else {
      throw HeaderFault("has version \(start[6]) of the .npy format, expected 1 to 3")
    }
    let lengthBytes = start[6] == 1 ? 2 : 4
    guard let digits = read(file, lengthBytes) else { throw damage }
    let length = digits.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= ArrayHeader.greatestLength, let text = read(file, length) else {
      throw damage
    }
    return (
      try ArrayHeader(parsing: String(decoding: text, as: UTF8.self)), 8 + lengthBytes + length
    )
  }

  /// Holds the shape against the size that the archive states, before anything is allocated.
  private static func check(
    _ header: ArrayHeader, bytes: UInt64, headerBytes: Int
  ) throws(HeaderFault) {
    guard let expected = header.bytes, bytes == UInt64(expected) + UInt64(headerBytes) else {
      throw HeaderFault(
        "found \(bytes) bytes, expected those of its shape \(header.shape): write it again")
    }
    guard
      header.shape.isEmpty || header.shape[0] == 0
        || expected / header.shape[0] <= greatestRow
    else {
      throw HeaderFault("a row of shape \(header.shape) is larger than \(greatestRow >> 20) MB")
    }
  }
}
