#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far a sample's distribution is from a given, continuous one (Kolmogorov 1933).
package struct KolmogorovSmirnov: Hashable, Sendable {
  /// The greatest distance of the two cumulative distributions.
  package let distance: Double
  /// The chance of at least this distance if the sample is drawn from the given distribution.
  package let probability: Double
  /// The distance's mean for a sample of this size drawn from it: √(π/2) ln 2 / √n.
  package let expectedDistance: Double
  /// Its standard deviation: √(π²/12 − (π/2) ln² 2) / √n.
  package let scatter: Double

  /// Compares a sample with a distribution.
  ///
  /// - Parameters:
  ///   - sample: In any order.
  ///   - cumulative: The share of the distribution up to a value; nothing of the distribution may
  ///     come from the sample.
  /// - Precondition: `sample` holds ten numbers or more, below which the probability is not right.
  package init(_ sample: [Double], cumulative: (Double) -> Double) {
    precondition(sample.count >= 10, "\(sample.count) numbers have no distribution")
    let count = Double(sample.count)
    var distance = 0.0
    for (rank, value) in sample.sorted().enumerated() {
      let share = cumulative(value)
      distance = max(distance, share - Double(rank) / count, Double(rank + 1) / count - share)
    }
    self.distance = distance
    // Stephens 1970: the limit distribution at this argument is right within 1 % from n = 10 on.
    let root = count.squareRoot()
    probability = Self.limitTail((root + 0.12 + 0.11 / root) * distance)
    expectedDistance = (Double.pi / 2).squareRoot() * log(2) / root
    scatter = (Double.pi * Double.pi / 12 - Double.pi / 2 * log(2) * log(2)).squareRoot() / root
  }

  /// The chance that √n times the distance is at least this, for n → ∞:
  /// 2 Σ (−1)^(j−1) exp(−2 j² λ²).
  package static func limitTail(_ argument: Double) -> Double {
    // Below, the alternating series converges slowly, and the chance is 1 to nine digits.
    guard argument > 0.28 else { return 1 }
    var sum = 0.0
    for j in 1...100 {
      let term = exp(-2 * Double(j * j) * argument * argument)
      sum += j % 2 == 1 ? term : -term
      if term < 1e-17 { break }
    }
    return min(1, max(0, 2 * sum))
  }
}
