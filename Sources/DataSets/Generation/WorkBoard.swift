import Synchronization

/// What the threads that make a data set share: which samples are to be done, and the shards being
/// written.
///
/// Samples are handed out one at a time, in order, so that no thread waits for another at the end
/// of a shard.
final class WorkBoard: Sendable {
  /// A sample to simulate, and who takes it.
  struct Task: Sendable {
    /// The shard's writer.
    let writer: ShardWriter
    /// The sample in the design.
    let index: Int
    /// The sample in its shard.
    let place: Int
  }

  private struct State {
    var missing: ArraySlice<Int>
    var writer: ShardWriter?
    var nextPlace = 0
    var summaries: [Int: ShardSummary]
    var progress: GenerationProgress
    var failure: DataSetError?
  }

  private let plan: DataSetPlan
  private let folder: String
  private let shards: Range<Int>
  private let state: Mutex<State>

  /// - Parameters:
  ///   - plan: What the set is to be.
  ///   - folder: Where.
  ///   - shards: The shards to make.
  ///   - summaries: Those of the shards that exist already.
  init(plan: DataSetPlan, folder: String, shards: Range<Int>, summaries: [Int: ShardSummary]) {
    self.plan = plan
    self.folder = folder
    self.shards = shards
    let stored = summaries.values.reduce(0) { $0 + $1.entry.samples }
    let total = shards.reduce(0) { $0 + plan.indices(ofShard: $1).count }
    state = Mutex(
      State(
        missing: shards.filter { summaries[$0] == nil }[...], summaries: summaries,
        progress: GenerationProgress(total: total, stored: stored)))
  }

  /// The next sample to simulate, `nil` where none is left or a thread has failed.
  ///
  /// - Throws: Where the next shard cannot be opened for writing.
  func take() throws(DataSetError) -> Task? {
    try state.withLock { state throws(DataSetError) in
      guard state.failure == nil, let writer = try openWriter(&state) else { return nil }
      let indices = plan.indices(ofShard: writer.shard)
      let place = state.nextPlace
      state.nextPlace += 1
      if state.nextPlace == indices.count {
        state.missing.removeFirst()
        state.writer = nil
      }
      return Task(writer: writer, index: indices.lowerBound + place, place: place)
    }
  }

  /// The writer of the first shard that misses samples.
  private func openWriter(_ state: inout State) throws(DataSetError) -> ShardWriter? {
    while state.writer == nil, let shard = state.missing.first {
      let writer = try ShardWriter(plan: plan, shard: shard, folder: folder)
      state.progress.stored += writer.resumed
      if let summary = try writer.finishIfWhole() {
        state.summaries[shard] = summary
        state.missing.removeFirst()
      } else {
        state.writer = writer
        state.nextPlace = writer.resumed
      }
    }
    return state.writer
  }

  /// Hands a sample to its writer, outside of the board's own lock.
  func deliver(_ delivery: ShardWriter.Delivery, for task: Task) throws(DataSetError) {
    let summary = try task.writer.deliver(delivery, place: task.place)
    state.withLock { state in
      state.progress.simulated += 1
      state.progress.events += delivery.events
      state.progress.finished += delivery.finished ? 1 : 0
      if let summary { state.summaries[task.writer.shard] = summary }
    }
  }

  /// Ends the work; the first failure counts.
  func fail(_ error: DataSetError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// How far the work is.
  var progress: GenerationProgress { state.withLock { $0.progress } }

  /// Ends the work once no thread is at it: gives the lock of a shard that is not complete back.
  ///
  /// - Returns: The shards in order, `nil` while some are missing.
  /// - Throws: The first failure of a thread.
  func close() throws(DataSetError) -> [ShardSummary]? {
    let (failure, summaries) = state.withLock { state in
      state.writer = nil
      return (state.failure, state.summaries)
    }
    if let failure { throw failure }
    guard summaries.count == shards.count else { return nil }
    return shards.map { summaries[$0]! }
  }
}
