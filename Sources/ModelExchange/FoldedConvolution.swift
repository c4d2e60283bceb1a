import Tensors

/// What a convolution's tensors are called, and those of the batch normalisation behind it.
struct ConvolutionNames {
  let convolution: String
  let normalisation: String?
}

/// A convolution's weight and bias with the batch normalisation behind it multiplied in.
///
/// With s = γ / √(σ² + ε): weight · s, (bias − mean) · s + β, in double precision. What is left for
/// others to run is a plain convolution.
struct FoldedConvolution {
  let weight: Tensor
  let bias: Tensor

  /// PyTorch's ε of batch normalisation.
  private static let epsilon = 1e-5

  /// - Parameter outputAxis: The weight's dimension of output channels: 0 in a convolution, 1 in a
  ///   transposed one.
  init(_ names: ConvolutionNames, outputAxis: Int, _ tensors: [String: Tensor]) {
    let weight = tensors.named(names.convolution + ".weight")
    let bias = tensors.named(names.convolution + ".bias")
    guard let normalisation = names.normalisation else {
      (self.weight, self.bias) = (weight, bias)
      return
    }
    func values(_ part: String) -> [Double] {
      tensors.named("\(normalisation).\(part)").values.map(Double.init)
    }
    let (gamma, beta) = (values("weight"), values("bias"))
    let (mean, variance) = (values("running_mean"), values("running_var"))
    let scale = zip(gamma, variance).map { $0 / ($1 + Self.epsilon).squareRoot() }
    let block = weight.shape.dropFirst(outputAxis + 1).reduce(1, *)
    var scaled = weight
    for index in scaled.values.indices {
      let channel = index / block % scale.count
      scaled.values[index] = Float(Double(weight.values[index]) * scale[channel])
    }
    self.weight = scaled
    self.bias = Tensor(
      shape: bias.shape,
      values: bias.values.indices.map {
        Float((Double(bias.values[$0]) - mean[$0]) * scale[$0] + beta[$0])
      })
  }
}
