import Interphase
import Testing

@testable import SampleStatistics

@Suite struct DipTestTests {
  /// Fractional parts of k·φ, k = 1 … n: spread out more evenly than by chance.
  private func golden(_ count: Int) -> [Double] {
    let ratio = (5.0.squareRoot() - 1) / 2
    return (1...count).map { (Double($0) * ratio).truncatingRemainder(dividingBy: 1) }
  }

  /// Dips that the R package diptest (Maechler 2024), by its port to Python, gives for these samples.
  @Test func `the dip agrees with the published algorithm`() {
    let waits = golden(100).enumerated().map { $1 * $1 + ($0 % 4 == 3 ? 1.2 : 0) }
    let heaps = golden(40).enumerated().map { $1 + ($0 % 3 == 2 ? 3 : 0) }
    let tied = (1...30).map { Double($0 * $0 % 17) }
    let known: [(sample: [Double], dip: Double)] = [
      (golden(40), 0.02602549156242142), (golden(40).map { $0 * $0 * $0 }, 0.01827191611456238),
      (heaps, 0.11562133507161251), (waits, 0.030340776065536135), (tied, 0.09583333333333334),
      ([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 0.25), ([7], 0.5), ([3, 3, 3, 3], 0.125),
    ]
    for (sample, dip) in known {
      let found = DipTest.dip(of: sample.sorted())
      #expect(abs(found - dip) < 1e-12, "\(sample.count) numbers: \(found), expected \(dip)")
    }
  }

  /// Quantiles of the dip of uniform samples, from 100,000 of each size by diptest: 95 % and 99 %.
  @Test(arguments: [(20, 0.10519, 0.12083), (50, 0.07021, 0.08085), (200, 0.03692, 0.04254)])
  func `p-values are those of uniform samples`(count: Int, five: Double, one: Double) {
    // Of 2,000 draws, 5 % ± 0.5 % and 1 % ± 0.22 %: four standard errors.
    #expect(abs(DipNull.shared.pValue(of: five, count: count) - 0.05) < 0.02)
    #expect(abs(DipNull.shared.pValue(of: one, count: count) - 0.01) < 0.009)
  }

  @Test func `uniform samples are called bimodal as seldom as promised, normal ones less`() {
    var source = RandomSource(seed: 4)
    let trials = 2000
    var (uniform, normal) = (0, 0)
    for _ in 0..<trials {
      if DipTest.isBimodal((0..<30).map { _ in source.unit() }) == true { uniform += 1 }
      if DipTest.isBimodal((0..<30).map { _ in source.normal() }) == true { normal += 1 }
    }
    // 1 % of 2,000, with four standard errors, and that of the simulated quantile.
    let expected = DipTest.significance * Double(trials)
    #expect(abs(Double(uniform) - expected) < 4 * (2 * expected).squareRoot(), "seed 4: \(uniform)")
    #expect(normal <= 2, "seed 4: \(normal)")
  }

  @Test func `two heaps are found from ten values on, and not below`() {
    let five: [Double] = [1, 1.1, 1.2, 1.3, 1.4]
    let other = five.map { $0 + 24 }
    #expect(DipTest.isBimodal(five + other) == true)
    #expect(DipTest.isBimodal(Array(five + other).dropLast().map { $0 }) == nil)
    #expect(DipTest.isBimodal([]) == nil)
  }

  @Test func `neighbouring values of a lattice are one heap`() {
    let flat = [Double](repeating: 1, count: 30) + [Double](repeating: 1.02, count: 20)
    #expect(DipTest.isBimodal(flat) == true)
    let widths = [Double](repeating: 0.02, count: 50)
    #expect(DipTest.isBimodal(flat, widths: widths) == false)
    let same = [Double](repeating: 4, count: 50)
    #expect(DipTest.isBimodal(same, widths: widths) == false)
    #expect(DipTest.isBimodal(same) == false)
  }

  @Test func `chance among few lattice values makes no second heap`() {
    var source = RandomSource(seed: 9)
    var flagged = 0
    for _ in 0..<1000 {
      // Heights of some columns, each one step higher or not: four or five values in all.
      let sample = (0..<50).map { _ in Double((0..<6).count { _ in source.unit() < 0.4 }) * 0.02 }
      let widths = [Double](repeating: 0.02, count: 50)
      if DipTest.isBimodal(sample, widths: widths) == true { flagged += 1 }
    }
    #expect(flagged <= 1, "seed 9: \(flagged) of 1000")
  }

  @Test func `a film or nothing is bimodal, whatever is tied`() {
    let films = (0..<12).map { 24 + Double($0 * 7 % 12) * 0.3 }
    let sample = films + [Double](repeating: 1, count: 18)
    let widths = [Double](repeating: 0.02, count: 30)
    #expect(DipTest.isBimodal(sample, widths: widths) == true)
    #expect(DipTest(sample, widths: widths).dip > 0.15)
  }

  @Test func `large samples use the limit`() {
    var source = RandomSource(seed: 2)
    let two = (0..<5000).map { _ in source.unit() + (source.unit() < 0.3 ? 2 : 0) }
    #expect(DipTest.isBimodal(two) == true)
    #expect(DipTest.isBimodal((0..<5000).map { _ in source.normal() }) == false)
  }
}
