internal import OneDNN

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The dense middle of the network for one part of a batch: from the encoder's flattened image to
/// the decoder's, with regressor and prior.
///
/// Log-variances, of the posterior and of the prior, are clamped to ``LatentStage/logVarianceLimit``
/// as soon as the heads give them, with zero gradient outside (as `torch.clamp`).
final class LatentStage {
  /// Bounds of log-variances: standard deviations from 0.007 to 148.
  static let logVarianceLimit: ClosedRange<Float> = -10...10

  let architecture: Architecture
  let capacity: Int
  let layers: LatentLayers
  private let gradients: LatentLayers

  /// The encoder's last image, flattened C, H, W, and its gradient.
  let encoded: AlignedBuffer
  let encodedGradient: AlignedBuffer
  /// The decoder's first image, rectified, flattened C, H, W, and its gradient.
  let decoded: AlignedBuffer
  let decodedGradient: AlignedBuffer

  let mean: AlignedBuffer
  let rawLogVariance: AlignedBuffer
  let logVariance: AlignedBuffer
  private let hidden: AlignedBuffer
  private let noise: AlignedBuffer
  let decoderInput: AlignedBuffer
  let meanGradient: AlignedBuffer
  let logVarianceGradient: AlignedBuffer
  private let hiddenGradient: AlignedBuffer
  let inputGradient: AlignedBuffer
  let barriers: AlignedBuffer
  private let properties: AlignedBuffer
  private let regressor: Perceptron?
  let prior: Perceptron?
  /// The prior of the trailing dimensions given barriers and the leading ones, beside a mixture.
  let rest: Perceptron?
  let restInput: AlignedBuffer
  let restInputGradient: AlignedBuffer
  /// Mean and log-variance of N(0, I), for variants without a prior of their own.
  let standardPrior: AlignedBuffer

  init(
    _ architecture: Architecture, capacity: Int, parameters: ParameterStore,
    gradient: ParameterStore
  ) {
    self.architecture = architecture
    self.capacity = capacity
    layers = LatentLayers(architecture, in: parameters)
    gradients = LatentLayers(architecture, in: gradient)
    let latent = capacity * architecture.latent
    func buffer(_ width: Int) -> AlignedBuffer { AlignedBuffer(count: capacity * width) }
    encoded = buffer(architecture.encodedCount)
    encodedGradient = buffer(architecture.encodedCount)
    decoded = buffer(architecture.decodedCount)
    decodedGradient = buffer(architecture.decodedCount)
    mean = AlignedBuffer(count: latent)
    rawLogVariance = AlignedBuffer(count: latent)
    logVariance = AlignedBuffer(count: latent)
    noise = AlignedBuffer(count: latent)
    meanGradient = AlignedBuffer(count: latent)
    logVarianceGradient = AlignedBuffer(count: latent)
    hidden = buffer(architecture.denseUnits)
    hiddenGradient = buffer(architecture.denseUnits)
    decoderInput = buffer(architecture.decoderInputs)
    inputGradient = buffer(architecture.decoderInputs)
    barriers = buffer(Architecture.barrierCount)
    properties = buffer(Architecture.propertyCount)
    rest =
      architecture.hasMixture
      ? Perceptron("prior.rest", capacity, parameters, gradient) : nil
    restInput = buffer(Architecture.barrierCount + Architecture.leading)
    restInputGradient = buffer(Architecture.barrierCount + Architecture.leading)
    standardPrior = AlignedBuffer(count: 2 * architecture.latent)
    regressor =
      architecture.variant.hasRegressor
      ? Perceptron("regressor", capacity, parameters, gradient) : nil
    prior =
      architecture.variant.hasPrior
      ? Perceptron(
        "prior", branch: architecture.hasMixture ? "prior.mixture" : nil, capacity, parameters,
        gradient) : nil
  }

  /// Takes a part's conditions and draws its noise, each sample from a generator of its own.
  ///
  /// Without a seed, z is the mean.
  func load(_ batch: Batch, _ samples: Range<Int>, noiseSeed: UInt64?) {
    copy(batch.barriers, samples, Architecture.barrierCount, to: barriers)
    copy(batch.properties, samples, Architecture.propertyCount, to: properties)
    let latent = architecture.latent
    noise.pointer.update(repeating: 0, count: noise.count)
    guard let noiseSeed else { return }
    for (row, sample) in samples.enumerated() {
      Noise.fill(noise.pointer + row * latent, latent, seed: noiseSeed, sample: sample)
    }
  }

  /// From ``encoded`` to ``decoded``.
  func forward() throws {
    let rows = capacity
    try layers.encoder.forward(rows, encoded.pointer, into: hidden.pointer, relu: true)
    try layers.mean.forward(rows, hidden.pointer, into: mean.pointer)
    try layers.logVariance.forward(rows, hidden.pointer, into: rawLogVariance.pointer)
    for i in 0..<rawLogVariance.count {
      logVariance.pointer[i] = Self.clamped(rawLogVariance.pointer[i])
    }
    sample()
    try layers.decoder.forward(rows, decoderInput.pointer, into: decoded.pointer, relu: true)
    try regressor?.forward(rows, mean.pointer)
    try prior?.forward(rows, barriers.pointer)
    try forwardRest()
  }

