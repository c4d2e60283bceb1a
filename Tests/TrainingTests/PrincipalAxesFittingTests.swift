import Interphase
import Surrogate
import Testing
import Training

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
