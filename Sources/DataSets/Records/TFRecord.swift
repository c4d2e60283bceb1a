/// The framing of TFRecord files: for each record its length (8 bytes, little-endian), the length's
/// masked CRC-32C (4 bytes), the data, and the data's masked CRC-32C (4 bytes).
enum TFRecord {
  /// Bytes before the data.
  static let headerSize = 12
  /// Bytes behind the data.
  static let footerSize = 4

  /// A record with its frame.
  static func frame(_ data: [UInt8]) -> [UInt8] {
    let length = littleEndian(UInt64(data.count))
    var result: [UInt8] = []
    result.reserveCapacity(headerSize + data.count + footerSize)
    result += length
    result += littleEndian(CRC32C.of(length).masked)
    result += data
    result += littleEndian(CRC32C.of(data).masked)
    return result
  }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// What is wrong with one record of a shard.
public enum RecordFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file ends inside the record.
  case truncated
  /// The checksum of the length does not match: the frame itself is damaged.
  case lengthChecksum
  /// The checksum of the data does not match.
  case dataChecksum
  /// The data are whole but no sample.
  case content(String)

  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .truncated: "the file ends inside it"
    case .lengthChecksum: "the checksum of its length does not match"
    case .dataChecksum: "the checksum of its data does not match"
    case .content(let reason): reason
    }
  }
}
