internal import OneDNN

/// From latent vectors and barriers to logits, a batch at a time.
final class InferenceDecoder {
  private let architecture: Architecture
  private let batch: Int
  private let dense: Dense
  private let stages: [InferenceStage]
  private let input: AlignedBuffer
  private let image: AlignedBuffer
  private let bias: AlignedBuffer

  init(
    _ architecture: Architecture, _ batch: Int, _ store: ParameterStore,
    _ normalisations: [BatchNormalisation]
  ) throws(OneDNNError) {
    self.architecture = architecture
    self.batch = batch
    let start = architecture.layerImages[2]
    dense = Dense("decoder.dense", in: store).writingChannelsLast(start)
    input = AlignedBuffer(count: batch * architecture.decoderInputs)
    image = AlignedBuffer(count: batch * start.count)
    bias = store.slice("decoder.output.bias")
    let device = try Device()
    var stages: [InferenceStage] = []
    for layer in 3...6 {
      stages.append(
        try InferenceStage(
          layer, architecture, batch, store, device, input: stages.last?.output ?? image,
          normalisation: layer == 6 ? nil : normalisations[layer - 3]))
    }
    self.stages = stages
  }

  /// Logits of `count` samples, channels first.
  func decode(_ latent: [Float], _ barriers: [Float], _ count: Int) throws -> [Float] {
    let size = architecture.alphabet * architecture.sites
    return try [Float](unsafeUninitializedCapacity: count * size) { result, filled in
      for start in stride(from: 0, to: count, by: batch) {
        let samples = start..<min(start + batch, count)
        load(latent, barriers, samples)
        try dense.forward(batch, input.pointer, into: image.pointer, relu: true)
        for stage in stages { try stage.run() }
        for (index, sample) in samples.enumerated() {
          writeLogits(index, to: result.baseAddress! + sample * size)
        }
      }
      filled = count * size
    }
  }

  private func load(_ latent: [Float], _ barriers: [Float], _ samples: Range<Int>) {
    let (width, own) = (architecture.decoderInputs, architecture.latent)
    for (index, sample) in samples.enumerated() {
      let row = input.pointer + index * width
      for k in 0..<own { row[k] = latent[sample * own + k] }
      for k in own..<width { row[k] = barriers[sample * Architecture.barrierCount + k - own] }
    }
  }

  private func writeLogits(_ index: Int, to planes: Floats) {
    let (alphabet, sites) = (architecture.alphabet, architecture.sites)
    guard let logits = stages.last?.output.pointer else { return }
    for site in 0..<sites {
      let row = logits + (index * sites + site) * alphabet
      for code in 0..<alphabet {
        planes[code * sites + site] = row[code] + bias.pointer[code]
      }
    }
  }
}
