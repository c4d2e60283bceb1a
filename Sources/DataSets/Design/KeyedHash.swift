import Interphase

/// A hash of an index under a key: the random numbers of a data set, in any order.
///
/// Where a generator would have to be wound forward to sample i, the hash gives the number of
/// sample i at once: SplitMix64 (Steele, Lea & Flood 2014) entered at step i. One to one in the
/// index, so that no two samples share a hash.
struct KeyedHash: Sendable {
  private let key: UInt64

  /// Mixes the parts of a key, in their order.
  init(_ parts: UInt64...) {
    key = parts.reduce(0) { SplitMix64.mix(($0 ^ $1) &+ Self.golden) }
  }

  /// 64 random bits for an index.
  subscript(index: UInt64) -> UInt64 {
    SplitMix64.mix(key &+ (index &+ 1) &* Self.golden)
  }

  /// A uniform number in [0, 1) of 53 random bits for an index.
  func unit(_ index: UInt64) -> Double { Double(self[index] &>> 11) * 0x1p-53 }

  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
}

/// What a hash is for: equal keys with another purpose give unrelated numbers.
///
/// The values are part of the format: changing one changes every data set.
enum HashPurpose: UInt64 {
  case stratum = 1
  case jitter = 2
  case simulation = 3
  case split = 4
  case verification = 5
}
