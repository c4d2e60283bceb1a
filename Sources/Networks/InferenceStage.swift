internal import OneDNN

/// A convolution with frozen weights, and the batch normalisation and ReLU behind it.
final class InferenceStage {
  let output: AlignedBuffer
  private let device: Device
  private let apply: Operation
  private let rows: Int
  private let normalisation: BatchNormalisation?

  /// Compiles the stage that leads to layer 1 … 5, or to the logits for 6.
  init(
    _ layer: Int, _ architecture: Architecture, _ batch: Int, _ store: ParameterStore,
    _ device: Device, input: AlignedBuffer, normalisation: BatchNormalisation?
  ) throws(OneDNNError) {
    let (direction, shape) = architecture.convolution(to: layer, batch: batch)
    let name = layer == 6 ? "decoder.output" : Architecture.layerNames[layer].convolution
    let down = direction == .down
    let kernel = try Kernel(device, down ? .forward : .backwardData, of: shape)
    let weights = AlignedBuffer(count: kernel.weights.floatCount)
    try device.run(
      try Kernel(device, from: try Layout.weights(shape), to: kernel.weights)
        .bind(device, from: store.slice(name + ".weight"), to: weights))
    let image = down ? shape.destination : shape.source
    output = AlignedBuffer(count: batch * image.count)
    apply = try kernel.bind(
      device, source: down ? input : output, weights: weights, destination: down ? output : input)
    rows = batch * image.area
    self.device = device
    self.normalisation = normalisation
  }

  /// Output from input.
  func run() throws {
    try device.run(apply)
    if let normalisation { normalisation.apply(to: output, rows: rows) }
  }
}

extension BatchNormalisation {
  /// Normalises and rectifies an image in place.
  func apply(to image: AlignedBuffer, rows: Int) {
    NormalisationKernels.normalise(
      image.pointer, into: image.pointer, rows: rows, channels: channels, scale: scale.pointer,
      shift: shift.pointer)
  }
}

/// Reorders the values of one channels-first image as channels-last, `block` floats to a value.
///
/// Applied once to the weights of the dense layers beside the images, it saves reordering the
/// images.
func channelsLast(_ image: ImageShape, block: Int, _ from: Floats, into: Floats) {
  for channel in 0..<image.channels {
    for pixel in 0..<image.area {
      (into + (pixel * image.channels + channel) * block)
        .update(from: from + (channel * image.area + pixel) * block, count: block)
    }
  }
}
