/// xoshiro256++ (Blackman & Vigna 2019): the seeded generator that every random choice comes from.
///
/// 256 bits of state, period 2²⁵⁶ − 1, about 1 ns a draw.
@frozen
public struct RandomSource: RandomNumberGenerator, Hashable, Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Expands a seed by SplitMix64, as the authors of xoshiro advise.
  public init(seed: UInt64) {
    var expander = SplitMix64(seed: seed)
    s0 = expander.next()
    s1 = expander.next()
    s2 = expander.next()
    s3 = expander.next()
  }

  /// A generator as it was saved; `nil` where the words are those of none: not four, or all zero.
  public init?(state: [UInt64]) {
    guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
    s0 = state[0]
    s1 = state[1]
    s2 = state[2]
    s3 = state[3]
  }

  /// The generator's four words.
  public var state: [UInt64] { [s0, s1, s2, s3] }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum &<< 23 | sum &>> 41) &+ s0
    let shifted = s1 &<< 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 &<< 45 | s3 &>> 19
    return result
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): seeds generators and hashes keys.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed; equal seeds give equal sequences.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// Scrambles 64 bits into 64 bits, one to one.
  public static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ z &>> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z &>> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z &>> 31
  }
}

extension RandomNumberGenerator {
  /// A uniform number in [0, 1) of 53 random bits.
  @inlinable
  public mutating func unit() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// A standard normal number (Marsaglia's polar method).
  public mutating func normal() -> Double {
    while true {
      let u = 2 * unit() - 1
      let v = 2 * unit() - 1
      let square = u * u + v * v
      if square > 0, square < 1 { return u * (-2 * square.logarithm / square).squareRoot() }
    }
  }
}
