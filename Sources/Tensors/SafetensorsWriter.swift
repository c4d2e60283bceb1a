#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Gathers tensors and lays them out as the bytes of a safetensors file.
///
/// Equal content gives equal bytes: tensors keep the order in which they were added, and the header
/// is written in that order, padded with blanks to a multiple of eight bytes.
public struct SafetensorsWriter {
  private var header: [String] = []
  private var data: [UInt8] = []
  private var names: Set<String> = []

  /// Starts a file.
  ///
  /// - Parameter metadata: Free text by key.
  public init(metadata: [String: String] = [:]) {
    guard !metadata.isEmpty else { return }
    let pairs = metadata.sorted { $0.key < $1.key }
      .map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
    header.append("\(Self.quoted(SafetensorsHeader.metadataKey)):{\(pairs.joined(separator: ","))}")
  }

  /// Adds a tensor as F32, or rounded to F16 (ties to even).
  ///
  /// - Precondition: The name is new.
  public mutating func add(_ tensor: Tensor, named name: String, half: Bool = false) {
    if half {
      let bits = tensor.values.map { HalfPrecision.half(from: $0).littleEndian }
      bits.withUnsafeBytes { append($0, named: name, .float16, tensor.shape) }
    } else {
      let bits = tensor.values.map { $0.bitPattern.littleEndian }
      bits.withUnsafeBytes { append($0, named: name, .float32, tensor.shape) }
    }
  }

  /// Adds bytes.
  ///
  /// - Precondition: The name is new and `values` fill `shape`.
  public mutating func add(bytes values: [UInt8], shape: [Int], named name: String) {
    values.withUnsafeBytes { append($0, named: name, .byte, shape) }
  }

  /// Adds 64-bit integers.
  ///
  /// - Precondition: The name is new and `values` fill `shape`.
  public mutating func add(integers values: [Int64], shape: [Int], named name: String) {
    values.map(\.littleEndian).withUnsafeBytes { append($0, named: name, .integer, shape) }
  }

  /// The whole file.
  public var bytes: [UInt8] {
    var text = Array("{\(header.joined(separator: ","))}".utf8)
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    let length = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) }
    return length + text + data
  }

  private mutating func append(
    _ bytes: UnsafeRawBufferPointer, named name: String, _ type: ElementType, _ shape: [Int]
  ) {
    precondition(
      bytes.count == shape.reduce(type.size, *), "\(name): \(bytes.count) bytes for \(shape)")
    precondition(names.insert(name).inserted, "\(name) is already in the file")
    let start = data.count
    data.append(contentsOf: bytes)
    let sizes = shape.map(String.init).joined(separator: ",")
    header.append(
      "\(Self.quoted(name)):{\"dtype\":\"\(type.rawValue)\",\"shape\":[\(sizes)],"
        + "\"data_offsets\":[\(start),\(data.count)]}")
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A string always encodes: JSON has an escape for everything that a String can hold.
    return String(decoding: try! encoder.encode(text), as: UTF8.self)
  }
}
