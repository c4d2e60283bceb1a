import DataSets
import Evaluation
import Surrogate

/// A trained network's view of the test split, and what it is worth.
struct TestSplitView {
  /// Latent means, one a film.
  let means: [[Float]]
  /// Simulated properties, four a film.
  let properties: [[Float]]
  /// What the network reaches.
  let metrics: Metrics

  /// Films that are shown at once.
  private static let batch = 32

  /// Shows the films of the test split to a network.
  ///
  /// - Parameters:
  ///   - seed: Of the draws of the prior.
  ///   - report: Told the films done so far.
  init(
    _ predictor: Predictor, _ films: any FilmSource, seed: UInt64,
    report: (Int) -> Void = { _ in }
  ) throws {
    let examiner = Examiner(predictor, seed: seed)
    var findings: [FilmFinding] = []
    var properties: [[Float]] = []
    for start in stride(from: 0, to: films.count, by: Self.batch) {
      let samples = try (start..<min(start + Self.batch, films.count)).map { index in
        let film = try films.film(at: index)
        properties.append(film.properties)
        // Time, events and end of the run have no part in the metrics.
        return Sample(
          index: film.index, seed: film.seed, barriers: film.barriers, lattice: film.lattice,
          time: 0, events: 0, finished: true)
      }
      findings += examiner.findings(of: samples)
      report(findings.count)
    }
    means = findings.map(\.latentMean)
    self.properties = properties
    metrics = Metrics(of: findings)
  }
}
