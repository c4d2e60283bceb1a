/// The three parts of a data set: what trains, what chooses, what judges.
public enum Split: String, CaseIterable, Sendable, Codable {
  case training
  case validation
  case test

  /// The share of training samples in each outcome class.
  public static let trainingShare = 0.70
  /// The share of validation samples in each outcome class; the rest is the test split.
  public static let validationShare = 0.15
}

/// Where the split cuts one outcome class.
///
/// Each sample has a hash of (seed, index) below 2⁵³. Of the class's samples in order of their hash
/// the first 70 % train, the next 15 % validate and the rest test; the two hashes at which this
/// happens are all that has to be known to place any sample.
public struct SplitCuts: Hashable, Sendable, Codable {
  /// Samples with a smaller hash belong to the training split.
  public let training: UInt64
  /// Samples with a smaller hash, and not in the training split, belong to the validation split.
  public let validation: UInt64

  /// Finds the cuts of a class.
  ///
  /// - Parameter hashes: The hashes of all its samples, in any order.
  init(hashes: [UInt64]) {
    let sorted = hashes.sorted()
    let count = Double(sorted.count)
    let trained = Int((count * Split.trainingShare).rounded())
    let chosen = Int((count * (Split.trainingShare + Split.validationShare)).rounded())
    training = Self.cut(before: trained, of: sorted)
    validation = Self.cut(before: chosen, of: sorted)
  }

  /// The split of a sample by its hash.
  func split(hash: UInt64) -> Split {
    if hash < training { return .training }
    return hash < validation ? .validation : .test
  }

  private static func cut(before rank: Int, of sorted: [UInt64]) -> UInt64 {
    rank < sorted.count ? sorted[rank] : SplitHash.bound
  }
}

/// The hash that decides a sample's split.
struct SplitHash: Sendable {
  /// All hashes are below this: numbers that every JSON reader keeps exactly.
  static let bound: UInt64 = 1 << 53
  private let hash: KeyedHash

  init(seed: UInt64) { hash = KeyedHash(seed, HashPurpose.split.rawValue) }

  subscript(index: Int) -> UInt64 { hash[UInt64(index)] &>> 11 }
}
