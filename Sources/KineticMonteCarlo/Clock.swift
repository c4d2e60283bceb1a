import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sums of waiting times, drawn when they are asked for.
///
/// The sum of n exponential waits is −ln of the product of n uniform numbers, so that a wait costs
/// about a nanosecond and a sum one logarithm. The numbers come from four xoshiro256++ generators
/// side by side in vectors, thirty-two at a time. A longer sum from the same state continues a shorter
/// one: what is read early never exceeds what is read later.
struct Clock: Sendable {
  private var s0: SIMD4<UInt64>
  private var s1: SIMD4<UInt64>
  private var s2: SIMD4<UInt64>
  private var s3: SIMD4<UInt64>
  private var ready = InlineArray<8, SIMD4<Double>>(repeating: .zero)
  private var used = 32

  init(seed: UInt64) {
    var expander = SplitMix64(seed: seed)
    func four() -> SIMD4<UInt64> {
      SIMD4(expander.next(), expander.next(), expander.next(), expander.next())
    }
    s0 = four()
    s1 = four()
    s2 = four()
    s3 = four()
  }

  /// The sum of `count` exponential waits of mean 1.
  mutating func waits(_ count: Int) -> Double {
    var sum = 0.0
    var product = 1.0
    for _ in 0..<count {
      product *= uniform()
      // A factor is 2⁻⁵³ at least: the next one leaves the product inside a Double's range.
      if product < 0x1p-900 {
        sum -= log(product)
        product = 1
      }
    }
    return product < 1 ? sum - log(product) : sum
  }

  /// A uniform number in (0, 1).
  private mutating func uniform() -> Double {
    if used == 32 {
      for row in ready.indices { ready[row] = uniforms() }
      used = 0
    }
    used += 1
    return ready[(used - 1) >> 2][(used - 1) & 3]
  }

  /// Four uniform numbers in (0, 1), of 52 bits, by way of [1, 2).
  private mutating func uniforms() -> SIMD4<Double> {
    let bits = next() &>> 12 | SIMD4(repeating: 0x3ff0_0000_0000_0000)
    return unsafeBitCast(bits, to: SIMD4<Double>.self) - SIMD4(repeating: 1 - 0x1p-53)
  }

  private mutating func next() -> SIMD4<UInt64> {
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
