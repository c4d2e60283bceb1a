import Files
import Interphase

/// The tensors of a safetensors file, read into memory and checked.
///
/// Everything that the header says is checked on opening: names, types, shapes, and that each byte
/// belongs to exactly one tensor. What a caller asks for is checked again, by name, type and shape.
public struct SafetensorsReader: Sendable {
  private let file: String
  private let bytes: [UInt8]
  private let header: SafetensorsHeader

  /// Opens a file.
  ///
  /// - Throws: A ``UserError``: the file cannot be read, or ``SafetensorsError``.
  public init(opening path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try self.init(bytes: try WholeFile.read(path), name: name)
  }

  /// Takes the bytes of a file that errors call `name`.
  public init(bytes: [UInt8], name: String) throws(SafetensorsError) {
    do {
      header = try SafetensorsHeader(of: bytes)
    } catch {
      throw SafetensorsError(file: name, problem: error)
    }
    self.bytes = bytes
    file = name
  }

  /// The names of all tensors, sorted.
  public var names: [String] { header.entries.keys.sorted() }

  /// The file's free text by key.
  public var metadata: [String: String] { header.metadata }

  /// The element type of a tensor, `nil` where there is none of that name.
  public func type(of name: String) -> ElementType? { header.entries[name]?.type }

  /// The shape of a tensor, `nil` where there is none of that name.
  public func shape(of name: String) -> [Int]? { header.entries[name]?.shape }

  /// A tensor of F32 or F16, all its numbers finite.
  ///
  /// Where `shape` is given it must be the tensor's; −1 in it stands for any size.
  public func floats(_ name: String, shape: [Int]? = nil) throws(SafetensorsError) -> Tensor {
    let entry = try entry(name, [.float32, .float16], shape)
    let values = entry.type == .float32 ? float32(entry.range) : float16(entry.range)
    if let index = Self.firstNotFinite(values) {
      throw error(.notFinite(tensor: name, index: index))
    }
    return Tensor(shape: entry.shape, values: values)
  }

  /// The elements of a U8 tensor, and its shape.
  public func bytes(
    _ name: String, shape: [Int]? = nil
  ) throws(SafetensorsError) -> (values: [UInt8], shape: [Int]) {
    let entry = try entry(name, [.byte], shape)
    return (Array(bytes[entry.range]), entry.shape)
  }

  /// The elements of an I64 tensor, and its shape.
  public func integers(
    _ name: String, shape: [Int]? = nil
  ) throws(SafetensorsError) -> (values: [Int64], shape: [Int]) {
    let entry = try entry(name, [.integer], shape)
    let values = bytes.withUnsafeBytes { buffer in
      stride(from: entry.range.lowerBound, to: entry.range.upperBound, by: 8).map {
        Int64(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: Int64.self))
      }
    }
    return (values, entry.shape)
  }

  /// Refuses tensors of other names than these.
  public func expectOnly(_ names: some Collection<String>) throws(SafetensorsError) {
    let allowed = Set(names)
    if let name = self.names.first(where: { !allowed.contains($0) }) {
      throw error(.unexpected(name))
    }
  }

  private func entry(
    _ name: String, _ types: [ElementType], _ shape: [Int]?
  ) throws(SafetensorsError) -> SafetensorsHeader.Entry {
    guard let entry = header.entries[name] else { throw error(.missing(name)) }
    guard types.contains(entry.type) else {
      let expected = types.map(\.rawValue).joined(separator: " or ")
      throw error(.unexpectedType(tensor: name, found: entry.type, expected: expected))
    }
    if let shape {
      let fits = zip(shape, entry.shape).allSatisfy { $0 == -1 || $0 == $1 }
      guard fits, shape.count == entry.shape.count else {
        throw error(.shape(tensor: name, found: entry.shape, expected: shape))
      }
    }
    return entry
  }

  private func error(_ problem: SafetensorsError.Problem) -> SafetensorsError {
    SafetensorsError(file: file, problem: problem)
  }

  private func float32(_ range: Range<Int>) -> [Float] {
    bytes.withUnsafeBytes { buffer in
      [Float](unsafeUninitializedCapacity: range.count / 4) { values, count in
        for index in 0..<(range.count / 4) {
          let bits = buffer.loadUnaligned(
            fromByteOffset: range.lowerBound + 4 * index, as: UInt32.self)
          values[index] = Float(bitPattern: UInt32(littleEndian: bits))
        }
        count = range.count / 4
      }
    }
  }

  private func float16(_ range: Range<Int>) -> [Float] {
    bytes.withUnsafeBytes { buffer in
      [Float](unsafeUninitializedCapacity: range.count / 2) { values, count in
        for index in 0..<(range.count / 2) {
          let bits = buffer.loadUnaligned(
            fromByteOffset: range.lowerBound + 2 * index, as: UInt16.self)
          values[index] = HalfPrecision.float(from: UInt16(littleEndian: bits))
        }
        count = range.count / 2
      }
    }
  }

  /// The first NaN or infinity; the common case, none, is one pass that vectorises.
  private static func firstNotFinite(_ values: [Float]) -> Int? {
    var worst: UInt32 = 0
    for value in values { worst = max(worst, value.bitPattern & 0x7F80_0000) }
    return worst < 0x7F80_0000 ? nil : values.firstIndex { !$0.isFinite }
  }
}
