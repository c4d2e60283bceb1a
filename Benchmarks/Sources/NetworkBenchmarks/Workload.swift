import Interphase
public import Networks
public import Surrogate
import Tensors

/// The work of the comparisons: a model's weights, and a batch of films that it was tested on.
public struct Workload: Sendable {
  /// Films of a step.
  public static let batchSize = 64
  /// β and λ of the loss.
  public static let weights = LossWeights(klDivergence: 0.1, property: 20)
  /// Adam's.
  public static let learningRate: Float = 1e-4
  /// Of the latent noise, the same in each step.
  public static let noiseSeed: UInt64 = 1

  /// The model, its prior the best single Gaussian: the Python side has no mixture.
  public let bundle: ModelBundle
  /// The model as it is.
  public let trained: ModelBundle
  /// The first films of the test split, not mirrored.
  public let batch: Batch

  /// Takes the films and weights of a model.
  ///
  /// - Throws: What is wrong with the model; it must hold as many films as a batch.
  public init(model path: String) throws {
    let trained = try ModelBundle(opening: path)
    let bundle = Self.withPlainPrior(trained)
    let (map, scaling) = (bundle.latentMap, bundle.description.scaling)
    let count = Self.batchSize
    guard map.count >= count else {
      throw BundleError.values(
        file: BundleFile.latentMap, "expected at least \(count) films, found \(map.count)")
    }
    self.trained = trained
    self.bundle = bundle
    batch = Batch(
      count: count, codes: Array(map.codes.prefix(count * map.width * map.height)),
      barriers: (0..<count).flatMap {
        scaling.scaled(barriers: Array(map.barrierValues.values[(15 * $0)..<(15 * $0 + 15)]))
      },
      properties: (0..<count).flatMap { scaling.standardised(properties: map.properties(at: $0)) })
  }

  /// The network's shape.
  public var architecture: Architecture { bundle.description.architecture }

  /// The latent means of the batch's films, film after film.
  public var latent: [Float] {
    (0..<Self.batchSize).flatMap { bundle.latentMap.mean(at: $0) }
  }

  /// The latent noise that the network draws from ``noiseSeed``, sample after sample; were it another,
  /// the losses of the two sides would not agree.
  public var noise: [Float] {
    (0..<Self.batchSize).flatMap { sample in
      var source = RandomSource(seed: SplitMix64.mix(Self.noiseSeed) &+ UInt64(sample))
      return (0..<architecture.latent).map { _ in Float(source.normal()) }
    }
  }

  private static func withPlainPrior(_ bundle: ModelBundle) -> ModelBundle {
    var description = bundle.description
    description.architecture.priorComponents = 1
    let names = Set(description.architecture.tensorShapes.map(\.name))
    return ModelBundle(
      description: description, tensors: bundle.tensors.filter { names.contains($0.key) },
      latentMap: bundle.latentMap, startPicture: bundle.startPicture)
  }
}
