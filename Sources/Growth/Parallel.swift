import Dispatch
import Synchronization

/// Work over all cores for what a person waits for.
public enum Parallel {
  /// Calls `work` for 0..<count on all cores; the results come in order.
  ///
  /// - Parameters:
  ///   - count: Calls to make.
  ///   - isStopped: Asked before each call; once it says yes no further call begins.
  ///   - work: Called on several threads at once; `nil` for work that was given up.
  /// - Returns: The results, or `nil` where a call was left out or given up.
  public static func map<Result: Sendable>(
    count: Int, isStopped: @Sendable () -> Bool = { false },
    _ work: @Sendable (Int) -> Result?
  ) -> [Result]? {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      guard !isStopped(), let result = work(index) else { return }
      results.withLock { $0[index] = result }
    }
    let found = results.withLock { $0.compactMap { $0 } }
    return found.count == count ? found : nil
  }
}
