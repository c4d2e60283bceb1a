import Interphase
import SampleStatistics
import Surrogate
import Testing
import Training

/// A film from rows drawn top first: `.` electrolyte, `F` inorganic, `C` organic.
private func film(_ rows: [String]) throws -> Lattice {
  let codes = rows.reversed().flatMap { row in
    row.map { ["F": Species.inorganic, "C": .organic][$0] ?? .electrolyte }.map(\.rawValue)
  }
  return try Lattice(width: rows[0].count, height: rows.count, codes: codes)
}

struct OverlapTests {
  @Test func `a site of the wrong solid counts for the mask alone`() throws {
    var overlap = Overlap()
    overlap.add(decoded: try film(["FC", "F."]), simulated: try film(["CC", "FF"]))
    // Mask: 3 of 4. F: 1 in both, 3 in either. C: 1 in both, 2 in either.
    #expect(overlap.solid == 3.0 / 4)
    #expect(overlap.inorganic == 1.0 / 3)
    #expect(overlap.organic == 1.0 / 2)
  }

  @Test func `films are pooled, not averaged`() throws {
    var overlap = Overlap()
    overlap.add(decoded: try film(["FFF."]), simulated: try film(["FFF."]))
    overlap.add(decoded: try film(["...."]), simulated: try film(["F..."]))
    #expect(overlap.inorganic == 3.0 / 4)
    #expect(overlap.organic == 1, "where there is none, none is missed")
  }
}

struct TwoPointCorrelationTests {
  @Test func `a checkerboard alternates`() throws {
    var correlation = TwoPointCorrelation()
    correlation.add(try film(["C.C.", ".C.C", "C.C.", ".C.C", "...."]), height: 4)
    #expect(correlation.values[0] == 0.5)
    #expect(correlation.values[1] == 0)
    #expect(correlation.values[2] == 0.5)
    #expect(correlation.values[4] == 0, "no pair that far apart")
  }

  @Test func `only the film's rows count`() throws {
    var correlation = TwoPointCorrelation()
    correlation.add(try film(["..", "..", "CF", ".."]), height: 1)
    #expect(correlation.values[0] == 1)
    #expect(correlation.values[1] == 1)
  }

  @Test func `the error is relative to the volume`() throws {
    var full = TwoPointCorrelation()
    full.add(try film(["CC", "CC", ".."]), height: 2)
    var empty = TwoPointCorrelation()
    empty.add(try film(["..", "..", ".."]), height: 2)
    #expect(full.error(against: full) == 0)
    // Differences of 1 at 0 and 1 nm, 0 at the other nineteen distances.
    #expect(abs(empty.error(against: full) - (2.0 / 21).squareRoot()) < 1e-12)
  }
}

struct StatisticsTests {
  @Test func `determination is 1 for the truth, 0 for its mean`() {
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [1, 2, 3]) == 1)
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [2, 2, 2]) == 0)
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [3, 2, 1]) == -3)
    #expect(Statistics.determination(truth: [2, 2], prediction: [1, 2]) == 0)
  }

  @Test func `ranks see order alone, ties at their mean`() {
    #expect(Statistics.rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000]) == 1)
    #expect(Statistics.rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
    #expect(Statistics.rankCorrelation([1, 2, 3], [5, 5, 5]) == 0)
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / √(4.5 · 5).
    let tied = Statistics.rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])
    #expect(abs(tied - 4.5 / 22.5.squareRoot()) < 1e-12)
  }

  @Test func `quantiles lie between neighbours`() {
    #expect(Statistics.quantile(0.5, of: [1, 2, 3]) == 2)
    #expect(Statistics.quantile(0.25, of: [0, 1]) == 0.25)
    #expect(Statistics.quantile(1, of: [4, 9]) == 9)
    #expect(Statistics.quantile(0.05, of: [7]) == 7)
  }

  @Test func `the mean absolute error ignores signs`() {
    #expect(Statistics.meanAbsoluteError([1, 5], [2, 2]) == 2)
  }
}

struct PrincipalAxesFittingTests {
  /// Points along (0.6, 0.8) and, less, along (−0.8, 0.6); porosity falls along the first axis.
  private func axes(sign: Float) throws -> PrincipalAxes {
    var means: [[Float]] = []
    var properties: [[Float]] = []
    var source = RandomSource(seed: 8)
    for _ in 0..<200 {
      let (a, b) = (Float(3 * source.normal()), Float(source.normal()))
      means.append([0.6 * a - 0.8 * b + 10, 0.8 * a + 0.6 * b - 5])
      properties.append([Float(source.normal()), sign * a, b * b * b, 0])
    }
    return try PrincipalAxes(of: means, properties: properties)
  }

  @Test(arguments: [Float(1), -1])
  func `an axis is turned so that its property rises along it`(_ sign: Float) throws {
    let axes = try axes(sign: sign)
    #expect(axes.labels[0].property == .porosity)
    #expect(axes.labels[0].rho > 0.95)
    #expect(axes.labels[1].property == .density)
    let first = axes.axes[0]
    #expect(abs(first[0] - sign * 0.6) < 0.05)
    #expect(abs(first[1] - sign * 0.8) < 0.05)
    #expect(abs(axes.explainedVariance[0] - 0.9) < 0.03)
    #expect(abs(axes.explainedVariance.reduce(0, +) - 1) < 1e-6)
    #expect(axes.minimum[0] < 0 && axes.maximum[0] > 0)
    #expect(abs(axes.standardDeviation[0] - 3) < 0.4)
  }

  @Test func `a cloud without extent has no axes`() {
    #expect(throws: TrainingError.noAxes) {
      try PrincipalAxes(
        of: [[1, 2], [1, 2]], properties: [[1, 2, 3, 4], [1, 2, 3, 4]])
    }
  }
}
