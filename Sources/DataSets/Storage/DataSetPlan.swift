public import Interphase

/// Everything that the bytes of a data set depend on.
public struct DataSetPlan: Hashable, Sendable, Codable {
  /// Samples in the design.
  public var samples: Int
  /// Seed of the design, of the simulations and of the split.
  public var seed: UInt64
  /// Events after which a simulation is cut.
  public var eventLimit: Int
  /// Samples in a shard; the last may hold fewer.
  public var shardSize: Int
  /// Sites in a row [nm].
  public var width: Int
  /// Rows, electrode and sink included [nm].
  public var height: Int
  /// Temperature [K].
  public var temperature: Double
  /// Rows that electrons reach through inorganic [nm].
  public var tunnellingDepth: Int

  /// The number of samples that a shard holds unless asked otherwise: some 1.3 MB.
  public static let defaultShardSize = 500

  /// A plan over the published model's lattice.
  ///
  /// - Throws: ``DataSetError/parameter(name:value:expected:)`` for a number below 1 or beyond
  ///   100 million samples.
  public init(
    samples: Int, seed: UInt64, eventLimit: Int = SimulationParameters.defaultEventLimit,
    shardSize: Int = Self.defaultShardSize
  ) throws(DataSetError) {
    let published = SimulationParameters(published: .middle)
    self.samples = samples
    self.seed = seed
    self.eventLimit = eventLimit
    self.shardSize = shardSize
    width = published.width
    height = published.height
    temperature = published.temperature
    tunnellingDepth = published.tunnellingDepth
    try validate()
  }

  /// What stands in an imported set's manifest; its event limit is 0 until all events are known.
  ///
  /// - Throws: ``DataSetError`` for what a set made here could not have.
  package init(
    imported samples: Int, width: Int, height: Int, seed: UInt64, shardSize: Int,
    temperature: Double, tunnellingDepth: Int
  ) throws(DataSetError) {
    self.samples = samples
    self.seed = seed
    self.eventLimit = 0
    self.shardSize = shardSize
    self.width = width
    self.height = height
    self.temperature = temperature
    self.tunnellingDepth = tunnellingDepth
    try validate()
  }

  /// The greatest event limit that is taken.
  package static let greatestEventLimit = 1_000_000_000_000

  /// Checks every number, whether given or read from a file.
  func validate() throws(DataSetError) {
    try Self.check("samples", samples, 1...100_000_000)
    try Self.check("event-limit", eventLimit, 0...Self.greatestEventLimit)
    try Self.check("shard-size", shardSize, 1...1_000_000)
    do {
      _ = try SimulationParameters(
        barriers: .middle, width: width, height: height, temperatureKelvin: temperature,
        tunnellingDepth: tunnellingDepth)
    } catch {
      throw .simulation(error)
    }
  }

  private static func check(
    _ name: String, _ value: Int, _ range: ClosedRange<Int>
  ) throws(DataSetError) {
    guard range.contains(value) else {
      throw .parameter(
        name: name, value: "\(value)", expected: "\(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// The number of shards.
  public var shards: Int { (samples + shardSize - 1) / shardSize }

  /// The samples of a shard.
  func indices(ofShard shard: Int) -> Range<Int> {
    (shard * shardSize)..<min(samples, (shard + 1) * shardSize)
  }

  /// The file name of a shard, like `shard-00003-of-00008.tfrecord`.
  func name(ofShard shard: Int) -> String {
    "shard-\(Self.padded(shard))-of-\(Self.padded(shards)).tfrecord"
  }

  /// The parameters of a simulation at these barriers.
  func simulation(of barriers: Barriers) -> SimulationParameters {
    // Justified by the fact that `validate` has tried the same numbers.
    try! SimulationParameters(
      barriers: barriers, width: width, height: height, temperatureKelvin: temperature,
      tunnellingDepth: tunnellingDepth)
  }

  /// The parameters in which another plan differs, named as on the command line.
  func differences(asked other: DataSetPlan) -> [PlanDifference] {
    zip(rows, other.rows).compactMap { mine, others in
      mine.value == others.value
        ? nil : PlanDifference(name: mine.name, found: mine.value, asked: others.value)
    }
  }

  private var rows: [(name: String, value: String)] {
    [
      ("samples", "\(samples)"), ("seed", "\(seed)"), ("event-limit", "\(eventLimit)"),
      ("shard-size", "\(shardSize)"), ("width", "\(width)"), ("height", "\(height)"),
      ("temperature", "\(temperature)"), ("tunnelling-depth", "\(tunnellingDepth)"),
    ]
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}
