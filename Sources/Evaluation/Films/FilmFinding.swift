package import DataSets
package import Interphase

/// One film of a split with all that is said of it: some 2 kB.
package struct FilmFinding: Sendable {
  /// The film's index in its data set.
  package var index: Int
  /// The kind of film.
  package var outcome: Outcome
  /// Whether its run ended by itself.
  package var finished: Bool
  /// What it was simulated with.
  package var barriers: Barriers
  /// What is measured of it.
  package var truth: FilmFacts
  /// Its latent mean.
  package var latentMean: [Float]
  /// The variance of its latent point, one number a dimension.
  package var latentVariance: [Float]
  /// What the sources say of it.
  package var answers: Answers

  /// Gathers a finding.
  package init(
    _ sample: Sample, truth: FilmFacts, latentMean: [Float], latentVariance: [Float],
    answers: Answers
  ) {
    index = sample.index
    outcome = sample.outcome
    finished = sample.finished
    barriers = sample.barriers
    self.truth = truth
    self.latentMean = latentMean
    self.latentVariance = latentVariance
    self.answers = answers
  }
}

/// The films that a figure is over.
package enum FilmGroup: Hashable, Sendable {
  case all
  case finished
  case unfinished
  case outcome(Outcome)

  /// In the order of tables.
  package static let allCases: [FilmGroup] =
    [.all, .finished, .unfinished] + Outcome.allCases.map { .outcome($0) }

  /// The key in JSON and CSV.
  package var id: String {
    switch self {
    case .all: "all"
    case .finished: "finished"
    case .unfinished: "unfinished"
    case .outcome(let outcome): outcome.id
    }
  }

  /// Whether a film belongs to the group.
  package func contains(outcome: Outcome, finished: Bool) -> Bool {
    switch self {
    case .all: true
    case .finished: finished
    case .unfinished: !finished
    case .outcome(let own): outcome == own
    }
  }
}
