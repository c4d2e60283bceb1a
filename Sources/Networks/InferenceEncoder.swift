internal import OneDNN

/// From codes to the posterior, a batch at a time.
final class InferenceEncoder {
  private let architecture: Architecture
  private let batch: Int
  private let first: OneHotConvolution
  private let firstTable: AlignedBuffer
  private let firstImage: AlignedBuffer
  private let firstNormalisation: BatchNormalisation
  private let stages: [InferenceStage]
  private let dense: Dense
  private let layers: LatentLayers
  private let hidden: AlignedBuffer
  private let mean: AlignedBuffer
  private let logVariance: AlignedBuffer

  init(
    _ architecture: Architecture, _ batch: Int, _ store: ParameterStore,
    _ normalisations: [BatchNormalisation]
  ) throws(OneDNNError) {
    self.architecture = architecture
    self.batch = batch
    first = OneHotConvolution(architecture)
    firstTable = AlignedBuffer(count: first.tableCount)
    first.makeTable(store.slice("encoder.conv1.weight").pointer, into: firstTable.pointer)
    let images = architecture.layerImages
    firstImage = AlignedBuffer(count: batch * images[0].count)
    firstNormalisation = normalisations[0]
    let device = try Device()
    let second = try InferenceStage(
      1, architecture, batch, store, device, input: firstImage, normalisation: normalisations[1])
    let third = try InferenceStage(
      2, architecture, batch, store, device, input: second.output,
      normalisation: normalisations[2])
    stages = [second, third]
    layers = LatentLayers(architecture, in: store)
    dense = layers.encoder.readingChannelsLast(images[2])
    hidden = AlignedBuffer(count: batch * architecture.denseUnits)
    mean = AlignedBuffer(count: batch * architecture.latent)
    logVariance = AlignedBuffer(count: batch * architecture.latent)
  }

  /// Mean and log-variance of `count` lattices.
  func encode(_ codes: [UInt8], _ count: Int) throws -> (mean: [Float], logVariance: [Float]) {
    var means: [Float] = []
    var logVariances: [Float] = []
    for start in stride(from: 0, to: count, by: batch) {
      let filled = min(batch, count - start)
      load(codes, start, filled)
      try run()
      means += mean.array.prefix(filled * architecture.latent)
      logVariances += logVariance.array.prefix(filled * architecture.latent)
        .map(LatentStage.clamped)
    }
    return (means, logVariances)
  }

  private func load(_ codes: [UInt8], _ start: Int, _ filled: Int) {
    let size = architecture.layerImages[0].count
    codes.withUnsafeBufferPointer { codes in
      guard let base = codes.baseAddress else { return }
      for sample in 0..<filled {
        first.forward(
          base + (start + sample) * architecture.sites, table: firstTable.pointer,
          into: firstImage.pointer + sample * size)
      }
    }
    firstNormalisation.apply(to: firstImage, rows: batch * architecture.layerImages[0].area)
  }

  private func run() throws {
    for stage in stages { try stage.run() }
    try dense.forward(batch, stages[1].output.pointer, into: hidden.pointer, relu: true)
    try layers.mean.forward(batch, hidden.pointer, into: mean.pointer)
    try layers.logVariance.forward(batch, hidden.pointer, into: logVariance.pointer)
  }
}

extension Dense {
  /// The layer for an input image laid channels-last.
  func readingChannelsLast(_ image: ImageShape) -> Dense {
    let reordered = AlignedBuffer(count: weight.count)
    for row in 0..<outputs {
      channelsLast(
        image, block: 1, weight.pointer + row * inputs, into: reordered.pointer + row * inputs)
    }
    return Dense(weight: reordered, bias: bias)
  }

  /// The layer for an output image laid channels-last.
  func writingChannelsLast(_ image: ImageShape) -> Dense {
    let reordered = AlignedBuffer(count: weight.count)
    let reorderedBias = AlignedBuffer(count: bias.count)
    channelsLast(image, block: inputs, weight.pointer, into: reordered.pointer)
    channelsLast(image, block: 1, bias.pointer, into: reorderedBias.pointer)
    return Dense(weight: reordered, bias: reorderedBias)
  }
}
