import Synchronization

/// What the threads that make a data set share: which samples are to be done, and the shards being
/// put together.
///
/// Samples are handed out one at a time, in order, so that no thread waits for another at the end
/// of a shard; a shard goes to whoever delivers its last sample, for writing.
final class WorkBoard: Sendable {
  /// A simulated sample, ready to be written.
  struct Delivery: Sendable {
    var record: [UInt8]
    var outcome: Outcome
    var finished: Bool
    var events: Int
  }

  private struct State {
    var missing: ArraySlice<Int>
    var nextIndex = 0
    var open: [Int: OpenShard] = [:]
    var summaries: [Int: ShardSummary]
    var progress: GenerationProgress
    var failure: DataSetError?
  }

  private struct OpenShard {
    var deliveries: [Delivery?]
    var left: Int
  }

  private let plan: DataSetPlan
  private let state: Mutex<State>

  /// - Parameters:
  ///   - plan: What is to be made.
  ///   - summaries: Those of the shards that exist already.
  init(plan: DataSetPlan, summaries: [Int: ShardSummary]) {
    self.plan = plan
    let stored = summaries.values.reduce(0) { $0 + $1.entry.samples }
    state = Mutex(
      State(
        missing: (0..<plan.shards).filter { summaries[$0] == nil }[...], summaries: summaries,
        progress: GenerationProgress(total: plan.samples, stored: stored)))
  }

  /// The next sample to simulate, `nil` where none is left or a thread has failed.
  func take() -> (shard: Int, index: Int)? {
    state.withLock { state in
      guard state.failure == nil, let shard = state.missing.first else { return nil }
      let indices = plan.indices(ofShard: shard)
      if state.open[shard] == nil {
        state.open[shard] = OpenShard(
          deliveries: [Delivery?](repeating: nil, count: indices.count), left: indices.count)
        state.nextIndex = indices.lowerBound
      }
      let index = state.nextIndex
      state.nextIndex += 1
      if state.nextIndex == indices.upperBound { state.missing.removeFirst() }
      return (shard, index)
    }
  }

  /// Takes a sample, and gives back all of its shard's if it was the last.
  func deliver(_ delivery: Delivery, index: Int, shard: Int) -> [Delivery]? {
    state.withLock { state in
      state.progress.simulated += 1
      state.progress.events += delivery.events
      state.progress.finished += delivery.finished ? 1 : 0
      let place = index - plan.indices(ofShard: shard).lowerBound
      state.open[shard]!.deliveries[place] = delivery
      state.open[shard]!.left -= 1
      guard state.open[shard]!.left == 0 else { return nil }
      return state.open.removeValue(forKey: shard)!.deliveries.map { $0! }
    }
  }

  /// Notes that a shard is on disk.
  func store(_ summary: ShardSummary, shard: Int) {
    state.withLock { $0.summaries[shard] = summary }
  }

  /// Ends the work; the first failure counts.
  func fail(_ error: DataSetError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// How far the work is.
  var progress: GenerationProgress { state.withLock { $0.progress } }

  /// The shards in order, `nil` while some are missing.
  ///
  /// - Throws: The first failure of a thread.
  func summaries() throws(DataSetError) -> [ShardSummary]? {
    let (failure, summaries) = state.withLock { ($0.failure, $0.summaries) }
    if let failure { throw failure }
    guard summaries.count == plan.shards else { return nil }
    return (0..<plan.shards).map { summaries[$0]! }
  }
}
