import Interphase
import KineticMonteCarlo
import Synchronization

extension SweepPlan {
  /// Makes all runs, over all cores.
  ///
  /// One pool of runs over points and replicas, so that no core waits at the end of a point. The
  /// first replica is made at all points before the second, so that what is done stands for what is
  /// left, however differently the points run.
  /// - Parameters:
  ///   - isStopped: Asked every few milliseconds, on several threads.
  ///   - progress: Told after each run, on several threads.
  /// - Returns: The points in the order of ``points``, the same whatever the threads; `nil` once
  ///   stopped.
  public func run(
    isStopped: @Sendable () -> Bool = { false },
    progress: @Sendable (SweepProgress) -> Void = { _ in }
  ) -> [SweepPoint]? {
    let points = points
    let state = Mutex(SweepProgress(done: 0, total: runCount, events: 0))
    let runs = Parallel.map(count: runCount, isStopped: isStopped) { index -> SweepRun? in
      let (replica, point) = index.quotientAndRemainder(dividingBy: points.count)
      let result = Ensemble.one(
        parameters(at: points[point]), seed: firstSeed &+ UInt64(replica),
        RunLimits(events: eventLimit), isStopped: isStopped)
      guard let result else { return nil }
      let reached = state.withLock { state in
        state.done += 1
        state.events += result.events
        return state
      }
      progress(reached)
      return SweepRun(result)
    }
    guard let runs else { return nil }
    return points.indices.map { point in
      SweepPoint(
        barriers: points[point],
        runs: (0..<replicas).map { runs[$0 * points.count + point] })
    }
  }
}
