/// Where the values of a sample lie.
public struct Band: Hashable, Sendable, Codable {
  /// The mean.
  public let mean: Double
  /// Half of the values lie below.
  public let median: Double
  /// One value in twenty lies below.
  public let low: Double
  /// One value in twenty lies above.
  public let high: Double

  /// - Precondition: `sample` holds one number or more.
  public init(of sample: [Double]) {
    let sorted = sample.sorted()
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = Statistics.quantile(0.5, of: sorted)
    low = Statistics.quantile(0.05, of: sorted)
    high = Statistics.quantile(0.95, of: sorted)
  }
}
