import Interphase
import Networks
import Surrogate
import Tensors

/// A model small enough for a test: 12 × 10 sites, four latent dimensions, untrained.
enum Fixture {
  static func architecture(_ variant: Variant, components: Int = 1) -> Architecture {
    Architecture(
      variant: variant, height: 12, width: 10, alphabet: 9, latent: components > 1 ? 6 : 4,
      encoderChannels: [8, 16, 24], decoderChannels: [16, 8, 8], denseUnits: 6, regressorUnits: 5,
      priorUnits: 7, priorComponents: components)
  }

  static func bundle(
    _ variant: Variant = .seiscope, components: Int = 1,
    changing change: (inout [String: Tensor]) -> Void = { _ in }
  ) -> ModelBundle {
    let architecture = architecture(variant, components: components)
    var tensors = architecture.initialTensors(seed: 4)
    change(&tensors)
    let film = Lattice(emptyWidth: 10, height: 12)
    var description = ModelDescription(
      program: "seiscope test", architecture: architecture,
      simulation: SimulationRecord(width: 10, height: 12),
      scaling: Scaling(properties: [1, 0.5, 1, 0.2, 3, 0.7, 2, 0.3]), training: record,
      metrics: metrics, principalAxes: axes,
      startState: StartState(barriers: .esmaeilpour, seed: 7))
    description.checksums[BundleFile.weights] = "0123456789abcdef"
    let mapped = MappedFilm(
      mean: (0..<architecture.latent).map(Float.init), barriers: .esmaeilpour,
      properties: [0, 0, 0, 0], lattice: film, seed: 1,
      index: 0)
    return ModelBundle(
      description: description, tensors: tensors,
      latentMap: LatentMap([mapped], architecture: architecture), startPicture: film)
  }

  private static var axes: PrincipalAxes {
    PrincipalAxes(
      mean: [0, 0, 0, 0], axes: (0..<4).map { row in (0..<4).map { $0 == row ? 1 : 0 } },
      explainedVariance: [0.4, 0.3, 0.2, 0.1], minimum: [-4, -3, -2, -1], maximum: [4, 3, 2, 1],
      standardDeviation: [2, 1.5, 1, 0.5],
      labels: (0..<4).map { AxisLabel(property: Property(rawValue: $0)!, rho: 0.5) })
  }

  private static var record: TrainingRecord {
    TrainingRecord(
      data: DataRecord(
        seed: 1, samples: 20, training: 14, validation: 3, test: 3, hash: "77", rulesVersion: 3),
      preset: "fast", seed: 3, epochs: 2, batchSize: 4, schedule: "constant", learningRate: 1e-3,
      lossWeights: LossWeights(klDivergence: 0.1, property: 20), bestEpoch: 1, curves: [])
  }

  private static var metrics: Metrics {
    Metrics(
      films: 3,
      reconstruction: Reconstruction(
        solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: 0.5, twoPointError: 0.1),
      regression: nil, decodedAgreement: nil, fromBarriers: nil)
  }
}
