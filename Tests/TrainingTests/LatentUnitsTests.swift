import Foundation
import Interphase
import Networks
import Surrogate
import Tensors
import Testing
import Training

struct LatentUnitsTests {
  private let architecture: Architecture = {
    var result = Fixture.architecture
    result.priorComponents = 3
    return result
  }()
  /// Means of growing width with posteriors of variance 1.
  private let encodings: [FilmEncoding] = {
    var source = RandomSource(seed: 3)
    return (0..<400).map { _ in
      FilmEncoding(
        mean: (0..<6).map { Float(source.normal()) * Float($0 + 1) },
        variance: [Float](repeating: 1, count: 6))
    }
  }()

  @Test func `trailing dimensions get one width, the leading ones keep theirs`() {
    let units = LatentUnits(encodings)
    #expect(units.factors.prefix(4) == [1, 1, 1, 1])
    for k in 4..<6 {
      let values = encodings.map { Double($0.mean[k]) }
      let mean = values.reduce(0, +) / 400
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400 + 1
      #expect(abs(Double(units.factors[k]) * variance.squareRoot() - 0.5) < 1e-5)
    }
    var unused = encodings
    for film in unused.indices { unused[film].mean[5] = 7 }
    #expect(LatentUnits(unused).factors[5] == 0.5, "not blown up: its posteriors are 1 wide")
  }

  @Test func `the network computes the same, in other units`() throws {
    let units = LatentUnits(encodings)
    let tensors = architecture.initialTensors(seed: 8)
    let before = try InferenceNetwork(architecture: architecture, tensors: tensors)
    let after = try InferenceNetwork(
      architecture: architecture, tensors: units.applied(to: tensors, architecture))
    var source = RandomSource(seed: 4)
    let codes = (0..<architecture.sites).map { _ in UInt8(source.unit() * 8) }
    let barriers = (0..<15).map { _ in Float(2 * source.unit() - 1) }

    let (old, new) = (before.encode(codes), after.encode(codes))
    for k in 0..<6 {
      #expect(abs(new.mean[k] - old.mean[k] * units.factors[k]) < 1e-5)
      let change = (new.logVariance[k] - old.logVariance[k]) / 2
      #expect(abs(change - log(units.factors[k])) < 1e-5)
    }
    expectClose(
      after.decode(latent: new.mean, barriers: barriers),
      before.decode(latent: old.mean, barriers: barriers))
    expectClose(after.regress(mean: new.mean), before.regress(mean: old.mean))
    let drawn = before.drawPrior(barriers: barriers, count: 20, seed: 5)
    let scaled = drawn.enumerated().map { $1 * units.factors[$0 % 6] }
    expectClose(after.drawPrior(barriers: barriers, count: 20, seed: 5), scaled)
    let priors = (before.prior(barriers: barriers), after.prior(barriers: barriers))
    expectClose(priors.1.mean, zip(priors.0.mean, units.factors).map { $0 * $1 })
  }

  private func expectClose(_ found: [Float], _ expected: [Float]) {
    #expect(found.count == expected.count)
    let largest = zip(found, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
    #expect(largest < 1e-4)
  }
}
