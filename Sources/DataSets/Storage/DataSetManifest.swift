/// What `manifest.json` says of a complete data set.
///
/// It is written last: a folder with a manifest holds every shard that the manifest names.
public struct DataSetManifest: Hashable, Sendable, Codable {
  /// The name of the manifest in the data set's folder.
  public static let fileName = "manifest.json"
  /// What `format` says.
  public static let formatName = "seiscope-dataset"
  /// The version of the format that this program writes and reads.
  public static let currentFormatVersion = 1

  /// ``formatName``.
  public var format = Self.formatName
  /// ``currentFormatVersion``.
  public var formatVersion = Self.currentFormatVersion
  /// The program that completed the set, with its version.
  public var program: String
  /// The version of the simulator's rules: data of another are other trajectories.
  public var rulesVersion: Int
  /// What the set was asked to be.
  public var parameters: DataSetPlan
  /// Samples by outcome class (``Outcome/id``).
  public var outcomes: [String: Int]
  /// Samples by split (``Split``).
  public var splits: [String: Int]
  /// Where the split cuts each outcome class (``Outcome/id``).
  public var splitCuts: [String: SplitCuts]
  /// Runs that ended by themselves.
  public var finished: Int
  /// Events of all runs.
  public var events: Int
  /// The shards, in order.
  public var shards: [Shard]

  /// One file of samples.
  public struct Shard: Hashable, Sendable, Codable {
    /// The file's name.
    public var name: String
    /// Samples in the file.
    public var samples: Int
    /// Size of the file.
    public var bytes: Int
    /// CRC-32C of the whole file, eight hexadecimal digits.
    public var crc32c: String
  }
}

extension DataSetManifest {
  /// Sums up the shards of a complete set and decides its split.
  ///
  /// - Parameter summaries: One for each shard, in order.
  init(plan: DataSetPlan, rulesVersion: Int, program: String, summaries: [ShardSummary]) {
    let hash = SplitHash(seed: plan.seed)
    let outcomes = summaries.flatMap(\.outcomes)
    var hashes = [Outcome: [UInt64]]()
    for (index, outcome) in outcomes.enumerated() {
      hashes[outcome, default: []].append(hash[index])
    }
    let cuts = hashes.mapValues { SplitCuts(hashes: $0) }
    var splits = Dictionary(uniqueKeysWithValues: Split.allCases.map { ($0.rawValue, 0) })
    for (outcome, hashes) in hashes {
      for hash in hashes { splits[cuts[outcome]!.split(hash: hash).rawValue]! += 1 }
    }
    self.program = program
    self.rulesVersion = rulesVersion
    parameters = plan
    self.outcomes = Dictionary(
      uniqueKeysWithValues: Outcome.allCases.map { ($0.id, hashes[$0]?.count ?? 0) })
    self.splits = splits
    splitCuts = Dictionary(uniqueKeysWithValues: cuts.map { ($0.id, $1) })
    finished = summaries.reduce(0) { $0 + $1.finished }
    events = summaries.reduce(0) { $0 + $1.events }
    shards = summaries.map(\.entry)
  }
}

/// What the manifest needs to know of one shard.
struct ShardSummary: Hashable, Sendable {
  /// The shard's line in the manifest.
  var entry: DataSetManifest.Shard
  /// The classes of its samples, in order.
  var outcomes: [Outcome] = []
  /// Runs that ended by themselves.
  var finished = 0
  /// Events of all runs.
  var events = 0

  /// An empty shard of this name.
  init(name: String) {
    entry = DataSetManifest.Shard(name: name, samples: 0, bytes: 0, crc32c: "")
  }

  /// Counts a sample.
  mutating func add(outcome: Outcome, finished: Bool, events: Int) {
    entry.samples += 1
    outcomes.append(outcome)
    self.finished += finished ? 1 : 0
    self.events += events
  }

  /// Ends the shard with its file's size and checksum.
  mutating func close(bytes: Int, checksum: CRC32C) {
    let digits = String(checksum.value, radix: 16)
    entry.bytes = bytes
    entry.crc32c = String(repeating: "0", count: 8 - digits.count) + digits
  }
}
