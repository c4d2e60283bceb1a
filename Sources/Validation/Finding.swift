import SampleStatistics

/// One number beside what it must be.
public struct Finding: Hashable, Sendable, Codable {
  /// How a difference is judged.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A mean of a sample, by its own standard error.
    case mean
    /// Pearson's χ² of counts in cells.
    case chiSquare
    /// Kolmogorov and Smirnov's distance of two cumulative distributions.
    case distance
    /// The largest of several deviations of means, in standard errors.
    case largestDeviation
  }

  /// What was measured, in a few words.
  public let name: String
  /// How the difference is judged.
  public let kind: Kind
  /// What it must be; for χ², a distance or a largest deviation the mean that chance gives it.
  public let expected: Double
  /// What it is.
  public let measured: Double
  /// Its own standard error; for χ², a distance or a largest deviation the scatter that chance gives.
  public let error: Double
  /// The unit of all three, empty for a bare number.
  public let unit: String
  /// The chance of at least this difference, to either side, if the simulator is right.
  public let probability: Double

  /// (measured − expected) / error.
  public var deviation: Double { (measured - expected) / error }
}

extension Finding {
  /// The mean of a sample beside its expectation.
  ///
  /// - Precondition: `sample` holds two different numbers or more.
  static func mean(_ name: String, _ sample: [Double], expected: Double, unit: String = "")
    -> Finding
  {
    let estimate = Estimate(sample)
    let deviation = (estimate.mean - expected) / estimate.error
    return Finding(
      name: name, kind: .mean, expected: expected, measured: estimate.mean, error: estimate.error,
      unit: unit, probability: NormalDistribution.twoSidedTail(deviation))
  }

  /// A sample beside a continuous distribution.
  static func distance(_ name: String, _ sample: [Double], cumulative: (Double) -> Double)
    -> Finding
  {
    let test = KolmogorovSmirnov(sample, cumulative: cumulative)
    return Finding(
      name: name, kind: .distance, expected: test.expectedDistance, measured: test.distance,
      error: test.scatter, unit: "", probability: test.probability)
  }

  /// Counts beside the chances of their cells.
  static func counts(_ name: String, _ observed: [Int], chances: [Double], outside: Int = 0)
    -> Finding
  {
    let fit = GoodnessOfFit(observed: observed, chances: chances, outside: outside)
    let freedom = Double(fit.degreesOfFreedom)
    return Finding(
      name: name, kind: .chiSquare, expected: freedom, measured: fit.statistic,
      error: max(1, 2 * freedom).squareRoot(), unit: "", probability: fit.probability)
  }

  /// The worst of several means beside their expectations, all of one set of runs.
  ///
  /// Judged as the smallest of that many probabilities (Šidák).
  /// - Parameter deviations: In standard errors, with what each is of.
  static func largest(_ name: String, _ deviations: [(of: String, sigma: Double)]) -> Finding {
    let worst = deviations.max { abs($0.sigma) < abs($1.sigma) } ?? (of: "nothing", sigma: 0)
    let tail = NormalDistribution.twoSidedTail(worst.sigma)
    // The largest of n normal numbers has a median near the quantile of 1 − 2^(−1/n).
    let typical = NormalDistribution.twoSidedQuantile(
      ManyTests.threshold(falseAlarms: 0.5, among: deviations.count))
    return Finding(
      name: "\(name), worst: \(worst.of)", kind: .largestDeviation, expected: typical,
      measured: abs(worst.sigma), error: 1, unit: "σ",
      probability: ManyTests.chance(ofSmallest: tail, among: deviations.count))
  }
}
