internal import OneDNN

/// One convolution of the network, or transposed convolution, with what all parts share: the
/// compiled kernels and the weights in the layouts that the kernels want.
///
/// No bias: batch normalisation or the loss adds it.
final class ConvolutionStage {
  /// Which way the network runs through the convolution's geometry.
  enum Direction {
    /// Source to destination: a convolution.
    case down
    /// Destination to source: a transposed convolution.
    case up
  }

  let direction: Direction
  let shape: Convolution
  private let plain: PaddedWeights
  private let applyKernel: Kernel
  private let pullKernel: Kernel
  private let gradientKernel: Kernel
  private let toPlain: Kernel
  private let applyWeights: AlignedBuffer
  private let pullWeights: AlignedBuffer
  private let device: Device
  private let preparations: [Operation]

  /// - Parameters:
  ///   - shape: Geometry for one part of a batch.
  ///   - sourceChannels: Channels of the source that the weights have; the rest are padding.
  init(
    _ direction: Direction, _ shape: Convolution, sourceChannels: Int? = nil,
    weight: AlignedBuffer
  ) throws(OneDNNError) {
    self.direction = direction
    self.shape = shape
    plain = PaddedWeights(
      rows: shape.destination.channels, used: sourceChannels ?? shape.source.channels,
      padded: shape.source.channels, weight: weight)
    let device = try Device()
    let forward = try Kernel(device, .forward, of: shape)
    let backward = try Kernel(device, .backwardData, of: shape)
    applyKernel = direction == .down ? forward : backward
    pullKernel = direction == .down ? backward : forward
    gradientKernel = try Kernel(device, .backwardWeights, of: shape)
    let layout = try Layout.weights(shape)
    toPlain = try Kernel(device, from: gradientKernel.weights, to: layout)
    applyWeights = AlignedBuffer(count: applyKernel.weights.floatCount)
    pullWeights = AlignedBuffer(count: pullKernel.weights.floatCount)
    preparations = [
      try Kernel(device, from: layout, to: applyKernel.weights)
        .bind(device, from: plain.buffer, to: applyWeights),
      try Kernel(device, from: layout, to: pullKernel.weights)
        .bind(device, from: plain.buffer, to: pullWeights),
    ]
    self.device = device
  }

  /// Takes the weights as they are now. On one thread at a time.
  func prepare() throws {
    plain.update()
    for preparation in preparations { try device.run(preparation) }
  }

  /// Ties the stage to one part's images.
  ///
  /// - Parameter weightGradient: Where the weights' gradient goes, in PyTorch's layout.
  func bind(
    _ device: Device, input: AlignedBuffer, output: AlignedBuffer, inputGradient: AlignedBuffer,
    outputGradient: AlignedBuffer, weightGradient: AlignedBuffer
  ) throws(OneDNNError) -> BoundStage {
    let blocked = AlignedBuffer(count: gradientKernel.weights.floatCount)
    let padded = plain.twin(weight: weightGradient)
    let down = direction == .down
    return BoundStage(
      device: device,
      apply: try applyKernel.bind(
        device, source: down ? input : output, weights: applyWeights,
        destination: down ? output : input),
      pull: try pullKernel.bind(
        device, source: down ? inputGradient : outputGradient, weights: pullWeights,
        destination: down ? outputGradient : inputGradient),
      weigh: try gradientKernel.bind(
        device, source: down ? input : outputGradient, weights: blocked,
        destination: down ? outputGradient : input),
      toPlain: try toPlain.bind(device, from: blocked, to: padded.buffer), plainGradient: padded)
  }
}

/// A stage tied to one part's images.
struct BoundStage {
  fileprivate let device: Device
  fileprivate let apply: Operation
  fileprivate let pull: Operation
  fileprivate let weigh: Operation
  fileprivate let toPlain: Operation
  fileprivate let plainGradient: PaddedWeights

  /// Output from input.
  func forward() throws { try device.run(apply) }

  /// The weights' gradient, then the input's, from the output's.
  func backward() throws {
    try device.run(weigh)
    try device.run(toPlain)
    plainGradient.readBack()
    try device.run(pull)
  }
}

/// Weights [rows, used, 3, 3] beside a copy [rows, padded, 3, 3] with zeros in the padding; one and
/// the same where nothing is padded.
private struct PaddedWeights {
  let rows: Int
  let used: Int
  let padded: Int
  let weight: AlignedBuffer
  let buffer: AlignedBuffer

  init(rows: Int, used: Int, padded: Int, weight: AlignedBuffer) {
    self.rows = rows
    self.used = used
    self.padded = padded
    self.weight = weight
    buffer = used == padded ? weight : AlignedBuffer(count: rows * padded * 9)
  }

  func twin(weight: AlignedBuffer) -> PaddedWeights {
    PaddedWeights(rows: rows, used: used, padded: padded, weight: weight)
  }

  /// Copies the weights into the padded form.
  func update() {
    guard used != padded else { return }
    for row in 0..<rows {
      (buffer.pointer + row * padded * 9)
        .update(from: weight.pointer + row * used * 9, count: used * 9)
    }
  }

  /// Copies the padded form back.
  func readBack() {
    guard used != padded else { return }
    for row in 0..<rows {
      (weight.pointer + row * used * 9)
        .update(from: buffer.pointer + row * padded * 9, count: used * 9)
    }
  }
}
