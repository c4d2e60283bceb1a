import Interphase

/// A 64-bit hash of bytes: finds damage and mixed-up files, not malice.
///
/// Eight bytes at a time through SplitMix64's scrambler: about 1 ns each.
public struct Checksum: Hashable, Sendable {
  private var state: UInt64 = 0
  private var length: UInt64 = 0

  /// Starts with nothing.
  public init() {}

  /// The hash of some bytes.
  public init(of bytes: [UInt8]) { add(bytes) }

  /// Takes more bytes; the cut between two calls counts.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  /// Takes more numbers.
  public mutating func add(_ values: [Float]) {
    values.map(\.bitPattern.littleEndian).withUnsafeBytes { add($0) }
  }

  /// Takes more numbers.
  public mutating func add(_ values: [Int64]) {
    values.map(\.littleEndian).withUnsafeBytes { add($0) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let words = bytes.count / 8
    for index in 0..<words {
      let word = bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
      state = SplitMix64.mix(state ^ UInt64(littleEndian: word)) &+ 0x9E37_79B9_7F4A_7C15
    }
    var rest: UInt64 = 0
    for byte in bytes[(8 * words)...] { rest = rest << 8 | UInt64(byte) }
    length &+= UInt64(bytes.count)
    state = SplitMix64.mix(state ^ rest) &+ length
  }

  /// Sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(SplitMix64.mix(state), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
