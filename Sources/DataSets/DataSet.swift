import Files

/// A complete data set on disk, opened for reading.
///
/// Only the manifest is held; samples are read from the shards one at a time.
public struct DataSet: Sendable {
  /// The folder.
  public let path: String
  /// What the manifest says.
  public let manifest: DataSetManifest
  private let hash: SplitHash

  /// Opens a data set and checks its manifest and the presence and size of its shards.
  ///
  /// - Throws: ``DataSetError`` where the folder is missing, empty, foreign or incomplete, the
  ///   manifest damaged or of another version, or a shard missing or of another size.
  public init(opening path: String) throws(DataSetError) {
    let folder = DataSetFolder(path: path)
    switch Folder.kind(of: path) {
    case .missing: throw .missing(path: path)
    case .other: throw .notADataSet(path: path, found: "a file")
    case .folder: break
    }
    guard let manifest = try folder.manifest() else {
      guard let plan = try folder.plan()?.parameters else {
        throw .notADataSet(path: path, found: folder.foreignEntries.first.map { "'\($0)'" })
      }
      do {
        try plan.validate()
      } catch {
        throw .manifest(path: folder.file(DataSetFolder.planName), reason: "\(error)")
      }
      throw .incomplete(path: path, shards: folder.storedShards(of: plan), expected: plan.shards)
    }
    try manifest.validate(path: folder.file(DataSetManifest.fileName))
    if let hash = manifest.hash, hash != manifest.expectedHash {
      throw .manifestHash(
        path: folder.file(DataSetManifest.fileName), found: hash, expected: manifest.expectedHash)
    }
    self.path = path
    self.manifest = manifest
    hash = SplitHash(seed: manifest.parameters.seed)
    for number in manifest.shards.indices { try checkSize(ofShard: number) }
  }

  /// Compares a shard's size with the manifest's; where it differs, looks for the record to blame.
  private func checkSize(ofShard number: Int) throws(DataSetError) {
    let shard = manifest.shards[number]
    let file = path + "/" + shard.name
    let size = Folder.fileSize(file)
    guard size != shard.bytes else { return }
    if size != nil {
      var reader = try ShardReader(plan: manifest.parameters, shard: number, folder: path)
      while try reader.next() != nil {}
    }
    throw .shard(path: file, found: size, expected: shard.bytes)
  }

  /// The number of samples.
  public var count: Int { manifest.parameters.samples }

  /// The number of samples in a split.
  public func count(in split: Split) -> Int { manifest.splits[split.rawValue] ?? 0 }

  /// Sites in a row of each lattice [nm].
  public var width: Int { manifest.parameters.width }

  /// Rows of each lattice [nm].
  public var height: Int { manifest.parameters.height }

  /// The split that a sample belongs to.
  public func split(of sample: Sample) -> Split {
    manifest.splitCuts[sample.outcome.id]?.split(hash: hash[sample.index]) ?? .test
  }

  /// Reads the samples of a split, or all of them, in the order of their index.
  public func samples(in split: Split? = nil) -> SampleReader {
    SampleReader(dataSet: self, split: split)
  }

  /// Reads one sample, whose place a ``SampleReader`` found.
  ///
  /// - Parameters:
  ///   - index: Its position in the design.
  ///   - offset: Where its record begins in its shard [bytes].
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  public func sample(_ index: Int, at offset: Int) throws(DataSetError) -> Sample {
    let plan = manifest.parameters
    let shard = index / plan.shardSize
    let number = index - plan.indices(ofShard: shard).lowerBound
    var reader = try RecordReader(
      path: path + "/" + plan.name(ofShard: shard), at: offset, number: number)
    guard let data = try reader.next() else { throw reader.fault(.truncated) }
    do throws(RecordFault) {
      let sample = try Sample(serialised: data, width: width, height: height)
      guard sample.index == index else {
        throw .content("holds sample \(sample.index), expected \(index)")
      }
      return sample
    } catch {
      throw .record(path: reader.path, index: number, fault: error)
    }
  }

  /// Reads a whole split into memory: some 3 kB a sample.
  ///
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  public func load(_ split: Split) throws(DataSetError) -> [Sample] {
    var reader = samples(in: split)
    var samples: [Sample] = []
    samples.reserveCapacity(count(in: split))
    while let sample = try reader.next() { samples.append(sample) }
    return samples
  }
}

extension DataSetManifest {
  /// Checks that the numbers fit each other.
  fileprivate func validate(path: String) throws(DataSetError) {
    do {
      try parameters.validate()
    } catch {
      throw .manifest(path: path, reason: "\(error)")
    }
    guard shards.count == parameters.shards else {
      throw .manifest(
        path: path, reason: "names \(shards.count) shards, expected \(parameters.shards)")
    }
    for counts in [splits, outcomes] {
      let isWhole = counts.values.allSatisfy { (0...parameters.samples).contains($0) }
      guard isWhole, counts.values.reduce(0, &+) == parameters.samples else {
        throw .manifest(
          path: path, reason: "its counts do not add up to \(parameters.samples) samples")
      }
    }
    for (number, shard) in shards.enumerated() {
      let samples = parameters.indices(ofShard: number).count
      guard shard.name == parameters.name(ofShard: number), shard.samples == samples else {
        throw .manifest(
          path: path,
          reason: "shard \(number) is '\(shard.name)' with \(shard.samples) samples, expected "
            + "'\(parameters.name(ofShard: number))' with \(samples)")
      }
    }
  }
}
