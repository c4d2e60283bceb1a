import Files
import Interphase
import Testing

@testable import DataSets

struct TFRecordTests {
  /// Made with Python's `crc32c` package from TensorFlow's description of the format.
  private static let known: [UInt8] = [
    0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0x86, 0x24, 0x0F, 0x73, 0x65, 0x69, 0x73,
    0x63, 0x6F, 0x70, 0x65, 0xC0, 0x67, 0x25, 0xA1,
  ]

  @Test func `a record has the known bytes`() {
    #expect(TFRecord.frame(Array("seiscope".utf8)) == Self.known)
  }

  @Test func `records are read back in order`() throws {
    let folder = try TemporaryFolder()
    let data = [Array("one".utf8), [], [UInt8](repeating: 7, count: 100_000)]
    try WholeFile.write(data.flatMap(TFRecord.frame), to: folder.file("records"))
    var reader = try RecordReader(path: folder.file("records"))
    for expected in data { #expect(try reader.next() == expected) }
    #expect(try reader.next() == nil)
    let size = reader.size
    #expect(size == Folder.fileSize(folder.file("records")))
  }

  @Test(arguments: [1, 11, 12, 20, 23])
  func `a file cut inside its second record names it`(_ kept: Int) throws {
    let fault = try Self.fault(in: Self.known + Self.known.prefix(kept))
    #expect(fault?.index == 1)
    #expect(fault?.fault == .truncated)
  }

  @Test(arguments: zip([0, 7, 8, 12, 20, 23], [0, 0, 0, 1, 1, 1]))
  func `a flipped bit is found`(_ place: Int, _ part: Int) throws {
    var bytes = Self.known + Self.known
    bytes[Self.known.count + place] ^= 0x10
    let fault = try Self.fault(in: bytes)
    #expect(fault?.index == 1)
    #expect(fault?.fault == (part == 0 ? .lengthChecksum : .dataChecksum))
  }

  @Test func `a length beyond the file with a good checksum is a cut file`() throws {
    let length = [UInt8](repeating: 0xFF, count: 8)
    let checksum = withUnsafeBytes(of: CRC32C.of(length).masked.littleEndian) { Array($0) }
    #expect(try Self.fault(in: length + checksum)?.fault == .truncated)
  }

  private static func fault(in bytes: [UInt8]) throws -> (index: Int, fault: RecordFault)? {
    let folder = try TemporaryFolder()
    try WholeFile.write(bytes, to: folder.file("records"))
    var reader = try RecordReader(path: folder.file("records"))
    do {
      while try reader.next() != nil {}
    } catch .record(_, let index, let fault) {
      return (index, fault)
    }
    return nil
  }
}
