import Interphase
import LinearAlgebra
import Testing

struct LinearFitTests {
  @Test func `a linear function is found exactly`() throws {
    var source = RandomSource(seed: 3)
    let predictors = (0..<2).map { _ in (0..<40).map { _ in source.normal() } }
    let response = (0..<40).map { 3 - 2 * predictors[0][$0] + 0.5 * predictors[1][$0] }
    let fit = try #require(LinearFit(of: response, on: predictors))
    #expect(abs(fit.intercept - 3) < 1e-12)
    #expect(abs(fit.slopes[0] + 2) < 1e-12)
    #expect(abs(fit.slopes[1] - 0.5) < 1e-12)
    #expect(zip(fit.fitted, response).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `on one predictor it is the regression line`() throws {
    // Σ(x − x̄)(y − ȳ) = 4 over Σ(x − x̄)² = 5, through (1.5, 2.5).
    let fit = try #require(LinearFit(of: [1, 3, 2, 4], on: [[0, 1, 2, 3]]))
    #expect(abs(fit.slopes[0] - 0.8) < 1e-12)
    #expect(abs(fit.intercept - 1.3) < 1e-12)
    // What is left over is across the predictors.
    let rest = zip([1, 3, 2, 4], fit.fitted).map { $0 - $1 }
    #expect(abs(rest.reduce(0, +)) < 1e-12)
    #expect(abs(zip(rest, [0, 1, 2, 3]).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12)
  }

  @Test func `predictors that say the same share the slope`() throws {
    let fit = try #require(LinearFit(of: [1, 2, 3], on: [[0, 1, 2], [0, 1, 2], [0, 0, 0]]))
    #expect(abs(fit.slopes[0] - 0.5) < 1e-12)
    #expect(abs(fit.slopes[1] - 0.5) < 1e-12)
    #expect(abs(fit.slopes[2]) < 1e-12)
  }

  @Test func `fewer observations than coefficients are met`() throws {
    let fit = try #require(LinearFit(of: [4, 6], on: [[1, 2], [0, 5], [3, 1]]))
    #expect(zip(fit.fitted, [4, 6]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `without predictors the mean is left`() throws {
    let fit = try #require(LinearFit(of: [1, 2, 6], on: []))
    #expect(abs(fit.intercept - 3) < 1e-12)
    #expect(fit.slopes.isEmpty)
  }
}
