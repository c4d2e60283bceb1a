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
  private let applyKernel: Kernel
  private let pullKernel: Kernel
  private let gradientKernel: Kernel
  private let toPlain: Kernel
  private let applyWeights: AlignedBuffer
  private let pullWeights: AlignedBuffer
  private let device: Device
  private let preparations: [Operation]

  /// Compiles the kernels for one part of a batch.
  init(_ direction: Direction, _ shape: Convolution, weight: AlignedBuffer) throws(OneDNNError) {
    self.direction = direction
    self.shape = shape
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
        .bind(device, from: weight, to: applyWeights),
      try Kernel(device, from: layout, to: pullKernel.weights)
        .bind(device, from: weight, to: pullWeights),
    ]
    self.device = device
  }

  /// Takes the weights as they are now; on one thread at a time.
  func prepare() throws {
    for preparation in preparations { try device.run(preparation) }
  }

  /// Ties the stage to one part's images.
  ///
  /// The weights' gradient goes to `weightGradient`, in PyTorch's layout.
  func bind(
    _ device: Device, input: AlignedBuffer, output: AlignedBuffer, inputGradient: AlignedBuffer,
    outputGradient: AlignedBuffer, weightGradient: AlignedBuffer
  ) throws(OneDNNError) -> BoundStage {
    let blocked = AlignedBuffer(count: gradientKernel.weights.floatCount)
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
      toPlain: try toPlain.bind(device, from: blocked, to: weightGradient))
  }
}

/// A stage tied to one part's images.
struct BoundStage {
  fileprivate let device: Device
  fileprivate let apply: Operation
  fileprivate let pull: Operation
  fileprivate let weigh: Operation
  fileprivate let toPlain: Operation

  /// Output from input.
  func forward() throws { try device.run(apply) }

  /// The weights' gradient, then the input's, from the output's.
  func backward() throws {
    try device.run(weigh)
    try device.run(toPlain)
    try device.run(pull)
  }
}
