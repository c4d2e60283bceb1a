package import DataSets
import Interphase
import Networks
package import Surrogate

/// Shows films to a model and takes down what it says of them.
package struct Examiner: Sendable {
  /// Draws of the prior behind a prediction from barriers.
  package static let draws = 200

  private let predictor: Predictor
  private let training: TrainingFilms?
  private let seed: UInt64

  /// Examines a model.
  ///
  /// - Parameters:
  ///   - predictor: The model; its network's batch size decides how many films share a pass.
  ///   - training: What the baselines know; they say nothing where `nil`.
  ///   - seed: Of the draws of the prior; each film has its own, from this and its index.
  package init(_ predictor: Predictor, training: TrainingFilms? = nil, seed: UInt64) {
    self.predictor = predictor
    self.training = training
    self.seed = seed
  }

  /// What is said of films.
  ///
  /// - Precondition: The films have the model's size.
  package func findings(of samples: [Sample]) -> [FilmFinding] {
    let encodings = predictor.encode(samples.map(\.lattice))
    let films = predictor.decode(
      latents: encodings.map(\.mean), barriers: samples.map(\.barriers))
    return samples.indices.map { index in
      finding(samples[index], encodings[index], decoded: films[index])
    }
  }

  /// Thicknesses of the draws of the prior at a film's barriers [nm], those of its finding; none for
  /// a model without prior or regressor.
  package func drawnThicknesses(for sample: Sample) -> [Double] {
    drawnProperties(for: sample).map { $0[.thickness] }
  }

  private func finding(
    _ sample: Sample, _ encoding: FilmEncoding, decoded: Lattice
  ) -> FilmFinding {
    var answers = Answers()
    answers[.model].film = FilmComparison(of: decoded, with: sample.lattice)
    let regressed = predictor.regress(encoding.mean)
    if !regressed.isEmpty { answers[.model].reading = PropertyVector(regressed) }
    let drawn = drawnProperties(for: sample)
    if !drawn.isEmpty {
      answers[.model].prediction = drawn.reduce(.zero, +) / Double(drawn.count)
      answers[.model].interval = PropertyInterval(of: drawn)
      answers[.model].atPriorMean = PropertyVector(
        predictor.regress(predictor.prior(at: sample.barriers).mean))
      answers[.model].disagreement = Disagreement(height: sample.lattice.height).share(
        of: drawn.map { $0[.thickness] })
    }
    training?.answer(sample, into: &answers, height: sample.lattice.height)
    return FilmFinding(
      sample, truth: FilmFacts(of: sample.lattice), latentMean: encoding.mean,
      latentVariance: encoding.variance, answers: answers)
  }

  /// The properties regressed from draws of the prior at a film's barriers.
  private func drawnProperties(for sample: Sample) -> [PropertyVector] {
    let variant = predictor.architecture.variant
    guard variant.hasPrior, variant.hasRegressor else { return [] }
    let values = predictor.regress(
      predictor.draws(
        at: sample.barriers, count: Self.draws, seed: Self.drawSeed(seed, film: sample.index)))
    return (0..<Self.draws).map { PropertyVector(values, at: $0) }
  }

  /// The seed of a film's draws: films of one evaluation, and of two with different seeds, share none.
  package static func drawSeed(_ seed: UInt64, film index: Int) -> UInt64 {
    SplitMix64.mix(SplitMix64.mix(seed) &+ UInt64(index))
  }
}
