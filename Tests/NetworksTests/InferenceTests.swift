import Foundation
import Interphase
import Tensors
import Testing

@testable import Networks

@Suite struct InferenceTests {
  @Test(arguments: Variant.allCases)
  func `encoding, decoding, regression and prior are the reference's`(_ variant: Variant) throws {
    let architecture = Fixtures.architecture(variant)
    let tensors = Fixtures.tensors(architecture)
    let count = 3
    let batch = Fixtures.batch(architecture, count: count)
    let noise = [Double](repeating: 0, count: count * architecture.latent)
    let expected = ReferenceNetwork(architecture, tensors).run(
      Tape(), batch, noise, Fixtures.weights, training: false)
    for batchSize in [1, 2] {
      let network = try InferenceNetwork(
        architecture: architecture, tensors: tensors, batchSize: batchSize)
      let posterior = network.encode(batch.codes)
      expectClose(posterior.mean, expected.mean.value)
      expectClose(posterior.logVariance, expected.logVariance.value)
      expectClose(
        network.decode(latent: posterior.mean, barriers: batch.barriers), expected.logits.value)
      expectClose(
        network.regress(mean: posterior.mean),
        expected.regressed?.value ?? [Double](repeating: 0, count: 4 * count))
      expectClose(
        interleaved(network.prior(barriers: batch.barriers), architecture.latent),
        expected.prior?.value ?? [Double](repeating: 0, count: 2 * noise.count))
    }
  }

  @Test func `shapes of the project's network`() throws {
    let architecture = Architecture(variant: .seiscope)
    let network = try InferenceNetwork(
      architecture: architecture, tensors: architecture.initialTensors(seed: 1))
    let lattice = Lattice(emptyWidth: 50, height: 50)
    let posterior = network.encode(lattice.codes)
    #expect(posterior.mean.count == 50 && posterior.logVariance.count == 50)
    let logits = network.decode(
      latent: posterior.mean, barriers: [Float](repeating: 0, count: 15))
    #expect(logits.count == 23 * 50 * 50)
    #expect(logits.allSatisfy { $0.isFinite })
  }

  @Test func `training and inference agree on what was learnt`() throws {
    let architecture = Fixtures.architecture(.seiscope)
    let training = try Fixtures.network(architecture)
    let batch = Fixtures.batch(architecture)
    for step in 0..<5 {
      _ = try training.step(
        batch, weights: Fixtures.weights, noiseSeed: UInt64(step), learningRate: 0.01)
    }
    let network = try InferenceNetwork(
      architecture: architecture, tensors: training.exportTensors())
    let mean = network.encode(batch.codes).mean
    let predicted = network.regress(mean: mean)
    let error = zip(predicted, batch.properties).reduce(0.0) { sum, pair in
      sum + Double((pair.0 - pair.1) * (pair.0 - pair.1))
    }
    let losses = try training.evaluate(batch, weights: Fixtures.weights)
    #expect(abs(losses.property - error / Double(batch.count)) < 1e-4 * losses.property)
  }

  private func expectClose(_ found: [Float], _ expected: [Double]) {
    #expect(found.count == expected.count)
    let scale = expected.reduce(1) { max($0, abs($1)) }
    let worst = zip(found, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    #expect(worst < 1e-5 * scale)
  }

  private func interleaved(_ prior: (mean: [Float], logVariance: [Float]), _ width: Int) -> [Float]
  {
    stride(from: 0, to: prior.mean.count, by: width).flatMap {
      prior.mean[$0..<($0 + width)] + prior.logVariance[$0..<($0 + width)]
    }
  }

  @Test(arguments: [1, 3])
  func `fewer draws of the prior are the first of more`(_ components: Int) throws {
    let architecture = Fixtures.architecture(.seiscope, components: components)
    let network = try InferenceNetwork(
      architecture: architecture, tensors: Fixtures.tensors(architecture))
    let barriers = Array(Fixtures.batch(architecture).barriers.prefix(15))
    let many = network.drawPrior(barriers: barriers, count: 20, seed: 4)
    #expect(many.count == 20 * architecture.latent)
    let few = network.drawPrior(barriers: barriers, count: 3, seed: 4)
    #expect(zip(few, many).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(network.drawPrior(barriers: barriers, count: 3, seed: 5) != few)
  }

  @Test func `draws of the prior have the mixture's moments`() throws {
    let architecture = Fixtures.architecture(.seiscope, components: 3)
    let network = try InferenceNetwork(
      architecture: architecture, tensors: Fixtures.tensors(architecture))
    let barriers = Array(Fixtures.batch(architecture).barriers.prefix(15))
    let components = network.mixture(barriers: barriers).components
    #expect(abs(components.reduce(0) { $0 + $1.share } - 1) < 1e-6)
    let count = 20_000
    let draws = network.drawPrior(barriers: barriers, count: count, seed: 6)
    for k in 0..<4 {
      let mean = components.reduce(0) { $0 + $1.share * Double($1.mean[k]) }
      let variance = components.reduce(0) { sum, part in
        let difference = Double(part.mean[k]) - mean
        return sum + part.share * (exp(Double(part.logVariance[k])) + difference * difference)
      }
      let values = stride(from: k, to: draws.count, by: architecture.latent).map {
        Double(draws[$0])
      }
      let found = values.reduce(0, +) / Double(count)
      let spread = values.reduce(0) { $0 + ($1 - found) * ($1 - found) } / Double(count - 1)
      // Four standard errors; that of the variance is √((κ − 1) / n) of it, κ some 3.
      #expect(abs(found - mean) < 4 * (variance / Double(count)).squareRoot())
      #expect(abs(spread / variance - 1) < 4 * (3 / Double(count)).squareRoot())
    }
  }
}