  /// z = μ + e^(log σ² / 2) ε, and the barriers behind it.
  private func sample() {
    let (latent, width) = (architecture.latent, architecture.decoderInputs)
    for row in 0..<capacity {
      let input = decoderInput.pointer + row * width
      for k in 0..<latent {
        let i = row * latent + k
        input[k] = mean.pointer[i] + exp(0.5 * logVariance.pointer[i]) * noise.pointer[i]
      }
      for k in latent..<width {
        input[k] = barriers.pointer[row * Architecture.barrierCount + k - latent]
      }
    }
  }

  /// Divergence and property error of the first `count` samples, and the gradients that start here.
  ///
  /// `scale` is 1 / samples of the whole batch.
  func lossAndSeeds(_ count: Int, weights: LossWeights, scale: Float) -> LossSums {
    var sums = LossSums()
    for row in 0..<count {
      divergence(row, scale: weights.klDivergence * scale, adding: &sums)
      if let regressor {
        sums.property += propertyError(row, regressor, scale: weights.property * scale)
      }
      if weights.ordering > 0 {
        sums.ordering += LatentOrdering.error(
          mean.pointer + row * architecture.latent,
          properties.pointer + row * Architecture.propertyCount, scale: weights.ordering * scale,
          adding: meanGradient.pointer + row * architecture.latent)
      }
    }
    return sums
  }

  /// From ``decodedGradient`` and the losses' own gradients to ``encodedGradient``.
  func backward() throws {
    let rows = capacity
    maskRelu(decodedGradient.pointer, where: decoded.pointer, decoded.count)
    try layers.decoder.backward(
      rows, decodedGradient.pointer, decoderInput.pointer, gradient: gradients.decoder,
      into: inputGradient.pointer)
    try regressor?.backward(rows, mean.pointer, into: meanGradient.pointer)
    try prior?.backward(rows, barriers.pointer)
    try backwardRest()
    sampleBackward()
    try layers.mean.backward(
      rows, meanGradient.pointer, hidden.pointer, gradient: gradients.mean,
      into: hiddenGradient.pointer)
    try layers.logVariance.backward(
      rows, logVarianceGradient.pointer, hidden.pointer, gradient: gradients.logVariance,
      into: hiddenGradient.pointer, adding: true)
    maskRelu(hiddenGradient.pointer, where: hidden.pointer, hidden.count)
    try layers.encoder.backward(
      rows, hiddenGradient.pointer, encoded.pointer, gradient: gradients.encoder,
      into: encodedGradient.pointer)
  }

  /// Adds what reached z to the gradients of mean and log-variance, and applies the clamp.
  private func sampleBackward() {
    let (latent, width) = (architecture.latent, architecture.decoderInputs)
    for row in 0..<capacity {
      for k in 0..<latent {
        let i = row * latent + k
        let gradient = inputGradient.pointer[row * width + k]
        meanGradient.pointer[i] += gradient
        logVarianceGradient.pointer[i] +=
          gradient * noise.pointer[i] * 0.5 * exp(0.5 * logVariance.pointer[i])
        if !Self.isInside(rawLogVariance.pointer[i]) { logVarianceGradient.pointer[i] = 0 }
      }
    }
  }

  private func propertyError(_ row: Int, _ regressor: Perceptron, scale: Float) -> Double {
    var sum = 0.0
    for k in 0..<Architecture.propertyCount {
      let i = row * Architecture.propertyCount + k
      let error = regressor.output.pointer[i] - properties.pointer[i]
      sum += Double(error * error)
      regressor.outputGradient.pointer[i] = 2 * scale * error
    }
    return sum
  }

  /// A log-variance brought inside ``logVarianceLimit``; NaN stays NaN.
  static func clamped(_ value: Float) -> Float {
    if value < logVarianceLimit.lowerBound { return logVarianceLimit.lowerBound }
    return value > logVarianceLimit.upperBound ? logVarianceLimit.upperBound : value
  }

  static func isInside(_ value: Float) -> Bool { logVarianceLimit.contains(value) }
}

/// The dense layers of encoder and decoder.
struct LatentLayers {
  let encoder: Dense
  let mean: Dense
  let logVariance: Dense
  let decoder: Dense

  init(_ architecture: Architecture, in store: ParameterStore) {
    encoder = Dense("encoder.dense", in: store)
    mean = Dense("encoder.mean", in: store)
    logVariance = Dense("encoder.logvar", in: store)
    decoder = Dense("decoder.dense", in: store)
  }
}

/// Copies samples of a batch to the start of a buffer; zeroes the rest.
private func copy(_ values: [Float], _ samples: Range<Int>, _ width: Int, to buffer: AlignedBuffer)
{
  let start = samples.lowerBound * width
  for i in 0..<buffer.count {
    buffer.pointer[i] = i < samples.count * width ? values[start + i] : 0
  }
}
