/// A permutation of 0 ..< count that is computed, not stored: a Feistel network over the next power
/// of two, walked until it lands inside (Black & Rogaway 2002).
///
/// - Complexity: memory O(1); fewer than two rounds of the network a value on average.
struct KeyedPermutation: Sendable {
  /// The number of permuted values.
  let count: UInt64
  private let hash: KeyedHash
  private let lowBits: UInt64
  private let highBits: UInt64

  /// Eight half-rounds: halves of a few bits mix slowly.
  private static let halfRounds: UInt64 = 8

  /// - Precondition: `count` is at least 1.
  init(count: Int, hash: KeyedHash) {
    precondition(count >= 1, "a permutation of \(count) values")
    self.count = UInt64(count)
    self.hash = hash
    let bits = UInt64(UInt64.bitWidth - (UInt64(count) - 1).leadingZeroBitCount)
    lowBits = bits / 2
    highBits = bits - lowBits
  }

  /// Where an index goes.
  ///
  /// - Precondition: `index` is in 0 ..< count.
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "index \(index) of a permutation of \(count)")
    var value = UInt64(index)
    // Walking a cycle of a larger permutation from inside always comes back inside: at the latest
    // at the start itself.
    repeat { value = encrypt(value) } while value >= count
    return Int(value)
  }

  /// One pass of the network: a permutation of the values of `lowBits + highBits` bits.
  private func encrypt(_ value: UInt64) -> UInt64 {
    let lowMask = (1 << lowBits) - 1 as UInt64
    let highMask = (1 << highBits) - 1 as UInt64
    var low = value & lowMask
    var high = value &>> lowBits
    for round in 0..<Self.halfRounds {
      if round.isMultiple(of: 2) {
        high ^= hash[round &<< 56 | low] & highMask
      } else {
        low ^= hash[round &<< 56 | high] & lowMask
      }
    }
    return high &<< lowBits | low
  }
}
