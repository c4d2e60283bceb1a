internal import OneDNN

/// Three dense layers with ReLU between: the regressor and the prior, for one part of a batch.
///
/// A branch is a further layer beside the third that reads what the third reads.
final class Perceptron {
  let output: AlignedBuffer
  let outputGradient: AlignedBuffer
  /// The branch's, where there is one.
  let branch: (output: AlignedBuffer, outputGradient: AlignedBuffer)?
  private let branchLayer: (weights: Dense, gradient: Dense)?
  private let layers: [Dense]
  private let gradients: [Dense]
  private let hidden: [AlignedBuffer]
  private let hiddenGradient: [AlignedBuffer]

  init(
    _ name: String, branch: String? = nil, _ capacity: Int, _ parameters: ParameterStore,
    _ gradient: ParameterStore
  ) {
    let names = (1...3).map { "\(name).dense\($0)" }
    layers = names.map { Dense($0, in: parameters) }
    gradients = names.map { Dense($0, in: gradient) }
    output = AlignedBuffer(count: capacity * layers[2].outputs)
    outputGradient = AlignedBuffer(count: capacity * layers[2].outputs)
    hidden = layers.dropLast().map { AlignedBuffer(count: capacity * $0.outputs) }
    hiddenGradient = layers.dropLast().map { AlignedBuffer(count: capacity * $0.outputs) }
    branchLayer = branch.map { (Dense($0, in: parameters), Dense($0, in: gradient)) }
    self.branch = branchLayer.map {
      let count = capacity * $0.weights.outputs
      return (AlignedBuffer(count: count), AlignedBuffer(count: count))
    }
  }

  /// From `x` [rows, inputs] to ``output``.
  func forward(_ rows: Int, _ x: Floats) throws {
    try layers[0].forward(rows, x, into: hidden[0].pointer, relu: true)
    try layers[1].forward(rows, hidden[0].pointer, into: hidden[1].pointer, relu: true)
    try layers[2].forward(rows, hidden[1].pointer, into: output.pointer)
    if let branch, let branchLayer {
      try branchLayer.weights.forward(rows, hidden[1].pointer, into: branch.output.pointer)
    }
  }

  /// From ``outputGradient`` and the branch's to the weights' gradients; adds the input's to `dx` where asked.
  func backward(_ rows: Int, _ x: Floats, into dx: Floats? = nil) throws {
    try layers[2].backward(
      rows, outputGradient.pointer, hidden[1].pointer, gradient: gradients[2],
      into: hiddenGradient[1].pointer)
    if let branch, let branchLayer {
      try branchLayer.weights.backward(
        rows, branch.outputGradient.pointer, hidden[1].pointer, gradient: branchLayer.gradient,
        into: hiddenGradient[1].pointer, adding: true)
    }
    maskRelu(hiddenGradient[1].pointer, where: hidden[1].pointer, hidden[1].count)
    try layers[1].backward(
      rows, hiddenGradient[1].pointer, hidden[0].pointer, gradient: gradients[1],
      into: hiddenGradient[0].pointer)
    maskRelu(hiddenGradient[0].pointer, where: hidden[0].pointer, hidden[0].count)
    try layers[0].backward(
      rows, hiddenGradient[0].pointer, x, gradient: gradients[0], into: dx, adding: true)
  }
}
