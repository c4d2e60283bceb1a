#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The header of a safetensors file: a JSON object from names to type, shape and byte range.
struct SafetensorsHeader {
  /// Where and what a tensor is.
  struct Entry {
    let type: ElementType
    let shape: [Int]
    /// Bytes from the file's start.
    let range: Range<Int>
  }

  static let metadataKey = "__metadata__"
  /// The limit of the format's reference reader.
  private static let longest = 100_000_000

  private(set) var entries: [String: Entry] = [:]
  private(set) var metadata: [String: String] = [:]

  /// Reads and checks a header: every byte of the file belongs to exactly one tensor.
  init(of bytes: [UInt8]) throws(SafetensorsError.Problem) {
    guard bytes.count >= 8 else { throw .tooShort(bytes.count) }
    let length = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(min(bytes.count - 8, Self.longest)) else {
      throw .headerLength(length, fileSize: bytes.count)
    }
    let data = 8 + Int(length)
    var declared: [String: Declared] = [:]
    do {
      declared = try JSONDecoder().decode(
        [String: Declared].self, from: Data(bytes[8..<data]))
    } catch {
      throw .header
    }
    for (name, value) in declared {
      switch value {
      case .metadata(let map) where name == Self.metadataKey: metadata = map
      case .tensor(let tensor) where name != Self.metadataKey:
        entries[name] = try tensor.checked(name: name, dataStart: data)
      default: throw .header
      }
    }
    try checkLayout(dataStart: data, end: bytes.count)
  }

  private func checkLayout(dataStart: Int, end: Int) throws(SafetensorsError.Problem) {
    var position = dataStart
    let ordered = entries.sorted {
      ($0.value.range.lowerBound, $0.value.range.upperBound, $0.key)
        < ($1.value.range.lowerBound, $1.value.range.upperBound, $1.key)
    }
    for (name, entry) in ordered {
      guard entry.range.lowerBound == position else { throw .layout(tensor: name) }
      guard entry.range.upperBound <= end else {
        throw .truncated(
          tensor: name, found: end - dataStart, expected: entry.range.upperBound - dataStart)
      }
      position = entry.range.upperBound
    }
    guard position == end else { throw .trailing(end - position) }
  }
}

extension SafetensorsError.Problem: Error {}

/// A value of the header, before it is checked.
private enum Declared: Decodable {
  case metadata([String: String])
  case tensor(DeclaredTensor)

  init(from decoder: any Decoder) throws {
    if let tensor = try? DeclaredTensor(from: decoder) {
      self = .tensor(tensor)
    } else {
      self = .metadata(try [String: String](from: decoder))
    }
  }
}

private struct DeclaredTensor: Decodable {
  let type: String
  let shape: [Int]
  let offsets: [Int]

  enum CodingKeys: String, CodingKey {
    case type = "dtype"
    case shape
    case offsets = "data_offsets"
  }

  func checked(
    name: String, dataStart: Int
  ) throws(SafetensorsError.Problem) -> SafetensorsHeader.Entry {
    guard let type = ElementType(rawValue: type) else {
      throw .elementType(tensor: name, found: type)
    }
    var size = type.size
    for dimension in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      guard dimension >= 0, !overflow else { throw .badShape(tensor: name, shape) }
      size = product
    }
    guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0],
      offsets[1] <= Int.max - dataStart
    else { throw .layout(tensor: name) }
    guard offsets[1] - offsets[0] == size else {
      throw .size(tensor: name, bytes: offsets[1] - offsets[0], expected: size)
    }
    return .init(
      type: type, shape: shape, range: (dataStart + offsets[0])..<(dataStart + offsets[1]))
  }
}
