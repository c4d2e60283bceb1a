import Explorer
import Files
import Foundation
import Interphase
import Networks
import Surrogate

/// A small untrained model of 50 × 50 sites in a folder of its own, removed afterwards.
func withModel(size: Int = 50, _ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "/seiscope-decoder-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try smallBundle(size: size).write(to: folder + "/tiny")
  try body(folder + "/tiny")
}

/// A network of random weights with three films in its map, of which the first lies at multiples of
/// a tenth.
func smallBundle(size: Int = 50) -> ModelBundle {
  let shape = Architecture(
    variant: .seiscope, height: size, width: size, alphabet: 9, latent: 10,
    encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
    priorUnits: 7)
  let numbers = (0..<10).map { Float($0) }
  let losses = Losses(reconstruction: 3, klDivergence: 2, property: 1, total: 5.5)
  let films = (0..<3).map { film in
    MappedFilm(
      mean: numbers.map { $0 / 10 + Float(film) * ($0 - 4) },
      barriers: [.middle, .esmaeilpour, .middle][film],
      properties: [1 + Float(film), 0.5, 1 - Float(film) / 4, 0.25 + Float(film) / 8],
      lattice: Lattice(emptyWidth: size, height: size), seed: UInt64(film) + 1, index: 7 * film)
  }
  return ModelBundle(
    description: ModelDescription(
      program: "test", architecture: shape,
      simulation: SimulationRecord(width: size, height: size),
      scaling: Scaling(properties: [1, 0.5, 1, 0.2, 3, 0.7, 2, 0.3]),
      training: TrainingRecord(
        data: DataRecord(
          seed: 1, samples: 20, training: 14, validation: 3, test: 3, hash: "00",
          rulesVersion: 1),
        preset: "test", seed: 3, epochs: 1, batchSize: 4, schedule: "constant",
        learningRate: 1e-3, lossWeights: LossWeights(klDivergence: 0.1, property: 20),
        bestEpoch: 1, curves: [EpochLosses(epoch: 1, training: losses, validation: losses)]),
      metrics: Metrics(
        films: 3,
        reconstruction: Reconstruction(
          solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: 0.5, twoPointError: 0.1),
        regression: nil, decodedAgreement: nil, fromBarriers: nil),
      principalAxes: PrincipalAxes(
        mean: numbers,
        axes: (0..<10).map { row in (0..<10).map { $0 == row ? 1 : 0 } },
        explainedVariance: numbers.map { 0.19 - $0 / 50 },
        minimum: [Float](repeating: -2, count: 10), maximum: [Float](repeating: 2, count: 10),
        standardDeviation: [Float](repeating: 1, count: 10),
        labels: [AxisLabel](repeating: AxisLabel(property: .porosity, rho: 0.5), count: 10)),
      startState: .standard),
    tensors: shape.initialTensors(seed: 4),
    latentMap: LatentMap(films, architecture: shape),
    startPicture: Lattice(emptyWidth: size, height: size))
}
