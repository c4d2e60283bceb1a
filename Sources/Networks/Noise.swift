internal import Interphase

/// Standard normal noise that depends on seed and sample alone, not on parts or threads.
enum Noise {
  /// Fills `count` values for one sample of a batch.
  static func fill(_ values: Floats, _ count: Int, seed: UInt64, sample: Int) {
    var source = RandomSource(seed: SplitMix64.mix(seed) &+ UInt64(sample))
    for k in 0..<count { values[k] = Float(source.normal()) }
  }
}
