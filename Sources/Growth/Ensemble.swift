public import Interphase
public import KineticMonteCarlo

/// Runs that differ in their seeds alone.
public enum Ensemble {
  /// Events between two looks at whether the runs are still wanted: some milliseconds.
  static let batch = 100_000

  /// Runs seeds `firstSeed`, `firstSeed + 1`, … over all cores.
  ///
  /// - Parameters:
  ///   - parameters: What all runs share.
  ///   - firstSeed: Seed of the first run.
  ///   - count: Runs.
  ///   - eventLimit: Events after which a run is cut.
  ///   - timeLimit: Simulated time after which a run is cut [s].
  ///   - isStopped: Asked every few milliseconds, on several threads.
  ///   - finishedOne: Called after each run, on several threads.
  /// - Returns: The runs in the order of their seeds, whatever the threads; `nil` once stopped.
  public static func run(
    _ parameters: SimulationParameters, firstSeed: UInt64, count: Int,
    eventLimit: Int = SimulationParameters.defaultEventLimit, timeLimit: Double = .infinity,
    isStopped: @Sendable () -> Bool = { false },
    finishedOne: @Sendable (SimulationResult) -> Void = { _ in }
  ) -> [SimulationResult]? {
    let limits = RunLimits(events: eventLimit, time: timeLimit)
    return Parallel.map(count: count, isStopped: isStopped) { index in
      let result = one(
        parameters, seed: firstSeed &+ UInt64(index), limits, isStopped: isStopped)
      if let result { finishedOne(result) }
      return result
    }
  }

  /// One run to its limits; `nil` once stopped.
  package static func one(
    _ parameters: SimulationParameters, seed: UInt64, _ limits: RunLimits,
    isStopped: () -> Bool
  ) -> SimulationResult? {
    var run = GrowthRun(parameters, seed: seed)
    while run.advance(to: limits, byEvents: batch) == nil {
      if isStopped() { return nil }
    }
    return run.result
  }
}
