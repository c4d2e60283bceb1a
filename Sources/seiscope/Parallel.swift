import Dispatch
import Synchronization

/// Work over all cores for commands that a person waits for.
enum Parallel {
  /// Calls `work` for 0..<count on all cores; the results come in order.
  static func map<Result: Sendable>(
    count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = work(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.map { $0! } }
  }
}
