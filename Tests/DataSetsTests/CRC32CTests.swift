import Testing

@testable import DataSets

/// Test vectors of RFC 3720, appendix B.4, and of the catalogue of CRC algorithms.
struct CRC32CTests {
  private static let published: [(bytes: [UInt8], checksum: UInt32)] = [
    ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
    ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
    ([UInt8](0..<32), 0x46DD_794E),
    ([UInt8]((0..<32).reversed()), 0x113F_DB5C),
    (Array("123456789".utf8), 0xE306_9283),
    ([], 0),
  ]

  @Test func `published vectors are met`() {
    for (bytes, checksum) in Self.published {
      #expect(CRC32C.of(bytes).value == checksum, "\(bytes)")
    }
  }

  @Test func `pieces give the checksum of the whole`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 7) }
    for cut in [1, 7, 8, 9, 500, 999] {
      var checksum = CRC32C()
      for piece in [bytes[..<cut], bytes[cut...]] { piece.withUnsafeBytes { checksum.update($0) } }
      #expect(checksum.value == CRC32C.of(bytes).value)
    }
  }
}
