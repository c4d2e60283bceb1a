public import Interphase

/// A Latin-hypercube design over the fifteen barriers (McKay, Beckman & Conover 1979).
///
/// Each barrier's range is cut into as many strata as there are samples, and each stratum holds
/// exactly one sample, uniform in energy inside it. Sample i is a function of (seed, count, i)
/// alone, so that any part of the design can be made anywhere; nothing of its size is stored.
public struct LatinHypercube: Sendable {
  /// The seed of the design.
  public let seed: UInt64
  /// The number of samples.
  public let count: Int
  private let strata: [KeyedPermutation]
  private let jitter: [KeyedHash]

  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = count
    let size = UInt64(count)
    let dimensions = UInt64(Barriers.count)
    strata = (0..<dimensions).map {
      KeyedPermutation(count: count, hash: KeyedHash(seed, HashPurpose.stratum.rawValue, size, $0))
    }
    jitter = (0..<dimensions).map { KeyedHash(seed, HashPurpose.jitter.rawValue, size, $0) }
  }

  /// The barriers of a sample [eV], inside the design's range.
  ///
  /// - Precondition: `index` is in 0 ..< count.
  public func barriers(of index: Int) -> Barriers {
    let values = Reaction.withBarrier.indices.map { dimension in
      let range = Reaction.withBarrier[dimension].barrierRange
      let share =
        (Double(strata[dimension][index]) + jitter[dimension].unit(UInt64(index))) / Double(count)
      return Self.float(
        range.lowerBound + share * (range.upperBound - range.lowerBound), inside: range)
    }
    // Justified by the fact that every range is positive and finite.
    return try! Barriers(values)
  }

  /// The seed of a sample's simulation: a hash of (seed, index), below 2⁶³ so that it is the same
  /// number where only signed integers can be stored.
  public func simulationSeed(of index: Int) -> UInt64 {
    KeyedHash(seed, HashPurpose.simulation.rawValue)[UInt64(index)] &>> 1
  }

  /// In what a stored sample differs from the design's, `nil` where it is the one.
  func fault(of sample: Sample) -> RecordFault? {
    let seed = simulationSeed(of: sample.index)
    if sample.seed != seed {
      return .content("feature 'seed' is \(sample.seed), expected \(seed) of this design")
    }
    for (reaction, expected) in zip(Reaction.withBarrier, barriers(of: sample.index).values)
    where sample.barriers[reaction] != expected {
      return .content(
        "feature 'barriers': \(reaction.id) is \(sample.barriers[reaction]) eV, expected "
          + "\(expected) eV of this design")
    }
    return nil
  }

  /// The stratum that a sample takes in one dimension.
  func stratum(of index: Int, dimension: Int) -> Int { strata[dimension][index] }

  /// Rounds to a float that lies in the range, too.
  private static func float(_ value: Double, inside range: ClosedRange<Double>) -> Float {
    let rounded = Float(value)
    if Double(rounded) > range.upperBound { return rounded.nextDown }
    if Double(rounded) < range.lowerBound { return rounded.nextUp }
    return rounded
  }
}
