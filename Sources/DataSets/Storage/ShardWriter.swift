import Files
import Interphase
import Synchronization

/// The one writer of a shard that is being made.
///
/// Samples may be delivered in any order; each is written as soon as all before it are, so that the
/// file is the beginning of the shard at any time. A kill loses the samples that were still being
/// simulated: the next writer goes on behind the last whole record. Two writers, where a network
/// file system knows no locks, write the same bytes to the same places.
///
/// Memory: the samples done while a slower one before them is not.
final class ShardWriter: Sendable {
  /// What is behind a shard's name while it is being made.
  static let suffix = ".partial"

  /// A simulated sample, ready to be written.
  struct Delivery: Sendable {
    /// The record with its frame.
    var record: [UInt8]
    /// The class of its film.
    var outcome: Outcome
    /// Whether the run ended by itself.
    var finished: Bool
    /// Its events.
    var events: Int
  }

  /// The shard's number.
  let shard: Int
  /// Samples that an earlier writer had written.
  let resumed: Int
  private let name: String
  private let samples: Int
  private let state: Mutex<State>

  fileprivate struct State: ~Copyable {
    var file: OpenFile?
    var summary: ShardSummary
    var bytes: Int
    var checksum: CRC32C
    var waiting: [Int: Delivery] = [:]
  }

  /// Opens a shard, takes its lock and keeps what an earlier writer wrote of it.
  ///
  /// - Throws: ``DataSetError/busy(path:)`` where another process is writing it.
  init(plan: DataSetPlan, shard: Int, folder: String) throws(DataSetError) {
    self.shard = shard
    name = folder + "/" + plan.name(ofShard: shard)
    samples = plan.indices(ofShard: shard).count
    let file = try Self.locked(name + Self.suffix)
    var reader = try ShardReader(plan: plan, shard: shard, folder: folder, suffix: Self.suffix)
    let start = Self.readBeginning(&reader, design: plan.design)
    resumed = start.summary.entry.samples
    state = Mutex(
      State(
        file: consume file, summary: start.summary, bytes: start.bytes, checksum: start.checksum))
  }

  private static func locked(_ path: String) throws(DataSetError) -> OpenFile {
    do {
      let file = try OpenFile(path, emptying: false)
      // Whoever had the lock before may have completed the shard and renamed the file.
      guard file.lock(), file.isAtItsPath else { throw DataSetError.busy(path: path) }
      return file
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw error as? DataSetError ?? .busy(path: path)
    }
  }

  /// The whole records at the beginning of a file; what a kill, a full disk or a loss of power cut
  /// is written anew.
  private static func readBeginning(
    _ reader: inout ShardReader, design: LatinHypercube
  ) -> (summary: ShardSummary, bytes: Int, checksum: CRC32C) {
    var start = (summary: reader.summary, bytes: 0, checksum: CRC32C())
    while let sample = try? reader.next(), design.fault(of: sample) == nil {
      start = (reader.summary, reader.whole.bytes, reader.whole.checksum)
    }
    return start
  }

  /// Takes a sample.
  ///
  /// - Parameter place: Its number in the shard.
  /// - Returns: The shard's summary once it is complete and has its name.
  func deliver(_ delivery: Delivery, place: Int) throws(DataSetError) -> ShardSummary? {
    try state.withLock { state throws(DataSetError) in
      state.waiting[place] = delivery
      while let next = state.waiting.removeValue(forKey: state.summary.entry.samples) {
        try state.append(next)
      }
      return try state.finish(as: name, samples: samples)
    }
  }

  /// Ends a shard of which an earlier writer had written every sample.
  func finishIfWhole() throws(DataSetError) -> ShardSummary? {
    try state.withLock { state throws(DataSetError) in
      try state.finish(as: name, samples: samples)
    }
  }
}

extension ShardWriter.State {
  fileprivate mutating func append(_ delivery: ShardWriter.Delivery) throws(DataSetError) {
    do throws(FileError) {
      try file?.write(delivery.record, at: bytes)
    } catch {
      throw .file(error)
    }
    bytes += delivery.record.count
    delivery.record.withUnsafeBytes { checksum.update($0) }
    summary.add(
      outcome: delivery.outcome, finished: delivery.finished, events: delivery.events)
  }

  fileprivate mutating func finish(
    as name: String, samples: Int
  ) throws(DataSetError) -> ShardSummary? {
    guard summary.entry.samples == samples, let file = file.take() else { return nil }
    do throws(FileError) {
      try file.setSize(bytes)
      try file.finish(as: name)
    } catch {
      throw .file(error)
    }
    summary.close(bytes: bytes, checksum: checksum)
    return summary
  }
}
