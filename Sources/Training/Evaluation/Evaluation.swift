import Interphase
import Networks
import SampleStatistics
public import Surrogate

/// A trained network's view of the test split, and what it is worth.
public struct Evaluation {
  /// Latent means, one a film.
  let means: [[Float]]
  /// Simulated properties, four a film.
  let properties: [[Float]]
  /// What the network reaches.
  public let metrics: Metrics

  /// Draws of the prior behind an interval.
  private static let draws = 200

  /// Runs the films of the test split through a network.
  ///
  /// - Parameters:
  ///   - seed: Of the draws of the prior.
  ///   - report: Told the films done so far.
  init(
    _ predictor: Predictor, _ films: any FilmSource, seed: UInt64,
    report: (Int) -> Void = { _ in }
  ) throws {
    var means: [[Float]] = []
    var properties: [[Float]] = []
    var tally = Tally()
    for index in 0..<films.count {
      let film = try films.film(at: index)
      let (truth, barriers) = (film.lattice, film.barriers)
      let (mean, _, regressed) = predictor.encode(truth)
      means.append(mean)
      properties.append(film.properties)
      tally.add(predictor.decode(latent: mean, barriers: barriers), truth, regressed)
      if predictor.architecture.variant.hasPrior {
        let drawn = predictor.draws(
          at: barriers, count: Self.draws, seed: seed &+ UInt64(index))
        tally.add(
          prediction: predictor.regress(predictor.prior(at: barriers).mean),
          draws: predictor.regress(drawn), truth: film.properties)
      }
      report(index + 1)
    }
    self.means = means
    self.properties = properties
    metrics = tally.metrics(truth: properties, variant: predictor.architecture.variant)
  }
}

/// What is added up film by film.
private struct Tally {
  private var overlap = Overlap()
  private var decodedCorrelation = TwoPointCorrelation()
  private var simulatedCorrelation = TwoPointCorrelation()
  private var regressed: [[Float]] = []
  private var measured: [Observables] = []
  private var predicted: [[Float]] = []
  private var covered = [0, 0, 0, 0]

  mutating func add(_ film: DecodedFilm, _ truth: Lattice, _ regressed: [Float]) {
    overlap.add(decoded: film.lattice, simulated: truth)
    let height = truth.filmHeights.max() ?? 0
    simulatedCorrelation.add(truth, height: height)
    decodedCorrelation.add(film.lattice, height: height)
    self.regressed.append(regressed)
    measured.append(film.observables)
  }

  mutating func add(prediction: [Float], draws: [Float], truth: [Float]) {
    predicted.append(prediction)
    for property in 0..<4 {
      let sorted = stride(from: property, to: draws.count, by: 4).map { Double(draws[$0]) }
        .sorted()
      let interval =
        Statistics.quantile(0.05, of: sorted)...Statistics.quantile(0.95, of: sorted)
      covered[property] += interval.contains(Double(truth[property])) ? 1 : 0
    }
  }

  func metrics(truth: [[Float]], variant: Variant) -> Metrics {
    let reconstruction = Reconstruction(
      solidOverlap: overlap.solid, inorganicOverlap: overlap.inorganic,
      organicOverlap: overlap.organic,
      twoPointError: decodedCorrelation.error(against: simulatedCorrelation))
    let hasRegressor = variant.hasRegressor
    return Metrics(
      films: truth.count, reconstruction: reconstruction,
      regression: hasRegressor ? scores(of: regressed, truth) : nil,
      decodedAgreement: hasRegressor ? agreement : nil,
      fromBarriers: predicted.isEmpty
        ? nil
        : BarrierScores(
          determination: scores(of: predicted, truth),
          coverage: PropertyScores(covered.map { Double($0) / Double(truth.count) })))
  }

  private func scores(of predictions: [[Float]], _ truth: [[Float]]) -> PropertyScores {
    PropertyScores(
      (0..<4).map { property in
        Statistics.determination(
          truth: truth.map { Double($0[property]) },
          prediction: predictions.map { Double($0[property]) })
      })
  }

  private var agreement: DecodedAgreement {
    func error(_ property: Property) -> Double {
      Statistics.meanAbsoluteError(
        regressed.map { Double($0[property.rawValue]) }, measured.map(property.value(in:)))
    }
    return DecodedAgreement(
      thicknessError: error(.thickness), porosityError: error(.porosity))
  }
}
