import Interphase
import SampleStatistics
import Testing

/// Tails and tests beside published values and beside samples that must, or must not, fit.
@Suite struct DistributionTests {
  /// Relative difference.
  private func difference(_ a: Double, _ b: Double) -> Double { abs(a / b - 1) }

  @Test func `the normal distribution's tails are the tables'`() {
    #expect(difference(NormalDistribution.twoSidedTail(1), 0.317310507862914) < 1e-12)
    #expect(difference(NormalDistribution.twoSidedTail(-1.959963984540054), 0.05) < 1e-12)
    #expect(difference(NormalDistribution.twoSidedTail(5), 5.733031437583878e-7) < 1e-12)
    #expect(abs(NormalDistribution.twoSidedQuantile(0.05) - 1.959963984540054) < 1e-10)
  }

  /// Degrees of freedom, χ², and the tail: closed forms (ν = 2: exp(−x/2); ν = 1: erfc √(x/2)), and
  /// the 5 % and 0.1 % points of Abramowitz & Stegun, table 26.8.
  static let tails: [(Int, Double, Double, Double)] = [
    (2, 3, 0.22313016014842982, 1e-13), (2, 60, 9.357622968840175e-14, 1e-12),
    (4, 10, 6 * 0.006737946999085467, 1e-13), (1, 1, 0.317310507862914, 1e-12),
    (1, 25, 5.733031437583878e-7, 1e-11), (10, 18.3070, 0.05, 1e-4), (10, 29.5883, 0.001, 1e-4),
    (100, 124.342, 0.05, 1e-4), (3, 7.81473, 0.05, 1e-4), (7, 0, 1, 1e-15),
  ]

  @Test(arguments: tails)
  func `the tail of χ² is that of tables and closed forms`(
    freedom: Int, statistic: Double, tail: Double, tolerance: Double
  ) {
    let found = ChiSquareDistribution.upperTail(statistic, degreesOfFreedom: freedom)
    #expect(difference(found, tail) < tolerance, "\(found)")
  }

  @Test func `series and fraction of χ² meet, also at thousands of degrees of freedom`() {
    for freedom in [3, 50, 999, 5000] {
      // The two ways take over from each other at χ² = ν + 2.
      let below = ChiSquareDistribution.upperTail(
        (Double(freedom) + 2).nextDown, degreesOfFreedom: freedom)
      let above = ChiSquareDistribution.upperTail(
        Double(freedom) + 2, degreesOfFreedom: freedom)
      #expect(difference(below, above) < 1e-11, "\(freedom): \(below), \(above)")
    }
    // Wilson & Hilferty: (χ²/ν)^⅓ is nearly normal with mean 1 − 2/9ν and variance 2/9ν.
    let point = 5000 * 1.0395
    #expect(
      abs(ChiSquareDistribution.upperTail(point, degreesOfFreedom: 5000) - 0.0248) < 0.0005)
  }

  @Test func `Kolmogorov's limit is the table's`() {
    // Smirnov 1948.
    #expect(abs(KolmogorovSmirnov.limitTail(1.358098630) - 0.05) < 1e-6)
    #expect(abs(KolmogorovSmirnov.limitTail(1.949475) - 0.001) < 1e-6)
    #expect(abs(KolmogorovSmirnov.limitTail(0.8275735551) - 0.5) < 1e-6)
    #expect(KolmogorovSmirnov.limitTail(0.2) == 1)
  }

  @Test func `a distance is the largest, on either side of a step`() {
    // Steps of a tenth against the uniform distribution: the largest gap is before 0.9.
    let sample = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.9, 0.95]
    let test = KolmogorovSmirnov(sample.reversed()) { $0 }
    #expect(abs(test.distance - 0.1) < 1e-12)
    #expect(test.probability > 0.99)
  }

  @Test func `right samples fit as often as they should, and wrong ones do not`() {
    var source = RandomSource(seed: 5)
    var distances: [Double] = []
    var below = 0
    for _ in 0..<400 {
      let test = KolmogorovSmirnov((0..<200).map { _ in source.unit() }) { $0 }
      distances.append(test.distance / test.expectedDistance)
      if test.probability < 0.1 { below += 1 }
    }
    // 40 ± 6 of 400 below 0.1; the mean distance within four errors (Stephens: some percent less).
    #expect((16...64).contains(below), "\(below)")
    let mean = Estimate(distances)
    #expect(abs(mean.mean - 1) < 4 * mean.error + 0.03, "\(mean)")
    let wrong = KolmogorovSmirnov((0..<2000).map { _ in source.unit() }) { $0 * $0 }
    #expect(wrong.probability < 1e-12)
  }

  @Test func `Pearson's χ² of a die, with cells pooled`() {
    // (5−8)²/8 + (8−8)²/8 + (9−8)²/8 + (8−8)²/8 + (10−8)²/8 + (8−8)²/8 = 14/8.
    let die = GoodnessOfFit(
      observed: [5, 8, 9, 8, 10, 8], chances: [Double](repeating: 1.0 / 6, count: 6),
      leastExpected: 5)
    #expect(die.degreesOfFreedom == 5)
    #expect(abs(die.statistic - 1.75) < 1e-12)
    #expect(abs(die.probability - 0.8825) < 0.0005)

    // Three cells of 4 expectations are pooled to 12.
    let pooled = GoodnessOfFit(
      observed: [40, 48, 4, 4, 4], chances: [0.44, 0.44, 0.04, 0.04, 0.04])
    #expect(pooled.degreesOfFreedom == 2)
    #expect(abs(pooled.statistic - 32.0 / 44) < 1e-12)

    // A pool that is still short takes the next smallest cell: 88 and 8 + 4.
    let short = GoodnessOfFit(observed: [80, 12, 8], chances: [0.88, 0.08, 0.04])
    #expect(short.degreesOfFreedom == 1)
    #expect(abs(short.statistic - (64.0 / 88 + 64.0 / 12)) < 1e-12)
  }

  @Test func `what cannot be is not forgiven`() {
    let chances = [0.5, 0.5, 0]
    #expect(GoodnessOfFit(observed: [500, 500, 0], chances: chances).probability > 0.9)
    #expect(GoodnessOfFit(observed: [500, 499, 1], chances: chances).probability < 1e-12)
    #expect(
      GoodnessOfFit(observed: [500, 499, 0], chances: chances, outside: 1).probability < 1e-12)
  }

  @Test func `many tests together fail as often as one is meant to`() {
    let threshold = ManyTests.threshold(falseAlarms: 0.001, among: 100)
    #expect(difference(threshold, 1.0005e-5) < 1e-4)
    #expect(difference(ManyTests.chance(ofSmallest: threshold, among: 100), 0.001) < 1e-10)
    #expect(ManyTests.chance(ofSmallest: 0.2, among: 1) == 0.2)
    #expect(ManyTests.chance(ofSmallest: 1, among: 3) == 1)
  }
}
