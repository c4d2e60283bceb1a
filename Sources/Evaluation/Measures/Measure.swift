package import Interphase

/// What a model is measured by.
package enum Measure: Hashable, Sendable {
  /// Intersection over union of the decoded film, pooled.
  case overlap(Solid)
  /// Root mean square error of S₂ over S₂(0).
  case twoPoint
  /// Organic clusters over those simulated.
  case clusterRatio
  /// Sites of floating clusters over those simulated.
  case floatingRatio
  /// R² of what is read off the latent mean.
  case latentDetermination(Property)
  /// Root mean square error of what is read off the latent mean.
  case latentError(Property)
  /// Mean absolute difference of what is read off the latent mean from what is measured on the decoded
  /// film.
  case decodedDifference(Property)
  /// R² of the prediction from barriers alone.
  case barrierDetermination(Property)
  /// R² at the prior's mean, that of the best single Gaussian.
  case priorMeanDetermination(Property)
  /// Root mean square error of the prediction from barriers alone.
  case barrierError(Property)
  /// Share of films within the 5–95 % interval.
  case coverage(Property)
  /// Mean width of that interval.
  case intervalWidth(Property)
  /// How far the prediction follows each barrier, see ``BarrierResponse/gain(_:)``.
  case response(Property)
  /// The chance that two runs end far apart.
  case disagreement
  /// How well vectors whose runs end far apart are told from others.
  case disagreementRanking
  /// Spearman's |ρ| of the property with the principal axis that goes with it best over all films.
  case axisCorrelation(Property)
  /// Latent dimensions that films differ in.
  case activeDimensions

  /// What an overlap is of.
  package enum Solid: String, CaseIterable, Sendable {
    case solid, inorganic, organic
  }

  /// All, in the order of tables.
  package static let allCases: [Measure] =
    Solid.allCases.map { .overlap($0) } + [.twoPoint, .clusterRatio, .floatingRatio]
    + each(latentDetermination) + each(latentError) + each(decodedDifference)
    + each(barrierDetermination) + each(priorMeanDetermination) + each(barrierError)
    + each(coverage) + each(intervalWidth) + each(response)
    + [.disagreement, .disagreementRanking] + each(axisCorrelation) + [.activeDimensions]

  private static func each(_ measure: (Property) -> Measure) -> [Measure] {
    Property.allCases.map(measure)
  }

  /// The property that it is about, if it is about one.
  package var property: Property? {
    switch self {
    case .latentDetermination(let property), .latentError(let property),
      .decodedDifference(let property), .barrierDetermination(let property),
      .priorMeanDetermination(let property), .barrierError(let property), .coverage(let property),
      .intervalWidth(let property), .response(let property), .axisCorrelation(let property):
      property
    default: nil
    }
  }
}
