import Foundation
import Interphase
import Networks
import Surrogate
import Training

/// Films of 10 × 12 sites with a block of solid of random height, and a network to match.
enum Fixture {
  static let architecture = Architecture(
    variant: .seiscope, height: 12, width: 10, alphabet: 9, latent: 6,
    encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
    priorUnits: 7)

  static func film(_ source: inout RandomSource) -> Lattice {
    var lattice = Lattice(emptyWidth: 10, height: 12)
    let height = 1 + Int(source.next() % 9)
    for y in 1...height {
      for x in 0..<10 {
        lattice[x, y] = [.electrolyte, .organic, .inorganic, .organic][Int(source.next() % 4)]
      }
    }
    return lattice
  }

  static func films(_ count: Int, seed: UInt64) throws -> Films {
    var source = RandomSource(seed: seed)
    var films = Films(width: 10, height: 12)
    for index in 0..<count {
      let lattice = film(&source)
      let barriers = try Barriers(
        Barriers.middle.values.map { $0 * Float(0.8 + 0.4 * source.unit()) })
      films.append(
        lattice, barriers: barriers, properties: Observables(of: lattice).regressed,
        seed: source.next(), index: index)
    }
    return films
  }

  static func corpus(seed: UInt64 = 1) throws -> Corpus {
    try Corpus(
      training: films(18, seed: seed), validation: films(5, seed: seed + 1),
      test: films(6, seed: seed + 2), simulation: SimulationRecord(width: 10, height: 12),
      seed: seed, samples: 29, rulesVersion: 1)
  }

  static func hyperparameters(epochs: Int = 3) -> Hyperparameters {
    var result = Hyperparameters(architecture: architecture, seed: 5)
    result.epochs = epochs
    result.batchSize = 4
    return result
  }
}

/// A path in a folder of its own that is removed afterwards.
func withScratchPath(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "/seiscope-training-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder + "/model")
}
