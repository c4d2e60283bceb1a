import Foundation
import Interphase
import Networks
import Surrogate
import Tensors

/// A model small enough for a test: 12 × 10 sites, four latent dimensions, untrained.
enum Fixture {
  static func architecture(_ variant: Variant = .seiscope) -> Architecture {
    Architecture(
      variant: variant, height: 12, width: 10, alphabet: 9, latent: 4,
      encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
      priorUnits: 7)
  }

  static var axes: PrincipalAxes {
    let identity: [[Float]] = (0..<4).map { row in (0..<4).map { $0 == row ? 1 : 0 } }
    return PrincipalAxes(
      mean: [1, 2, 3, 4], axes: identity, explainedVariance: [0.5, 0.25, 0.15, 0.1],
      minimum: [-4, -3, -2, -1], maximum: [4, 3, 2, 1], standardDeviation: [2, 1.5, 1, 0.5],
      labels: (0..<4).map { AxisLabel(property: Property(rawValue: $0)!, rho: 0.5) })
  }

  static var record: TrainingRecord {
    let losses = Losses(reconstruction: 3, klDivergence: 2, property: 1, total: 5.5)
    return TrainingRecord(
      data: DataRecord(
        seed: 1, samples: 20, training: 14, validation: 3, test: 3, hash: "00", rulesVersion: 1),
      preset: "fast", seed: 3, epochs: 2, batchSize: 4, schedule: "constant", learningRate: 1e-3,
      lossWeights: LossWeights(klDivergence: 0.1, property: 20), bestEpoch: 1,
      curves: [EpochLosses(epoch: 1, training: losses, validation: losses)])
  }

  static var metrics: Metrics {
    Metrics(
      films: 3,
      reconstruction: Reconstruction(
        solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: 0.5, twoPointError: 0.1),
      regression: PropertyScores([0.9, 0.8, 0.7, 0.6]),
      decodedAgreement: DecodedAgreement(thicknessError: 0.5, porosityError: 0.02),
      fromBarriers: nil)
  }

  static func film(seed: UInt64) -> Lattice {
    var source = RandomSource(seed: seed)
    var lattice = Lattice(emptyWidth: 10, height: 12)
    for y in 1..<8 {
      for x in 0..<10 {
        lattice[x, y] = [.electrolyte, .organic, .inorganic, .monomer][Int(source.next() % 4)]
      }
    }
    return lattice
  }

  static func bundle(_ variant: Variant = .seiscope) -> ModelBundle {
    let architecture = architecture(variant)
    let films = (0..<3).map { index in
      MappedFilm(
        mean: (0..<4).map { Float($0 + index) }, barriers: .esmaeilpour,
        properties: [Float(index), 0.5, 1, 0.25], lattice: film(seed: UInt64(index)),
        seed: UInt64.max - UInt64(index), index: 7 * index)
    }
    return ModelBundle(
      description: ModelDescription(
        program: "seiscope test", architecture: architecture,
        simulation: SimulationRecord(width: 10, height: 12),
        scaling: Scaling(properties: [1, 0.5, 1, 0.2, 3, 0.7, 2, 0.3]), training: record,
        metrics: metrics, principalAxes: axes,
        startState: StartState(barriers: .esmaeilpour, seed: 7)),
      tensors: architecture.initialTensors(seed: 4),
      latentMap: LatentMap(films, architecture: architecture), startPicture: film(seed: 9))
  }
}

/// A path in a folder of its own that is removed afterwards.
func withScratchPath(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "/seiscope-surrogate-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder + "/model")
}
