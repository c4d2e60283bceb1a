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

  /// A clock as it was saved.
  ///
  /// - Returns: `nil` where the numbers are those of no clock.
  init?(state: [UInt64], ready: [Double], used: Int) {
    guard state.count == 16, ready.count == 32, (0...32).contains(used),
      ready.dropFirst(used).allSatisfy({ $0 >= 0x1p-53 && $0 < 1 })
    else { return nil }
    for generator in 0..<4 where (0..<4).allSatisfy({ state[4 * $0 + generator] == 0 }) {
      return nil
    }
    func four(_ row: Int) -> SIMD4<UInt64> { SIMD4(state[(4 * row)..<(4 * row + 4)]) }
    s0 = four(0)
    s1 = four(1)
    s2 = four(2)
    s3 = four(3)
    for (place, value) in ready.enumerated() { self.ready[place >> 2][place & 3] = value }
    self.used = used
  }

  /// The state of the four generators, a vector after the other.
  var state: [UInt64] { [s0, s1, s2, s3].flatMap { row in (0..<4).map { row[$0] } } }

  /// The numbers drawn last, and how many of them are used.
  var drawn: (numbers: [Double], used: Int) {
    ((0..<32).map { ready[$0 >> 2][$0 & 3] }, used)
  }

  /// More than any wait of mean 1: −ln 2⁻⁵³ is 36.7.
  static let longestWait = 38.0

  /// The sum of `count` exponential waits of mean 1.
  mutating func waits(_ count: Int) -> Double {
    var total = Total()
    draw(count, into: &total)
    return total.waits
  }

  /// A sum of waits that can go on: as sum of logarithms and product of what is left.
  struct Total {
    fileprivate var sum = 0.0
    fileprivate var product = 1.0

    /// The sum of waits.
    var waits: Double { product < 1 ? sum - log(product) : sum }
  }

  /// Adds `count` waits to a sum; in how many calls changes nothing.
  mutating func draw(_ count: Int, into total: inout Total) {
    for _ in 0..<count {
      total.product *= uniform()
      // A factor is 2⁻⁵³ at least: the next one leaves the product inside a Double's range.
      if total.product < 0x1p-900 {
        total.sum -= log(total.product)
        total.product = 1
      }
    }
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
