internal import OneDNN
internal import Synchronization
public import Tensors

/// A trained network put to use: encoding, decoding, regression and the prior.
///
/// Runs on the calling thread alone and may be called from any; calls from several take turns. All
/// functions take any number of samples, one after the other.
///
/// `@unchecked Sendable` is justified here by the fact that every use of the buffers and kernels
/// holds `lock`.
public final class InferenceNetwork: @unchecked Sendable {
  /// The network's shape.
  public let architecture: Architecture

  private let lock = Mutex(())
  private let encoder: InferenceEncoder
  private let decoder: InferenceDecoder
  private let regressor: [Dense]
  private let prior: [Dense]
  /// The prior's layers with the mixture's in the last place; none without mixture.
  let mixture: [Dense]
  /// From barriers and leading dimensions to the trailing ones; none without mixture.
  let rest: [Dense]

  /// Builds the network and compiles its kernels (about 0.1 s for a batch of one).
  ///
  /// - Parameters:
  ///   - architecture: The network's shape.
  ///   - tensors: A value for each of the architecture's tensors.
  ///   - batchSize: Samples that one pass takes: 1 answers soonest, 32 suits whole data sets.
  /// - Throws: ``NetworkError`` that names the tensor or what the backend refused.
  public init(architecture: Architecture, tensors: [String: Tensor], batchSize: Int = 1) throws {
    try architecture.check(tensors)
    precondition(batchSize > 0, "a batch of \(batchSize) samples")
    self.architecture = architecture
    let store = ParameterStore(ParameterLayout(architecture))
    try store.load(tensors)
    let layers = zip(architecture.layerImages, Architecture.layerNames).map { image, names in
      BatchNormalisation(image.channels, rows: 1, names, store, tensors)
    }
    for layer in layers { layer.useRunningStatistics() }
    do {
      (encoder, decoder) = try ThreadScope.with {
        (
          try InferenceEncoder(architecture, batchSize, store, Array(layers[0..<3])),
          try InferenceDecoder(architecture, batchSize, store, Array(layers[3..<6]))
        )
      }
    } catch let error as OneDNNError { throw NetworkError.backend(error.description) }
    func perceptron(_ name: String) -> [Dense] {
      (1...3).map { Dense("\(name).dense\($0)", in: store) }
    }
    regressor = architecture.variant.hasRegressor ? perceptron("regressor") : []
    prior = architecture.variant.hasPrior ? perceptron("prior") : []
    rest = architecture.hasMixture ? perceptron("prior.rest") : []
    mixture = architecture.hasMixture ? prior.prefix(2) + [Dense("prior.mixture", in: store)] : []
  }

  /// The posterior of lattices.
  ///
  /// - Parameter codes: Species codes below the alphabet's size, N × height × width.
  /// - Returns: Mean and clamped log-variance, N × latent each.
  public func encode(_ codes: [UInt8]) -> (mean: [Float], logVariance: [Float]) {
    let count = samples(codes.count, architecture.sites, "codes")
    precondition(
      codes.allSatisfy { Int($0) < architecture.alphabet },
      "a code is outside the alphabet of \(architecture.alphabet)")
    return exclusively { try encoder.encode(codes, count) }
  }

  /// The logits of decoded lattices, before unused codes are masked.
  ///
  /// - Parameters:
  ///   - latent: Latent vectors, N × latent.
  ///   - barriers: Barriers scaled to [−1, 1], N × 15; ignored where the variant reads none.
  /// - Returns: Logits, N × alphabet × height × width.
  public func decode(latent: [Float], barriers: [Float]) -> [Float] {
    let count = samples(latent.count, architecture.latent, "latent values")
    if architecture.variant.readsBarriers {
      precondition(
        barriers.count == count * Architecture.barrierCount,
        "\(barriers.count) barriers for \(count) samples")
    }
    return exclusively { try decoder.decode(latent, barriers, count) }
  }

  /// The properties that the regressor reads off latent means.
  ///
  /// - Parameter mean: Latent means, N × latent.
  /// - Returns: Standardised properties, N × 4; zeros (their means) for a variant without regressor.
  public func regress(mean: [Float]) -> [Float] {
    let count = samples(mean.count, architecture.latent, "latent values")
    guard !regressor.isEmpty else {
      return [Float](repeating: 0, count: count * Architecture.propertyCount)
    }
    return exclusively { try run(regressor, mean, count) }
  }

  /// The prior of the latent vector as one Gaussian; of a mixture, its best Gaussian summary.
  ///
  /// - Parameter barriers: Barriers scaled to [−1, 1], N × 15.
  /// - Returns: Mean and clamped log-variance, N × latent each; zeros for a variant whose prior is
  ///   N(0, I).
  public func prior(barriers: [Float]) -> (mean: [Float], logVariance: [Float]) {
    let count = samples(barriers.count, Architecture.barrierCount, "barriers")
    let latent = architecture.latent
    guard !prior.isEmpty else {
      let zeros = [Float](repeating: 0, count: count * latent)
      return (zeros, zeros)
    }
    let both = exclusively { try run(prior, barriers, count) }
    var mean: [Float] = []
    var logVariance: [Float] = []
    for start in stride(from: 0, to: both.count, by: 2 * latent) {
      mean += both[start..<(start + latent)]
      logVariance += both[(start + latent)..<(start + 2 * latent)].map(LatentStage.clamped)
    }
    return (mean, logVariance)
  }

  private func samples(_ count: Int, _ width: Int, _ what: String) -> Int {
    precondition(
      count % width == 0, "\(count) \(what): expected a multiple of \(width)")
    return count / width
  }

  func exclusively<Result: Sendable>(_ body: () throws -> Result) -> Result {
    lock.withLock { _ in
      do {
        return try ThreadScope.with(body)
      } catch {
        // The kernels were compiled and their buffers sized before: nothing a caller could mend.
        preconditionFailure("\(error)")
      }
    }
  }

  /// Dense layers with ReLU between.
  func run(_ layers: [Dense], _ input: [Float], _ count: Int) throws -> [Float] {
    var value = input
    for (index, layer) in layers.enumerated() {
      var next = [Float](repeating: 0, count: count * layer.outputs)
      try value.withUnsafeMutableBufferPointer { x in
        try next.withUnsafeMutableBufferPointer { y in
          guard let x = x.baseAddress, let y = y.baseAddress else { return }
          try layer.forward(count, x, into: y, relu: index < layers.count - 1)
        }
      }
      value = next
    }
    return value
  }
}
