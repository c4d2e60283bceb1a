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
  /// The hashes are passed over a few times instead of being held and sorted: some 32 kB of memory
  /// and the thousandth part of the hashes.
  /// - Parameter hashes: The hashes of all its samples, in any order.
  init(hashes: some Collection<UInt64>) {
    let histogram = HashHistogram(hashes)
    let count = Double(histogram.count)
    let trained = Int((count * Split.trainingShare).rounded())
    let chosen = Int((count * (Split.trainingShare + Split.validationShare)).rounded())
    training = histogram.value(ofRank: trained, in: hashes) ?? SplitHash.bound
    validation = histogram.value(ofRank: chosen, in: hashes) ?? SplitHash.bound
  }

  /// The split of a sample by its hash.
  func split(hash: UInt64) -> Split {
    if hash < training { return .training }
    return hash < validation ? .validation : .test
  }
}

/// How many hashes lie in each of 4096 equal intervals: enough to find the hash of any rank.
private struct HashHistogram {
  /// The number of hashes.
  let count: Int
  private let counts: [Int]
  private static let shift: UInt64 = 53 - 12

  init(_ hashes: some Collection<UInt64>) {
    var counts = [Int](repeating: 0, count: 1 << 12)
    for hash in hashes { counts[Int(hash &>> Self.shift)] += 1 }
    self.counts = counts
    count = counts.reduce(0, +)
  }

  /// The hash that `rank` others are smaller than, `nil` where there are not so many.
  func value(ofRank rank: Int, in hashes: some Collection<UInt64>) -> UInt64? {
    guard rank < count else { return nil }
    var (bucket, below) = (0, 0)
    while below + counts[bucket] <= rank {
      below += counts[bucket]
      bucket += 1
    }
    let candidates = hashes.filter { Int($0 &>> Self.shift) == bucket }.sorted()
    return candidates[rank - below]
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
