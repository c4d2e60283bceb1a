import Interphase
import Tensors
import Testing

@testable import Networks

@Suite struct TrainingTests {
  @Test(arguments: [Variant.prvae, .seiscope])
  func `ten steps follow the reference's losses and running statistics`(_ variant: Variant) throws {
    let architecture = Fixtures.architecture(variant)
    let reference = ReferenceNetwork(architecture, Fixtures.tensors(architecture))
    let network = try Fixtures.network(architecture)
    let batch = Fixtures.batch(architecture)
    var curve: [Double] = []
    for step in 0..<10 {
      let seed = UInt64(100 + step)
      let tape = Tape()
      let expected = reference.run(
        tape, batch, Fixtures.noise(architecture, seed: seed), Fixtures.weights, training: true)
      tape.differentiate(expected.total)
      reference.update(learningRate: 0.002)
      let losses = try network.step(
        batch, weights: Fixtures.weights, noiseSeed: seed, learningRate: 0.002)
      #expect(abs(losses.total / expected.total.value[0] - 1) < 1e-3, "step \(step)")
      curve.append(losses.total)
    }
    #expect(curve.last! < 0.9 * curve.first!)
    let tensors = network.exportTensors()
    for (name, node) in reference.parameters where name.contains("running") {
      let found = try #require(tensors[name]).values.map(Double.init)
      let difference = norm(zip(found, node.value).map { $0 - $1 })
      #expect(difference < 0.01 * norm(node.value), "\(name)")
    }
  }

  @Test func `one thread and two give the same bits`() throws {
    let architecture = Fixtures.architecture(.seiscope)
    let one = try run(Fixtures.network(architecture, threads: 1), from: 0, to: 3)
    let two = try run(Fixtures.network(architecture, threads: 2), from: 0, to: 3)
    #expect(one.losses == two.losses)
    #expect(one.network.exportTensors() == two.network.exportTensors())
    #expect(one.network.exportOptimizer() == two.network.exportOptimizer())
  }

  @Test func `a resumed run is the same run`() throws {
    let architecture = Fixtures.architecture(.seiscope)
    let whole = try run(Fixtures.network(architecture), from: 0, to: 6)
    let half = try run(Fixtures.network(architecture), from: 0, to: 3)
    let resumed = try Fixtures.network(
      architecture, optimizer: half.network.exportOptimizer(),
      tensors: half.network.exportTensors())
    #expect(resumed.steps == 3)
    let rest = try run(resumed, from: 3, to: 6)
    #expect(half.losses + rest.losses == whole.losses)
    #expect(rest.network.exportTensors() == whole.network.exportTensors())
    #expect(rest.network.exportOptimizer() == whole.network.exportOptimizer())
  }

  @Test(arguments: [1, 2, 3, 4])
  func `evaluation of a short batch is the reference's`(_ count: Int) throws {
    // A mixture for every other count.
    let architecture = Fixtures.architecture(.seiscope, components: count % 2 == 0 ? 1 : 3)
    let tensors = Fixtures.tensors(architecture)
    let batch = Fixtures.batch(architecture, count: count)
    let network = try Fixtures.network(architecture)
    for seed in [nil, UInt64(5)] {
      let noise =
        seed.map { Fixtures.noise(architecture, count: count, seed: $0) }
        ?? [Double](repeating: 0, count: count * architecture.latent)
      let expected = ReferenceNetwork(architecture, tensors).run(
        Tape(), batch, noise, Fixtures.weights, training: false)
      let found = try network.evaluate(batch, weights: Fixtures.weights, noiseSeed: seed)
      #expect(abs(found.total / expected.total.value[0] - 1) < 1e-5)
    }
    #expect(network.exportTensors() == tensors)
  }

  @Test func `a diverged loss is not finite`() throws {
    let architecture = Fixtures.architecture(.prvae)
    let network = try Fixtures.network(architecture)
    let losses = try run(network, from: 0, to: 3, learningRate: 1e30).losses
    #expect(losses.first?.isFinite == true)
    #expect(losses.last?.isFinite == false)
  }

  @Test func `weights that a network has no room for are refused`() throws {
    var small = Fixtures.architecture(.prvae)
    small.latent = 3
    let network = try Fixtures.network(small)
    let ordering = LossWeights(klDivergence: 1, property: 1, ordering: 1)
    #expect(throws: NetworkError.self) {
      try network.evaluate(Fixtures.batch(small), weights: ordering)
    }
    var narrow = Fixtures.architecture(.vae)
    narrow.alphabet = 7
    let other = try Fixtures.network(narrow)
    let profile = LossWeights(klDivergence: 1, property: 1, profile: 1)
    #expect(throws: NetworkError.self) {
      try other.evaluate(Fixtures.batch(narrow), weights: profile)
    }
  }

  @Test func `a batch that does not fit is refused`() throws {
    let architecture = Fixtures.architecture(.vae)
    let network = try Fixtures.network(architecture)
    func step(_ batch: Batch) throws {
      _ = try network.step(batch, weights: Fixtures.weights, noiseSeed: 0, learningRate: 0)
    }
    #expect(throws: NetworkError.batch("expected 4 samples, found 3")) {
      try step(Fixtures.batch(architecture, count: 3))
    }
    var foreign = Fixtures.batch(architecture)
    foreign.codes[17] = 11
    #expect(throws: NetworkError.batch("code 11 is outside the alphabet of 11")) {
      try step(foreign)
    }
    foreign.codes.removeLast()
    #expect(
      throws: NetworkError.batch("codes: expected 280 values for 4 samples, found 279")
    ) { try step(foreign) }
  }

  private func run(
    _ network: TrainingNetwork, from start: Int, to end: Int, learningRate: Float = 0.002
  ) throws -> (losses: [Losses], network: TrainingNetwork) {
    let losses = try (start..<end).map { step in
      try network.step(
        Fixtures.batch(network.architecture, seed: UInt64(step)), weights: Fixtures.weights,
        noiseSeed: UInt64(step), learningRate: learningRate)
    }
    return (losses, network)
  }
}
