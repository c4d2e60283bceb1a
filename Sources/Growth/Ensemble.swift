public import Interphase
public import KineticMonteCarlo

/// Runs that differ in their seeds alone.
public enum Ensemble {
  /// Events between two looks at whether the runs are still wanted: some milliseconds.
  private static let batch = 100_000

  /// Runs seeds `firstSeed`, `firstSeed + 1`, … over all cores.
  ///
  /// - Parameters:
  ///   - parameters: What all runs share.
  ///   - firstSeed: Seed of the first run.
  ///   - count: Runs.
  ///   - eventLimit: Events after which a run is cut.
  ///   - isStopped: Asked every few milliseconds, on several threads.
  ///   - finishedOne: Called after each run, on several threads.
  /// - Returns: The runs in the order of their seeds, whatever the threads; `nil` once stopped.
  public static func run(
    _ parameters: SimulationParameters, firstSeed: UInt64, count: Int,
    eventLimit: Int = SimulationParameters.defaultEventLimit,
    isStopped: @Sendable () -> Bool = { false },
    finishedOne: @Sendable (SimulationResult) -> Void = { _ in }
  ) -> [SimulationResult]? {
    Parallel.map(count: count, isStopped: isStopped) { index in
      let seed = firstSeed &+ UInt64(index)
      var simulation = Simulation(parameters, seed: seed)
      while simulation.events < eventLimit, !simulation.isFinished {
        if isStopped() { return nil }
        simulation.advance(toEvents: min(eventLimit, simulation.events + batch))
      }
      let result = SimulationResult(simulation, seed: seed)
      finishedOne(result)
      return result
    }
  }
}
