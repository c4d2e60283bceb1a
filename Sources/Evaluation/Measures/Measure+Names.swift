import Interphase

extension Measure {
  /// A part of the table.
  package enum Section: String, CaseIterable, Sendable {
    case reconstruction = "film decoded from the latent mean"
    case reading = "properties regressed from the latent mean"
    case barriers = "from barriers alone"
    case latent = "latent space (ρ: Spearman's, of the axis that goes best with the property)"
  }

  /// The part of the table that it stands in.
  package var section: Section {
    switch self {
    case .overlap, .twoPoint, .clusterRatio, .floatingRatio: .reconstruction
    case .latentDetermination, .latentError, .decodedDifference: .reading
    case .axisCorrelation, .activeDimensions: .latent
    default: .barriers
    }
  }

  /// The key in JSON and CSV.
  package var id: String {
    property.map { "\(key).\($0.key)" } ?? key
  }

  private var key: String {
    switch self {
    case .overlap(let solid): "overlap.\(solid.rawValue)"
    case .twoPoint: "twoPointError"
    case .clusterRatio: "clusterRatio"
    case .floatingRatio: "floatingRatio"
    case .latentDetermination: "latentDetermination"
    case .latentError: "latentError"
    case .decodedDifference: "decodedDifference"
    case .barrierDetermination: "barrierDetermination"
    case .priorMeanDetermination: "priorMeanDetermination"
    case .barrierError: "barrierError"
    case .coverage: "coverage"
    case .intervalWidth: "intervalWidth"
    case .response: "response"
    case .disagreement: "disagreement"
    case .disagreementRanking: "disagreementRanking"
    case .axisCorrelation: "axisCorrelation"
    case .activeDimensions: "activeDimensions"
    }
  }

  /// The name in tables, below its section: at most 27 columns.
  package var name: String {
    let property = property.map { $0 == .volumeFraction ? "vol. fraction" : $0.name } ?? ""
    return switch self {
    case .overlap(let solid): "overlap, \(solid.rawValue)"
    case .twoPoint: "S₂ error / S₂(0)"
    case .clusterRatio: "clusters / simulated"
    case .floatingRatio: "floating sites / simulated"
    case .latentDetermination: "R² \(property)"
    case .latentError: "RMSE \(property)"
    case .decodedDifference: "– decoded, \(property)"
    case .barrierDetermination: "R² \(property)"
    case .priorMeanDetermination: "R² at mean, \(property)"
    case .barrierError: "RMSE \(property)"
    case .coverage: "90 % covers, \(property)"
    case .intervalWidth: "– width, \(property)"
    case .response: "response, \(property)"
    case .disagreement: "two runs far apart"
    case .disagreementRanking: "– told from others (AUC)"
    case .axisCorrelation: "ρ \(property)"
    case .activeDimensions: "active dimensions"
    }
  }

  /// The unit, empty for a ratio.
  package var unit: String {
    switch self {
    case .latentError(let property), .decodedDifference(let property),
      .barrierError(let property), .intervalWidth(let property):
      property.unit
    default: ""
    }
  }
}
