/// The checksum CRC-32C (Castagnoli; RFC 3720, appendix B.4), fed piece by piece.
///
/// Eight bytes a step through eight tables (Kounavis & Berry 2005): some 1.5 GB/s.
struct CRC32C: Sendable {
  private var state: UInt32 = ~0

  /// The checksum of all bytes fed so far; that of nothing is 0.
  var value: UInt32 { ~state }

  /// The checksum as TFRecord files store it, so that a checksum of checksums still detects.
  var masked: UInt32 { (value &>> 15 | value &<< 17) &+ 0xA282_EAD8 }

  /// Feeds bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var crc = state
    Self.tables.withUnsafeBufferPointer { table in
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        crc = Self.step(word ^ UInt64(crc), table)
        offset += 8
      }
      while offset < bytes.count {
        crc = table[Int((crc ^ UInt32(bytes[offset])) & 0xFF)] ^ crc &>> 8
        offset += 1
      }
    }
    state = crc
  }

  /// The checksum of an array.
  static func of(_ bytes: [UInt8]) -> CRC32C {
    var checksum = CRC32C()
    bytes.withUnsafeBytes { checksum.update($0) }
    return checksum
  }

  private static func step(_ word: UInt64, _ table: UnsafeBufferPointer<UInt32>) -> UInt32 {
    var result: UInt32 = 0
    for byte in 0..<8 {
      let entry = Int(word &>> UInt64(8 * byte) & 0xFF)
      result ^= table[(7 - byte) * 256 + entry]
    }
    return result
  }

  /// Table t, entry b: the checksum's change by byte b followed by t zero bytes.
  private static let tables: [UInt32] = {
    let reversedPolynomial: UInt32 = 0x82F6_3B78
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc &>> 1 ^ reversedPolynomial : crc &>> 1 }
      tables[byte] = crc
    }
    for index in 256..<(8 * 256) {
      let previous = tables[index - 256]
      tables[index] = tables[Int(previous & 0xFF)] ^ previous &>> 8
    }
    return tables
  }()
}
