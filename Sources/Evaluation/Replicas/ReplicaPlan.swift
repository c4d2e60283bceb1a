package import DataSets
import Growth
package import Interphase
import KineticMonteCarlo
import SampleStatistics

/// Which films are run again, and how.
package struct ReplicaPlan: Hashable, Sendable {
  /// Barrier vectors.
  package var vectors: Int
  /// Further seeds for each.
  package var seeds: Int
  /// What the runs depend on besides barriers and seed.
  package var parameters: SimulationParameters
  /// Events after which a run is cut.
  package var eventLimit: Int
  /// Whether the split's own film is one of the runs: not where other rules made it.
  package var countsOwnFilm: Bool

  /// Gathers a plan.
  package init(
    vectors: Int, seeds: Int, parameters: SimulationParameters, eventLimit: Int,
    countsOwnFilm: Bool
  ) {
    self.vectors = vectors
    self.seeds = seeds
    self.parameters = parameters
    self.eventLimit = eventLimit
    self.countsOwnFilm = countsOwnFilm
  }

  /// The places of the films to run again, evenly over `count` films: since barriers do not go with
  /// the index, a random choice.
  package func places(among count: Int) -> [Int] {
    Statistics.evenPlaces(vectors, of: count)
  }

  /// The further seeds for a film.
  package func seeds(for sample: Sample) -> [UInt64] {
    var source = SplitMix64(seed: ~sample.seed)
    return (0..<seeds).map { _ in source.next() }
  }

  /// Runs all films again, over all cores.
  ///
  /// - Parameters:
  ///   - isStopped: Asked every few milliseconds, on several threads.
  ///   - finishedOne: Called after each run with its events, on several threads.
  /// - Returns: For each sample its runs, its own film first where it counts; `nil` once stopped.
  package func run(
    _ samples: [Sample], isStopped: @Sendable () -> Bool,
    finishedOne: @Sendable (Int) -> Void
  ) -> [[Lattice]]? {
    let limits = RunLimits(events: eventLimit)
    let runs = Parallel.map(count: samples.count * seeds, isStopped: isStopped) { index in
      let sample = samples[index / seeds]
      var own = parameters
      own.barriers = sample.barriers
      let result = Ensemble.one(
        own, seed: seeds(for: sample)[index % seeds], limits, isStopped: isStopped)
      if let result { finishedOne(result.events) }
      return result?.lattice
    }
    return runs.map { runs in
      samples.indices.map { index in
        (countsOwnFilm ? [samples[index].lattice] : [])
          + runs[(index * seeds)..<((index + 1) * seeds)]
      }
    }
  }
}
