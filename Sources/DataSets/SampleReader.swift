/// Reads samples of a data set one at a time, from shard to shard.
///
/// Each record's checksums and features are checked, and that it is the sample that the design has
/// at this place.
public struct SampleReader: ~Copyable {
  private let dataSet: DataSet
  private let split: Split?
  private var nextShard = 0
  private var shard: ShardReader?
  /// Where in its shard the record of the sample read last begins [bytes].
  public private(set) var offset = 0

  init(dataSet: DataSet, split: Split?) {
    self.dataSet = dataSet
    self.split = split
  }

  /// The next sample, `nil` behind the last.
  ///
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  public mutating func next() throws(DataSetError) -> Sample? {
    while true {
      if shard == nil {
        guard nextShard < dataSet.manifest.shards.count else { return nil }
        shard = try ShardReader(
          plan: dataSet.manifest.parameters, shard: nextShard, folder: dataSet.path)
        nextShard += 1
      }
      while let sample = try shard?.next() {
        offset = shard?.start ?? 0
        if split == nil || dataSet.split(of: sample) == split { return sample }
      }
      shard = nil
    }
  }
}

/// Reads the samples of one shard, and sums it up.
struct ShardReader: ~Copyable {
  /// What has been read so far; complete, with size and checksum, once ``next()`` gave `nil`.
  private(set) var summary: ShardSummary
  /// The data of the record read last.
  private(set) var record: [UInt8] = []
  /// Where that record begins [bytes].
  private(set) var start = 0
  private let plan: DataSetPlan
  private let expected: Range<Int>
  private var records: RecordReader

  /// Opens a shard.
  ///
  /// - Parameter suffix: What is behind the shard's name while it is being made.
  init(
    plan: DataSetPlan, shard: Int, folder: String, suffix: String = ""
  ) throws(DataSetError) {
    let name = plan.name(ofShard: shard)
    self.plan = plan
    expected = plan.indices(ofShard: shard)
    summary = ShardSummary(name: name)
    records = try RecordReader(path: folder + "/" + name + suffix)
  }

  /// Bytes and checksum of the records read so far.
  var whole: (bytes: Int, checksum: CRC32C) { records.whole }

  /// The next sample, `nil` behind the last.
  ///
  /// - Throws: ``DataSetError`` that names file and record, also where samples are missing or too
  ///   many.
  mutating func next() throws(DataSetError) -> Sample? {
    let number = records.count
    let start = whole.bytes
    guard let data = try records.next() else {
      guard number == expected.count else { throw records.fault(.truncated) }
      summary.close(bytes: whole.bytes, checksum: whole.checksum)
      return nil
    }
    let sample: Sample
    do {
      sample = try Sample(serialised: data, width: plan.width, height: plan.height)
    } catch {
      throw fault(number, error)
    }
    let index = expected.lowerBound + number
    guard sample.index == index, index < expected.upperBound else {
      throw fault(number, .content("holds sample \(sample.index), expected \(index)"))
    }
    record = data
    self.start = start
    summary.add(outcome: sample.outcome, finished: sample.finished, events: sample.events)
    return sample
  }

  /// An error about one record.
  func fault(_ number: Int, _ fault: RecordFault) -> DataSetError {
    .record(path: records.path, index: number, fault: fault)
  }
}
