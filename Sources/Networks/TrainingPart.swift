internal import OneDNN

/// One part of a batch with everything that only its thread touches: images, gradients, kernels.
///
/// A step is a sequence of phases; between them the batch normalisations add up what the parts
/// summed. Layers 0 … 2 are the encoder's, 3 … 5 the decoder's.
final class TrainingPart {
  let gradient: ParameterStore
  let latent: LatentStage
  private(set) var sums: [ChannelSums]
  private(set) var losses = LossSums()

  private let architecture: Architecture
  private let capacity: Int
  private let images: [ImageShape]
  private let normalisations: [BatchNormalisation]
  private let device: Device
  private var codes: [UInt8]
  private var samples = 0
  /// Before and after normalisation, and the gradient: first of the latter, then of the former.
  private let raw: [AlignedBuffer]
  private let value: [AlignedBuffer]
  private let slope: [AlignedBuffer]
  private let logits: AlignedBuffer
  private let firstConvolution: OneHotConvolution
  private let firstTable: AlignedBuffer
  private let firstTableGradient: AlignedBuffer
  private let logitBias: AlignedBuffer
  private lazy var profileLoss = ProfileLoss(architecture)
  /// Stages that lead to layers 1 … 5 and to the logits.
  private let stages: [BoundStage]
  private let flatten: Operation
  private let unflattenGradient: Operation
  private let unflatten: Operation
  private let flattenGradient: Operation

  init(
    _ architecture: Architecture, capacity: Int, parameters: ParameterStore,
    normalisations: [BatchNormalisation], stages: [ConvolutionStage], firstTable: AlignedBuffer
  ) throws {
    let images = architecture.layerImages
    self.architecture = architecture
    self.capacity = capacity
    self.images = images
    self.normalisations = normalisations
    self.firstTable = firstTable
    device = try Device()
    gradient = ParameterStore(parameters.layout)
    latent = LatentStage(
      architecture, capacity: capacity, parameters: parameters, gradient: gradient)
    sums = images.map { ChannelSums(channels: $0.channels) }
    codes = [UInt8](repeating: 0, count: capacity * architecture.sites)
    raw = images.map { AlignedBuffer(count: capacity * $0.count) }
    value = images.map { AlignedBuffer(count: capacity * $0.count) }
    slope = images.map { AlignedBuffer(count: capacity * $0.count) }
    logits = AlignedBuffer(
      count: capacity * architecture.logitImage.count + CrossEntropy.slack)
    logitBias = parameters.slice("decoder.output.bias")
    firstConvolution = OneHotConvolution(architecture)
    firstTableGradient = AlignedBuffer(count: firstConvolution.tableCount)

    let first = AlignedBuffer(count: capacity * images[2].count)
    let firstGradient = AlignedBuffer(count: capacity * images[2].count)
    var bound: [BoundStage] = []
    for (layer, stage) in zip(1..., stages) {
      bound.append(
        try stage.bind(
          device, input: layer == 3 ? first : value[layer - 1],
          output: layer == 6 ? logits : raw[layer],
          inputGradient: layer == 3 ? firstGradient : slope[layer - 1],
          outputGradient: layer == 6 ? logits : slope[layer],
          weightGradient: gradient.slice(
            layer == 6
              ? "decoder.output.weight" : Architecture.layerNames[layer].convolution + ".weight")))
    }
    self.stages = bound

    let pixels = try Layout.channelsLast(batch: capacity, images[2])
    let planes = try Layout.channelsFirst(batch: capacity, images[2])
    let toPlanes = try Kernel(device, from: pixels, to: planes)
    let toPixels = try Kernel(device, from: planes, to: pixels)
    flatten = try toPlanes.bind(device, from: value[2], to: latent.encoded)
    unflattenGradient = try toPixels.bind(device, from: latent.encodedGradient, to: slope[2])
    unflatten = try toPixels.bind(device, from: latent.decoded, to: first)
    flattenGradient = try toPlanes.bind(device, from: firstGradient, to: latent.decodedGradient)
  }

  /// Takes samples of a batch; where there are fewer than fit, the rest is code 0.
  func load(_ batch: Batch, _ samples: Range<Int>, noiseSeed: UInt64?) {
    let sites = architecture.sites
    self.samples = samples.count
    for i in codes.indices {
      codes[i] = i < samples.count * sites ? batch.codes[samples.lowerBound * sites + i] : 0
    }
    latent.load(batch, samples, noiseSeed: noiseSeed)
    losses = LossSums()
  }

  // MARK: Forward

  /// Codes to layer 0, before normalisation.
  func startForward() {
    let size = images[0].count
    codes.withUnsafeBufferPointer { codes in
      for sample in 0..<capacity {
        firstConvolution.forward(
          codes.baseAddress! + sample * architecture.sites, table: firstTable.pointer,
          into: raw[0].pointer + sample * size)
      }
    }
  }

