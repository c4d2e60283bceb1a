import Interphase
import Networks
import Surrogate
import Testing

struct PredictorTests {
  @Test(arguments: Variant.allCases)
  func `a film goes to latent space and back in the shapes that were said`(
    _ variant: Variant
  ) throws {
    let bundle = Fixture.bundle(variant)
    let predictor = try Predictor(bundle)
    let (mean, logVariance, properties) = predictor.encode(Fixture.film(seed: 1))
    #expect(mean.count == 4)
    #expect(logVariance.count == 4)
    #expect(properties.count == (variant.hasRegressor ? 4 : 0))
    let film = predictor.decode(latent: mean, barriers: .middle)
    #expect(film.latent == mean)
    #expect(film.lattice.width == 10)
    #expect(film.lattice.height == 12)
    #expect(film.regressed == properties)
    #expect(film.observables == Observables(of: film.lattice))
    #expect(predictor.logits(latent: mean, barriers: .middle).count == 9 * 12 * 10)
  }

  @Test func `only the variants that read barriers listen to them`() throws {
    for variant in Variant.allCases {
      let predictor = try Predictor(Fixture.bundle(variant))
      let point: [Float] = [0.5, -1, 2, 0]
      let same =
        predictor.logits(latent: point, barriers: .middle)
        == predictor.logits(latent: point, barriers: .esmaeilpour)
      #expect(same == !variant.readsBarriers, "\(variant)")
      let prior = predictor.prior(at: .esmaeilpour)
      #expect((prior.mean == [0, 0, 0, 0]) == !variant.hasPrior, "\(variant)")
    }
  }

  @Test func `the spread is the draws' own standard deviation, and its seed decides it`() throws {
    let predictor = try Predictor(Fixture.bundle())
    let spread = predictor.spread(at: .middle, draws: 50, seed: 3)
    let properties = predictor.regress(predictor.draws(at: .middle, count: 50, seed: 3))
    let thickness = (0..<50).map { properties[4 * $0] }
    let mean = thickness.reduce(0, +) / 50
    let variance = thickness.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 49
    #expect(abs(spread[0] - variance.squareRoot()) < 1e-5)
    #expect(spread == predictor.spread(at: .middle, draws: 50, seed: 3))
    #expect(spread != predictor.spread(at: .middle, draws: 50, seed: 4))
  }

  @Test func `draws have the prior's mean and variance`() throws {
    // N(0, I): over 4000 draws the mean is within 4 standard errors, 4/√4000 = 0.063.
    let predictor = try Predictor(Fixture.bundle(.cprvae))
    let draws = predictor.draws(at: .middle, count: 4000, seed: 11)
    for dimension in 0..<4 {
      let column = stride(from: dimension, to: draws.count, by: 4).map { Double(draws[$0]) }
      let mean = column.reduce(0, +) / 4000
      let variance = column.reduce(0) { $0 + $1 * $1 } / 4000
      #expect(abs(mean) < 0.063)
      #expect(abs(variance - 1) < 4 * (2.0 / 4000).squareRoot())
    }
  }
}

struct FilmDecodingTests {
  @Test func `electrode and sink are rows, and unused codes are masked`() {
    // 1 column, 4 rows, 10 codes: what would win everywhere is code 9, then the electrode.
    var logits = [Float](repeating: 0, count: 10 * 4)
    for row in 0..<4 {
      logits[9 * 4 + row] = 100
      logits[1 * 4 + row] = 50
      logits[2 * 4 + row] = 40
    }
    logits[7 * 4 + 1] = 1
    logits[4 * 4 + 1] = 0.5
    let film = Lattice(logits: logits, width: 1, height: 4)
    #expect(film.codes == [1, 7, 0, 2])
  }
}

struct ScalingTests {
  @Test func `the design's range becomes minus one to one`() throws {
    let scaling = Scaling(properties: [1, 2, 3, 4])
    #expect(scaling.scaled(barriers: Barriers.middle.values) == [Float](repeating: 0, count: 15))
    let ends = Reaction.withBarrier.map { Float($0.barrierRange.upperBound) }
    for value in scaling.scaled(barriers: ends) { #expect(abs(value - 1) < 1e-5) }
  }

  @Test func `standardised properties have mean 0 and deviation 1, and come back`() {
    let properties: [Float] = [1, 0.5, 1, 7, 3, 0.7, 2, 7]
    let scaling = Scaling(properties: properties)
    #expect(scaling.propertyMeans[0] == 2)
    #expect(scaling.propertyDeviations[0] == 1)
    #expect(scaling.propertyDeviations[3] == 1, "a property that never varies is not scaled")
    let first = scaling.standardised(properties: Array(properties.prefix(4)))
    #expect(first[0] == -1)
    let back = scaling.physical(properties: first)
    for (value, expected) in zip(back, properties) { #expect(abs(value - expected) < 1e-6) }
  }
}

struct PrincipalAxesTests {
  @Test func `coordinates and points are each other's inverse`() {
    let axes = Fixture.axes
    #expect(axes.coordinates(of: [1, 2, 3, 4]) == [0, 0, 0, 0])
    #expect(axes.point(at: []) == axes.mean)
    #expect(axes.point(at: [2]) == [3, 2, 3, 4])
    #expect(axes.coordinates(of: axes.point(at: [1, -2, 0.5, 3])) == [1, -2, 0.5, 3])
  }
}
