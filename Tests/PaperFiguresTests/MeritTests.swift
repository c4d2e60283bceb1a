import Interphase
import Networks
import Plotting
import SampleStatistics
import Surrogate
import Testing

@testable import PaperFigures

/// Figures of merit against closed forms.
struct MeritTests {
  @Test func `what is linear in the first two axes has an R² of 1 there, the rest none`() throws {
    let films = try Fixture.films(400) { mean, _ in
      [10 + mean[0], mean[0] - 2 * mean[1], mean[2], 0.5]
    }
    let merit = LatentMerit(of: try EncodedSplit(of: Fixture.bundle(films), path: "m"))
    #expect(abs(merit.onPlane[0] - 1) < 1e-3)
    #expect(abs(merit.onPlane[1] - 1) < 1e-3)
    #expect(merit.onPlane[2] < 0.02)
    #expect(abs(merit.onAll[2] - 1) < 1e-9)
    // A property that never varies is met exactly, to a rounding.
    #expect(merit.onPlane[3] == 0 || merit.onPlane[3] == 1)
    // Variances 16 and 4 of 21.25.
    #expect(abs(merit.explained - 20 / 21.25) < 0.02)
  }

  @Test func `noise takes its share of R²`() throws {
    // y = x + ε of deviations 4 and 3: R² → 16 / 25, standard error about 2 √(0.64) 0.36 / √n.
    let films = try Fixture.films(4000) { mean, source in
      [mean[0] + Float(3 * source.normal()), 0, 0, 0]
    }
    let merit = LatentMerit(of: try EncodedSplit(of: Fixture.bundle(films), path: "m"))
    #expect(abs(merit.onPlane[0] - 0.64) < 4 * 2 * 0.8 * 0.36 / 4000.0.squareRoot())
  }

  @Test func `on one predictor R² is the square of the correlation`() {
    var source = RandomSource(seed: 2)
    let x = (0..<50).map { _ in source.normal() }
    let y = x.map { $0 + source.normal() }
    var moments = CoMoments(quantities: 2)
    for (a, b) in zip(x, y) { moments.add([a, b]) }
    let r = moments.correlation(0, 1) ?? 0
    #expect(abs(LatentMerit.determination(y, on: [x]) - r * r) < 1e-12)
  }

  @Test func `a regressor's latent space is held against the vanilla one`() throws {
    let ordered = try Fixture.films(100) { mean, _ in [mean[0], mean[1], mean[0], mean[1]] }
    let mixed = try Fixture.films(100) { mean, _ in [mean[2], mean[3], mean[0], mean[3]] }
    let right = try Fixture.model(ordered, .prvae)
    let left = try Fixture.model(mixed, .vae)
    let figure = try Fixture.maker(ordered, others: [left, right]).latentSpaceFigure
    #expect(figure.figure.panels.count == 8)
    #expect(figure.figure.panels[0].title.hasPrefix("VAE: thickness [nm], R² 0.0"))
    #expect(figure.figure.panels[1].title == "prVAE: thickness [nm], R² 1.00")
    #expect(figure.findings[0].statement.contains("higher with the regressor for all but density"))
    #expect(figure.findings[0].agrees == false)
    let alone = try Fixture.maker(ordered).latentSpaceFigure
    #expect(alone.figure.panels.count == 4)
    #expect(alone.findings[0].agrees == nil)
  }
}

struct ScoreTests {
  @Test func `a prediction's score is 1 − residual over total`() {
    let score = PropertyScore(.thickness, actual: [1, 2, 3, 4], predicted: [1, 2, 3, 5])
    #expect(abs(score.determination - (1 - 1 / 5.0)) < 1e-12)
    #expect(score.error == 0.25)
    #expect(score.panel.title == "thickness, R² = 0.800")
    // Equal axes from 1 to 5, with 3 % of room.
    #expect(score.panel.x == .range(0.88...5.12))
    #expect(score.panel.x == score.panel.y)
  }

  @Test func `porosity that goes its own way agrees with the paper`() throws {
    // x, and −x + noise-free products of it; porosity alternates whatever x is.
    let values: [Float] = [0, 1, 2, 3, 4, 5, 6, 7]
    func split(porosity: [Float]) throws -> EncodedSplit {
      var row = -1
      let films = try Fixture.films(8) { _, _ in
        row += 1
        return [values[row], porosity[row], 2 * values[row], 7 - values[row]]
      }
      return try EncodedSplit(of: Fixture.bundle(films), path: "m")
    }
    let apart = PropertySpread(of: try split(porosity: [1, 0, 0, 1, 1, 0, 0, 1]))
    #expect(try abs(#require(apart.meanCorrelation(of: .porosity))) < 1e-12)
    // With two that correlate fully and one that does not.
    #expect(try abs(#require(apart.meanCorrelation(of: .density)) - 2.0 / 3) < 1e-12)
    #expect(apart.moments.correlation(0, 3) == -1)
    #expect(apart.findings.map(\.agrees) == [true, false])
    let along = PropertySpread(of: try split(porosity: values))
    #expect(along.meanCorrelation(of: .porosity) == 1)
    let still = PropertySpread(of: try split(porosity: [Float](repeating: 0.5, count: 8)))
    #expect(still.meanCorrelation(of: .porosity) == nil && still.meanCorrelation(of: .density) == 1)
    #expect(still.scaledDeviations[1] == nil)
    #expect(still.findings.map(\.agrees) == [nil, nil], "of what never varies nothing can be said")
  }
}