  /// Normalised layer − 1 to `layer`, before normalisation; through the latent space for layer 3.
  func forward(to layer: Int) throws {
    normalise(layer - 1)
    if layer == 3 {
      try device.run(flatten)
      try latent.forward()
      try device.run(unflatten)
    }
    try stages[layer - 1].forward()
  }

  /// Sums for the layer's statistics.
  func collectMoments(_ layer: Int) {
    sums[layer].clear()
    NormalisationKernels.moments(
      raw[layer].pointer, rows: rows(layer), channels: images[layer].channels,
      centre: normalisations[layer].centre.pointer, into: &sums[layer])
  }

  private func normalise(_ layer: Int) {
    let normalisation = normalisations[layer]
    NormalisationKernels.normalise(
      raw[layer].pointer, into: value[layer].pointer, rows: rows(layer),
      channels: images[layer].channels, scale: normalisation.scale.pointer,
      shift: normalisation.shift.pointer)
  }

  private func rows(_ layer: Int) -> Int { capacity * images[layer].area }

  // MARK: Loss

  /// The losses of the part's samples; logits and latent gradients become those of the loss.
  ///
  /// `scale` is 1 / samples of the whole batch.
  func computeLosses(weights: LossWeights, scale: Float) {
    losses = latent.lossAndSeeds(samples, weights: weights, scale: scale)
    var slopes = [Double](repeating: 0, count: architecture.alphabet)
    let entropies = [false, true].map { isNear in
      CrossEntropy(
        alphabet: architecture.alphabet, bias: logitBias.pointer,
        weights: weights.ofCodes(architecture.alphabet, isNear: isNear))
    }
    let bands = architecture.bands(nearDepth: weights.nearDepth)
    let profiles = weights.profile > 0 ? profileLoss : nil
    let size = architecture.logitImage.count
    codes.withUnsafeBufferPointer { codes in
      for sample in 0..<samples {
        let film = codes.baseAddress! + sample * architecture.sites
        let logits = logits.pointer + sample * size
        if let profiles {
          losses.profile += profiles.value(logits, bias: logitBias.pointer, film)
        }
        for (index, band) in bands.enumerated() {
          losses.reconstruction += entropies[index % 2].replaceByGradient(
            logits + band.lowerBound * architecture.alphabet, film + band.lowerBound,
            pixels: band.count, scale: scale, adding: &slopes)
        }
        profiles?.addGradient(to: logits, scale: weights.profile * scale, adding: &slopes)
      }
    }
    let biasGradient = gradient.slice("decoder.output.bias")
    for c in slopes.indices { biasGradient.pointer[c] = Float(slopes[c]) }
  }

  // MARK: Backward

  /// From the logits' gradient to layer 5.
  func startBackward() throws {
    try stages[5].backward()
  }

  /// Cuts the gradient by the layer's ReLU and sums for its normalisation.
  func collectGradientMoments(_ layer: Int) {
    sums[layer].clear()
    NormalisationKernels.gradientMoments(
      slope[layer].pointer, raw[layer].pointer, rows: rows(layer),
      channels: images[layer].channels, scale: normalisations[layer].scale.pointer,
      shift: normalisations[layer].shift.pointer, centre: normalisations[layer].centre.pointer,
      into: &sums[layer])
  }

  /// Back through `layer`'s normalisation and convolution, to the values of the layer before.
  func backward(from layer: Int) throws {
    let normalisation = normalisations[layer]
    NormalisationKernels.gradient(
      slope[layer].pointer, raw[layer].pointer, rows: rows(layer),
      channels: images[layer].channels, centre: normalisation.centre.pointer,
      factor: normalisation.scale.pointer, slope: normalisation.slope.pointer,
      offset: normalisation.offset.pointer)
    guard layer > 0 else { return finishBackward() }
    try stages[layer - 1].backward()
    if layer == 3 {
      try device.run(flattenGradient)
      try latent.backward()
      try device.run(unflattenGradient)
    }
  }

  private func finishBackward() {
    let size = images[0].count
    firstTableGradient.pointer.update(repeating: 0, count: firstTableGradient.count)
    codes.withUnsafeBufferPointer { codes in
      for sample in 0..<capacity {
        firstConvolution.backward(
          codes.baseAddress! + sample * architecture.sites,
          gradient: slope[0].pointer + sample * size, into: firstTableGradient.pointer)
      }
    }
    firstConvolution.readTable(
      firstTableGradient.pointer, into: gradient.slice("encoder.conv1.weight").pointer)
  }
}

extension Architecture {
  /// The sites of the electrode, of the rows near it, and of those above.
  fileprivate func bands(nearDepth: Int) -> [Range<Int>] {
    let top = min(max(1, nearDepth + 1), height)
    return [0..<width, width..<(top * width), (top * width)..<sites]
  }
}

extension OneHotConvolution {
  init(_ architecture: Architecture) {
    self.init(
      height: architecture.height, width: architecture.width, alphabet: architecture.alphabet,
      channels: architecture.encoderChannels[0])
  }
}
