public import KineticMonteCarlo
public import SampleStatistics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What runs that differ in their seeds alone have in common.
public struct EnsembleSummary: Sendable, Equatable {
  /// How one measure is spread over the runs.
  public struct Spread: Sendable, Equatable {
    /// Median, mean, and the band that holds nine values in ten.
    public let band: Band
    /// Runs that have the measure.
    public let runs: Int
    /// Whether the values fall into two heaps or more (``DipTest``); `nil` for fewer runs than
    /// ``DipTest/smallestSample``.
    ///
    /// Times are judged on a logarithmic axis.
    public let isBimodal: Bool?

    /// Values of runs that have the measure, with the steps of ``RunMeasure/step(of:)``; `nil` for
    /// none.
    init?(of measure: RunMeasure, values: [Double], steps: [Double]) {
      guard !values.isEmpty else { return nil }
      band = Band(of: values)
      runs = values.count
      isBimodal = DipTest.isBimodal(
        measure == .passivationTime ? values.map(log10) : values, widths: steps)
    }
  }

  /// All runs.
  public let runs: Int
  /// How many stopped for which reason.
  public let stopped: [StopReason: Int]
  /// By measure; ``RunMeasure/passivationTime`` is missing where no run finished.
  public let spreads: [RunMeasure: Spread]

  /// - Precondition: There is a run.
  public init(of results: [SimulationResult], limits: RunLimits) {
    precondition(!results.isEmpty, "no runs have no summary")
    runs = results.count
    stopped = Dictionary(
      results.map { (StopReason(of: $0, limits: limits), 1) }, uniquingKeysWith: +)
    var spreads: [RunMeasure: Spread] = [:]
    for measure in RunMeasure.allCases { spreads[measure] = Self.spread(of: measure, results) }
    self.spreads = spreads
  }

  private static func spread(of measure: RunMeasure, _ results: [SimulationResult]) -> Spread? {
    let having = results.filter { measure.value(of: $0) != nil }
    return Spread(
      of: measure, values: having.compactMap { measure.value(of: $0) },
      steps: having.map { measure.step(of: $0) })
  }
}
