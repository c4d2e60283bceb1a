import Files

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
  /// Where an imported set came from, `nil` for one that was simulated here.
  public var imported: ImportRecord?
  /// The hash of all the rest (sixteen hexadecimal digits), so that a manifest that was edited or
  /// damaged is told; sets of early versions have none.
  public var hash: String?

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
    self.program = program
    self.rulesVersion = rulesVersion
    parameters = plan
    self.outcomes = [:]
    splits = Dictionary(uniqueKeysWithValues: Split.allCases.map { ($0.rawValue, 0) })
    splitCuts = [:]
    finished = summaries.reduce(0) { $0 + $1.finished }
    events = summaries.reduce(0) { Self.sum($0, $1.events) }
    shards = summaries.map(\.entry)
    for outcome in Outcome.allCases {
      let hashes = outcomes.indices.lazy.filter { outcomes[$0] == outcome }.map { hash[$0] }
      let count = hashes.count
      self.outcomes[outcome.id] = count
      guard count > 0 else { continue }
      let cuts = SplitCuts(hashes: hashes)
      splitCuts[outcome.id] = cuts
      for hash in hashes { splits[cuts.split(hash: hash).rawValue]! += 1 }
    }
    seal()
  }

  /// A sum that stays at the greatest number instead of passing it.
  static func sum(_ first: Int, _ second: Int) -> Int {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? .max : sum
  }

  /// Sets the hash to that of all the rest.
  mutating func seal() { hash = expectedHash }

  /// The hash of everything else in the manifest.
  var expectedHash: String {
    var rest = self
    rest.hash = nil
    return Checksum(of: DataSetFolder.encoded(rest)).hexadecimal
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
    self.events = DataSetManifest.sum(self.events, events)
  }

  /// Ends the shard with its file's size and checksum.
  mutating func close(bytes: Int, checksum: CRC32C) {
    let digits = String(checksum.value, radix: 16)
    entry.bytes = bytes
    entry.crc32c = String(repeating: "0", count: 8 - digits.count) + digits
  }
}
