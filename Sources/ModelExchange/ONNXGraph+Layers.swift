import Tensors

/// An image's extents while it passes through convolutions.
struct ImageSize {
  var height: Int
  var width: Int

  /// After a stride of 2 with padding 1: half, rounded up.
  var halved: ImageSize { ImageSize(height: (height + 1) / 2, width: (width + 1) / 2) }
}

extension ONNXGraph {
  /// Adds a dense layer as a Gemm with the weight as PyTorch stores it, [outputs, inputs].
  ///
  /// - Parameters:
  ///   - input: The value that it reads, [N, inputs].
  ///   - layer: The name of its tensors without `.weight` and `.bias`.
  ///   - name: Of what it gives; the layer's own where nil.
  /// - Returns: The name of what it gives, rectified where `relu` says so.
  mutating func addDense(
    _ input: String, _ layer: String, _ tensors: [String: Tensor], gives name: String? = nil,
    relu: Bool = false
  ) -> String {
    let parts = ["\(layer).weight", "\(layer).bias"]
    for part in parts { addConstant(part, tensors.named(part)) }
    let output = name ?? layer
    addNode("Gemm", [input] + parts, gives: [output], [.integer("transB", 1)])
    return relu ? addRelu(output) : output
  }

  /// Adds dense layers `name.dense1`, `name.dense2` … with ReLU between, as many as there are.
  mutating func addPerceptron(
    _ input: String, _ name: String, _ tensors: [String: Tensor], gives output: String
  ) -> String {
    var value = input
    var layer = 1
    while tensors["\(name).dense\(layer + 1).weight"] != nil {
      value = addDense(value, "\(name).dense\(layer)", tensors, relu: true)
      layer += 1
    }
    return addDense(value, "\(name).dense\(layer)", tensors, gives: output)
  }

  /// Adds a 3×3 convolution with padding 1, its batch normalisation folded into it, and a ReLU.
  mutating func addConvolution(
    _ input: String, _ layer: ConvolutionNames, stride: Int, _ tensors: [String: Tensor]
  ) -> String {
    let parts = addFolded(layer, outputAxis: 0, tensors)
    addNode(
      "Conv", [input] + parts, gives: [layer.convolution],
      [.integers("strides", [stride, stride]), .integers("pads", [1, 1, 1, 1])])
    return addRelu(layer.convolution)
  }

  /// Adds a transposed 3×3 convolution with padding 1 that leads to an image of `size`, its batch
  /// normalisation, where it has one, folded into it and followed by a ReLU.
  mutating func addTransposed(
    _ input: String, _ layer: ConvolutionNames, stride: Int, from: ImageSize, to size: ImageSize,
    gives name: String? = nil, _ tensors: [String: Tensor]
  ) -> String {
    let parts = addFolded(layer, outputAxis: 1, tensors)
    let output = name ?? layer.convolution
    let extra = [
      size.height - ((from.height - 1) * stride + 1), size.width - ((from.width - 1) * stride + 1),
    ]
    addNode(
      "ConvTranspose", [input] + parts, gives: [output],
      [
        .integers("strides", [stride, stride]), .integers("pads", [1, 1, 1, 1]),
        .integers("output_padding", extra),
      ])
    return layer.normalisation == nil ? output : addRelu(output)
  }

  /// Adds a bound on both sides, as the network puts on log-variances.
  mutating func addClip(_ input: String, to range: ClosedRange<Float>, gives output: String) {
    let ends = [("\(output).lowest", range.lowerBound), ("\(output).highest", range.upperBound)]
    for (name, value) in ends { addConstant(name, Tensor(shape: [], values: [value])) }
    addNode("Clip", [input] + ends.map(\.0), gives: [output])
  }

  private mutating func addRelu(_ input: String) -> String {
    let output = input + ".relu"
    addNode("Relu", [input], gives: [output])
    return output
  }

  private mutating func addFolded(
    _ layer: ConvolutionNames, outputAxis: Int, _ tensors: [String: Tensor]
  ) -> [String] {
    let folded = FoldedConvolution(layer, outputAxis: outputAxis, tensors)
    let parts = ["\(layer.convolution).weight", "\(layer.convolution).bias"]
    addConstant(parts[0], folded.weight)
    addConstant(parts[1], folded.bias)
    return parts
  }
}

extension [String: Tensor] {
  /// The tensor of this name.
  ///
  /// - Precondition: It is there: a bundle has all tensors of its architecture.
  func named(_ name: String) -> Tensor {
    guard let tensor = self[name] else { preconditionFailure("the model has no \(name)") }
    return tensor
  }
}
