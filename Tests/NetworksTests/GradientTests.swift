import Interphase
import Tensors
import Testing

@testable import Networks

@Suite struct GradientTests {
  @Test(arguments: [(Variant.vae, 1), (.prvae, 1), (.cprvae, 1), (.seiscope, 1), (.seiscope, 3)])
  func `every tensor's gradient is the double-precision reference's`(
    _ variant: Variant, _ components: Int
  ) throws {
    let architecture = Fixtures.architecture(variant, components: components)
    let tensors = Fixtures.tensors(architecture)
    let batch = Fixtures.batch(architecture)
    let reference = ReferenceNetwork(architecture, tensors)
    let tape = Tape()
    let expected = reference.run(
      tape, batch, Fixtures.noise(architecture, seed: 9), Fixtures.weights, training: true)
    tape.differentiate(expected.total)

    let network = try Fixtures.network(architecture)
    let losses = try network.computeGradient(batch, weights: Fixtures.weights, noiseSeed: 9)
    #expect(abs(losses.total / expected.total.value[0] - 1) < 1e-6)
    let perSample = Double(batch.count)
    #expect(abs(losses.klDivergence - expected.klDivergence.value[0] / perSample) < 1e-5)
    #expect(abs(losses.property - expected.property.value[0] / perSample) < 1e-5)
    #expect(abs(losses.ordering - expected.ordering.value[0] / perSample) < 1e-5)
    #expect(abs(losses.profile / expected.profile.value[0] * perSample - 1) < 1e-5)

    let gradient = network.exportGradient()
    #expect(gradient.count == architecture.tensorShapes.count - 12)
    for (name, tensor) in gradient {
      let slope = try #require(reference.parameters[name]).slope
      let size = norm(slope)
      let difference = norm(zip(tensor.values, slope).map { Double($0) - $1 })
      if name.contains("conv"), name.hasSuffix("bias") {
        // Normalisation cancels it: zero in exact arithmetic, and exactly zero here.
        #expect(size < 1e-12 && tensor.values.allSatisfy { $0 == 0 }, "\(name)")
      } else {
        #expect(size > 0 && difference < 2e-5 * size, "\(name): \(difference) of \(size)")
      }
    }
  }

  @Test(arguments: [1, 3])
  func `the reference's gradient is the central difference of its loss`(_ components: Int) throws {
    let architecture = Fixtures.architecture(.seiscope, components: components)
    let batch = Fixtures.batch(architecture)
    let noise = Fixtures.noise(architecture, seed: 9)
    let network = ReferenceNetwork(architecture, Fixtures.tensors(architecture))
    let tape = Tape()
    let result = network.run(tape, batch, noise, Fixtures.weights, training: true)
    tape.differentiate(result.total)
    let posterior = (result.mean, result.logVariance)
    var source = RandomSource(seed: 4)
    for name in network.parameters.keys.sorted() where !name.contains("running") {
      let node = try #require(network.parameters[name])
      let direction = node.value.map { _ in source.normal() }
      let before = node.value
      let step = 1e-6 / norm(direction)
      func loss(_ distance: Double) -> Double {
        node.value = zip(before, direction).map { $0 + distance * $1 }
        return network.run(
          Tape(), batch, noise, Fixtures.weights, training: true, posterior: posterior
        ).total.value[0]
      }
      let numeric = (loss(step) - loss(-step)) / (2 * step)
      node.value = before
      let analytic = zip(node.slope, direction).reduce(0) { $0 + $1.0 * $1.1 }
      let scale = norm(node.slope) * norm(direction)
      #expect(
        abs(numeric - analytic) < 1e-4 * scale + 1e-7, "\(name): \(numeric), \(analytic)")
    }
  }
}
