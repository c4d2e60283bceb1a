import Interphase
import KineticMonteCarlo

/// Checks everything that a data set says of itself.
public struct DataSetVerifier: Sendable {
  /// What was checked and found right.
  public struct Report: Sendable, Equatable {
    /// Bytes of all shards.
    public var bytes: Int
    /// Samples simulated again to the same bytes.
    public var repeated: [Int]
    /// Why no sample was simulated again, where none could be.
    public var reasonForNone: String?
  }

  private let dataSet: DataSet
  private let repetitions: Int
  private let seed: UInt64

  /// Prepares to check an opened set, whose manifest and file sizes have been checked thereby.
  ///
  /// - Parameters:
  ///   - dataSet: The set.
  ///   - repetitions: Samples to simulate again, at most all.
  ///   - seed: Chooses them.
  /// - Precondition: `repetitions` is not negative.
  public init(_ dataSet: DataSet, repetitions: Int, seed: UInt64) {
    precondition(repetitions >= 0, "\(repetitions) repetitions")
    self.dataSet = dataSet
    self.repetitions = repetitions
    self.seed = seed
  }

  /// Reads every record once, then simulates the chosen samples.
  ///
  /// - Parameter progress: Told the samples read so far.
  /// - Throws: ``DataSetError`` that names the first file, record and field that is wrong.
  /// - Complexity: memory is one record, a byte a sample, and the chosen samples.
  public func run(
    progress: (GenerationProgress) -> Void = { _ in }
  ) throws(DataSetError) -> Report {
    let manifest = dataSet.manifest
    let file = dataSet.path + "/" + DataSetManifest.fileName
    guard manifest.hash == manifest.expectedHash else {
      throw .manifestHash(path: file, found: manifest.hash, expected: manifest.expectedHash)
    }
    let chosen = chosenIndices()
    let (summaries, kept) = try read(keeping: Set(chosen), progress: progress)
    try compareCounts(summaries, file: file)
    try repeatSimulations(kept)
    return Report(
      bytes: manifest.shards.reduce(0) { $0 + $1.bytes }, repeated: chosen,
      reasonForNone: reasonForNone)
  }

  /// Why samples of this set cannot be simulated again, `nil` where they can.
  private var reasonForNone: String? {
    if dataSet.manifest.imported != nil { return "the set is imported" }
    let version = dataSet.manifest.rulesVersion
    guard version != rulesVersion else { return nil }
    return "the set was made by version \(version) of the rules, this program has \(rulesVersion)"
  }

  private func chosenIndices() -> [Int] {
    guard reasonForNone == nil else { return [] }
    let order = KeyedPermutation(
      count: dataSet.count, hash: KeyedHash(seed, HashPurpose.verification.rawValue))
    return (0..<min(repetitions, dataSet.count)).map { order[$0] }.sorted()
  }

  private func read(
    keeping chosen: Set<Int>, progress: (GenerationProgress) -> Void
  ) throws(DataSetError) -> (summaries: [ShardSummary], kept: [Kept]) {
    let check = SampleCheck(dataSet.manifest)
    var (summaries, kept) = ([ShardSummary](), [Kept]())
    var done = GenerationProgress(total: dataSet.count, stored: 0)
    for (number, entry) in dataSet.manifest.shards.enumerated() {
      var reader = try ShardReader(
        plan: dataSet.manifest.parameters, shard: number, folder: dataSet.path)
      while let sample = try reader.next() {
        if let fault = check.fault(of: sample) {
          throw reader.fault(reader.summary.entry.samples - 1, fault)
        }
        if chosen.contains(sample.index) {
          kept.append(Kept(sample: sample, record: reader.record))
        }
        done.stored += 1
        progress(done)
      }
      guard reader.summary.entry.crc32c == entry.crc32c else {
        throw .checksum(
          path: dataSet.path + "/" + entry.name, found: reader.summary.entry.crc32c,
          expected: entry.crc32c)
      }
      summaries.append(reader.summary)
    }
    return (summaries, kept)
  }

  /// Compares what the manifest counts with what the records hold.
  private func compareCounts(_ summaries: [ShardSummary], file: String) throws(DataSetError) {
    let stored = dataSet.manifest
    var counted = DataSetManifest(
      plan: stored.parameters, rulesVersion: stored.rulesVersion, program: stored.program,
      summaries: summaries)
    counted.imported = stored.imported
    counted.seal()
    guard counted != stored else { return }
    let fields: [(String, Bool)] = [
      ("outcomes", counted.outcomes == stored.outcomes),
      ("splits", counted.splits == stored.splits),
      ("splitCuts", counted.splitCuts == stored.splitCuts),
      ("finished", counted.finished == stored.finished),
      ("events", counted.events == stored.events),
    ]
    let field = fields.first { !$0.1 }?.0 ?? "shards"
    throw .manifest(path: file, reason: "field '\(field)' is not what the records give")
  }

  /// A sample that will be simulated again, with its bytes.
  private struct Kept {
    let sample: Sample
    let record: [UInt8]
  }

  private func repeatSimulations(_ samples: [Kept]) throws(DataSetError) {
    let plan = dataSet.manifest.parameters
    let design = plan.design
    for kept in samples {
      let sample = kept.sample
      let repeated = plan.sample(at: sample.index, of: design)
      guard repeated.serialised != kept.record else { continue }
      let shard = sample.index / plan.shardSize
      throw .record(
        path: dataSet.path + "/" + plan.name(ofShard: shard),
        index: sample.index - plan.indices(ofShard: shard).lowerBound,
        fault: .content(
          "\(repeated.difference(from: sample)) not what simulating it again gives"))
    }
  }
}

extension Sample {
  /// The first thing in which two samples of one design differ.
  fileprivate func difference(from other: Sample) -> String {
    if lattice != other.lattice { return "feature 'lattice' is" }
    if time != other.time { return "feature 'time' is" }
    if events != other.events { return "feature 'events' is" }
    if finished != other.finished { return "feature 'finished' is" }
    return "the features are right, but their bytes are"
  }
}
