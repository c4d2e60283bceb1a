import Interphase
import SampleStatistics

extension Measure {
  /// What a source reaches over films.
  ///
  /// - Parameters:
  ///   - findings: The films.
  ///   - source: Whose answers count.
  /// - Returns: `nil` for no films, where the source does not answer to what is measured, and for
  ///   measures that are not of such answers (of replicas, of the latent space).
  package func value(over findings: [FilmFinding], of source: Source) -> Double? {
    guard !findings.isEmpty else { return nil }
    switch self {
    case .overlap, .twoPoint, .clusterRatio, .floatingRatio:
      return ofFilms(
        findings.compactMap { finding in
          finding.answers[source].film.map { (film: $0, truth: finding.truth) }
        })
    case .latentDetermination(let property), .latentError(let property):
      return ofNumbers(findings, property) { $0.answers[source].reading }
    case .barrierDetermination(let property), .barrierError(let property):
      return ofNumbers(findings, property) { $0.answers[source].prediction }
    case .priorMeanDetermination(let property):
      return ofNumbers(findings, property) { $0.answers[source].atPriorMean }
    case .decodedDifference(let property): return Self.difference(of: property, findings, source)
    case .coverage(let property), .intervalWidth(let property):
      return ofIntervals(findings, property, source)
    case .response(let property): return BarrierResponse.gain(of: property, findings, source)
    case .disagreement, .disagreementRanking, .axisCorrelation, .activeDimensions: return nil
    }
  }

  /// Measures of films beside films, pooled; `nil` for others, or for no films.
  func ofFilms(_ pairs: [(film: FilmComparison, truth: FilmFacts)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    switch self {
    case .overlap(let solid):
      var overlap = Overlap()
      for pair in pairs { overlap.add(pair.film.overlap) }
      return switch solid {
      case .solid: overlap.solid
      case .inorganic: overlap.inorganic
      case .organic: overlap.organic
      }
    case .twoPoint:
      var (own, truth) = (TwoPointCorrelation(), TwoPointCorrelation())
      for pair in pairs {
        own.add(pair.film.facts.correlation)
        truth.add(pair.truth.correlation)
      }
      return own.error(against: truth)
    case .clusterRatio: return Self.ratio(pairs) { $0.count }
    case .floatingRatio: return Self.ratio(pairs) { $0.floatingSites }
    default: return nil
    }
  }

  /// Σ of the films over Σ of the simulated ones; `nil` where these have none.
  private static func ratio(
    _ pairs: [(film: FilmComparison, truth: FilmFacts)], _ count: (OrganicClusters) -> Int
  ) -> Double? {
    let simulated = pairs.reduce(0) { $0 + count($1.truth.clusters) }
    guard simulated > 0 else { return nil }
    return Double(pairs.reduce(0) { $0 + count($1.film.facts.clusters) }) / Double(simulated)
  }

  /// R² or root mean square error of a property.
  private func ofNumbers(
    _ findings: [FilmFinding], _ property: Property,
    _ answer: (FilmFinding) -> PropertyVector?
  ) -> Double? {
    let said = findings.compactMap { finding in
      answer(finding).map { (truth: finding.truth.properties[property], said: $0[property]) }
    }
    guard !said.isEmpty else { return nil }
    switch self {
    case .latentError, .barrierError:
      let squares = said.reduce(0) { $0 + ($1.truth - $1.said) * ($1.truth - $1.said) }
      return (squares / Double(said.count)).squareRoot()
    default:
      // Films that are all alike have no variance to be explained.
      let truth = said.map(\.truth)
      guard truth.contains(where: { $0 != truth[0] }) else { return nil }
      return Statistics.determination(truth: truth, prediction: said.map(\.said))
    }
  }

  private static func difference(
    of property: Property, _ findings: [FilmFinding], _ source: Source
  ) -> Double? {
    // Of the model alone: what others say of a film is measured on it.
    guard source == .model else { return nil }
    let pairs = findings.compactMap { finding in
      finding.answers[source].reading.flatMap { reading in
        finding.answers[source].film.map { (reading, $0.facts.properties) }
      }
    }
    guard !pairs.isEmpty else { return nil }
    return Statistics.meanAbsoluteError(
      pairs.map { $0.0[property] }, pairs.map { $0.1[property] })
  }

  /// Coverage or mean width of the intervals of a property.
  private func ofIntervals(
    _ findings: [FilmFinding], _ property: Property, _ source: Source
  ) -> Double? {
    let values = findings.compactMap { finding in
      finding.answers[source].interval.map { interval -> Double in
        let (low, high) = (interval.low[property], interval.high[property])
        if case .intervalWidth = self { return high - low }
        return (low...high).contains(finding.truth.properties[property]) ? 1 : 0
      }
    }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
