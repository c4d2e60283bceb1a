import Evaluation
import Interphase
import Surrogate
import Testing

struct LatentSpaceTests {
  @Test func `a dimension is active where means differ by more than a hundredth of the noise`() {
    // Variances of the means 1, 0.0121, 0.0081 and 0 beside a noise of 1.
    let films = [-1, 1].map { sign in
      finding(layers(1), mean: [sign, 0.11 * sign, 0.09 * sign, 7])
    }
    #expect(LatentSpace.activeDimensions(films) == 2)
  }

  @Test func `the best axis is found for each property`() {
    let films = Self.films(36)
    let axes = Self.axes
    let best = LatentSpace.bestAxes(films, axes)
    #expect(best[0].axis == 2 && best[0].rho == 1)
    let row = ModelEvaluation(films, replicas: nil, axes: axes).rows(of: .all)
      .first { $0.measure == .axisCorrelation(.thickness) }
    #expect(row?.axis == 2 && row?.model == 1 && row?.isReached.aim == true)
  }

  @Test func `a class is told by the axis of all films, and by none where it is small`() throws {
    // Unfinished films go with the first axis alone, which goes with the others badly.
    let films =
      Self.films(90)
      + (0..<40).map { index in
        let rows = 1 + index % 9
        return finding(
          layers(rows), index: 100 + index, finished: false,
          mean: [Float(rows), Float((index * 5) % 7), 0, 0])
      }
    let evaluation = ModelEvaluation(films, replicas: nil, axes: Self.axes)
    func row(_ group: FilmGroup, _ evaluation: ModelEvaluation) -> ModelEvaluation.Row? {
      evaluation.rows(of: group).first { $0.measure == .axisCorrelation(.thickness) }
    }
    #expect(row(.all, evaluation)?.axis == 2)
    let unfinished = try #require(row(.unfinished, evaluation))
    #expect(unfinished.axis == 2 && unfinished.model! < 0.5)
    let few = ModelEvaluation(Array(films.prefix(100)), replicas: nil, axes: Self.axes)
    #expect(row(.unfinished, few)?.films == 10)
    #expect(row(.unfinished, few)?.model == nil && row(.unfinished, few)?.axis == nil)
    #expect(LatentSpace.bestAxes(Array(films.prefix(29)), Self.axes).isEmpty)
  }

  @Test func `targets are of test splits alone`() {
    let films = Self.films(36)
    let rows = ModelEvaluation(films, replicas: nil, axes: Self.axes, isJudged: false)
      .rows(of: .all)
    #expect(rows.contains { $0.model != nil && $0.measure.targets != nil })
    #expect(rows.allSatisfy { $0.isReached.least == nil && $0.isReached.aim == nil })
  }

  /// Films of 1 to 9 nm whose thickness goes with the second axis.
  private static func films(_ count: Int) -> [FilmFinding] {
    (0..<count).map { index in
      let rows = 1 + index % 9
      return finding(
        layers(rows), index: index, mean: [Float((rows * 7) % 10), -Float(rows * rows), 0, 0])
    }
  }

  /// The latent dimensions themselves.
  private static var axes: PrincipalAxes {
    let identity: [[Float]] = (0..<4).map { row in (0..<4).map { $0 == row ? 1 : 0 } }
    let numbers = [Float](repeating: 1, count: 4)
    return PrincipalAxes(
      mean: [0, 0, 0, 0], axes: identity, explainedVariance: numbers, minimum: numbers,
      maximum: numbers, standardDeviation: numbers,
      labels: (0..<4).map { _ in AxisLabel(property: .thickness, rho: 1) })
  }
}
