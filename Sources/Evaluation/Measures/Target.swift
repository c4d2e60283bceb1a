import Interphase

/// What a measure is to reach.
package enum Target: Hashable, Sendable {
  /// This or more.
  case least(Double)
  /// This or less.
  case most(Double)
  /// Between these.
  case within(ClosedRange<Double>)
  /// This share of the ceiling or more.
  case shareOfCeiling(Double)

  /// Whether a value reaches it; `nil` where the ceiling would have to be known.
  package func isReached(by value: Double, ceiling: Double?) -> Bool? {
    switch self {
    case .least(let bound): value >= bound
    case .most(let bound): value <= bound
    case .within(let range): range.contains(value)
    case .shareOfCeiling(let share): ceiling.map { value >= share * $0 }
    }
  }
}

extension Measure {
  /// What a model must reach over a whole split to be of use, and what it should; `nil` where nothing
  /// is asked.
  package var targets: (least: Target, aim: Target)? {
    switch self {
    case .overlap(.solid): (.least(0.66), .least(0.75))
    case .overlap(.inorganic): (.least(0.82), .least(0.92))
    case .overlap(.organic): (.least(0.54), .least(0.65))
    case .twoPoint: (.most(0.08), .most(0.04))
    case .latentDetermination(.thickness): (.least(0.99), .least(0.995))
    case .latentDetermination(.volumeFraction): (.least(0.99), .least(0.997))
    case .latentDetermination(.density): (.least(0.94), .least(0.97))
    case .latentDetermination(.porosity): (.least(0.93), .least(0.96))
    case .decodedDifference(.thickness): (.most(0.8), .most(0.4))
    case .decodedDifference(.porosity): (.most(0.04), .most(0.02))
    case .barrierDetermination(.thickness): (.least(0.62), .shareOfCeiling(0.95))
    case .barrierDetermination(.porosity): (.least(0.55), .shareOfCeiling(0.95))
    case .coverage: (.within(0.85...0.95), .within(0.87...0.93))
    case .axisCorrelation(.thickness), .axisCorrelation(.volumeFraction):
      (.least(0.80), .least(0.95))
    case .axisCorrelation(.density), .axisCorrelation(.porosity): (.least(0.60), .least(0.85))
    default: nil
    }
  }

  /// How far a value is from the best there is, so that less is better; `nil` for measures that one
  /// who knows nothing can have right.
  package func shortfall(_ value: Double) -> Double? {
    switch self {
    case .overlap, .latentDetermination, .barrierDetermination, .disagreementRanking: -value
    case .twoPoint, .latentError, .barrierError: value
    case .clusterRatio, .floatingRatio, .response: abs(value - 1)
    default: nil
    }
  }
}
