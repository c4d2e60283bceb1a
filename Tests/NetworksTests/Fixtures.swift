import Interphase
import Tensors

@testable import Networks

/// What the tests share: a small network whose every extent differs, and batches for it.
enum Fixtures {
  static let weights = LossWeights(
    klDivergence: 0.7, property: 3, ordering: 0.4, profile: 2, near: 1.5, nearDepth: 3,
    mobile: 0.3)
  static let batchSize = 4

  static func architecture(_ variant: Variant, components: Int = 1) -> Architecture {
    Architecture(
      variant: variant, height: 10, width: 7, alphabet: 11, latent: 5,
      encoderChannels: [8, 16, 24], decoderChannels: [16, 24, 8], denseUnits: 12,
      regressorUnits: 9, priorUnits: 13,
      priorComponents: components)
  }

  /// Initial tensors with normalisations away from the identity.
  static func tensors(_ architecture: Architecture, seed: UInt64 = 1) -> [String: Tensor] {
    var tensors = architecture.initialTensors(seed: seed)
    var source = RandomSource(seed: seed)
    for name in tensors.keys.sorted() where name.contains(".bn") {
      for i in tensors[name]!.values.indices {
        let shift = Float(0.6 * source.unit() - 0.3)
        tensors[name]!.values[i] += shift
      }
    }
    return tensors
  }

  static func batch(_ architecture: Architecture, count: Int = batchSize, seed: UInt64 = 2)
    -> Batch
  {
    var source = RandomSource(seed: seed)
    return Batch(
      count: count,
      codes: (0..<count * architecture.sites).map { _ in
        UInt8(source.unit() * source.unit() * Double(architecture.alphabet))
      },
      barriers: (0..<count * 15).map { _ in Float(2 * source.unit() - 1) },
      properties: (0..<count * 4).map { _ in Float(source.normal()) })
  }

  /// The noise that a step with this seed draws.
  static func noise(_ architecture: Architecture, count: Int = batchSize, seed: UInt64) -> [Double]
  {
    var values = [Float](repeating: 0, count: count * architecture.latent)
    values.withUnsafeMutableBufferPointer { values in
      for sample in 0..<count {
        Noise.fill(
          values.baseAddress! + sample * architecture.latent, architecture.latent, seed: seed,
          sample: sample)
      }
    }
    return values.map(Double.init)
  }

  static func network(
    _ architecture: Architecture, threads: Int = 2, optimizer: OptimizerState? = nil,
    tensors: [String: Tensor]? = nil
  ) throws -> TrainingNetwork {
    try TrainingNetwork(
      architecture: architecture, tensors: tensors ?? Fixtures.tensors(architecture),
      optimizer: optimizer, batchSize: batchSize, threads: threads)
  }
}

/// √Σ x².
func norm(_ values: some Sequence<Double>) -> Double {
  values.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
