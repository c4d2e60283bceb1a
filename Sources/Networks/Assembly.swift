internal import OneDNN
internal import Tensors

extension BatchNormalisation {
  convenience init(
    _ channels: Int, rows: Int, _ names: (convolution: String, normalisation: String),
    _ parameters: ParameterStore, _ tensors: [String: Tensor]
  ) {
    func statistic(_ name: String) -> Tensor {
      tensors[names.normalisation + name] ?? Tensor(zeros: [channels])
    }
    self.init(
      channels: channels, rows: rows, weight: parameters.slice(names.normalisation + ".weight"),
      bias: parameters.slice(names.normalisation + ".bias"),
      convolutionBias: parameters.slice(names.convolution + ".bias"),
      runningMean: statistic(".running_mean"), runningVariance: statistic(".running_var"))
  }
}

extension ConvolutionStage {
  /// The stage that leads to layer 1 … 5, or to the logits for 6.
  convenience init(
    _ layer: Int, _ architecture: Architecture, batch: Int, _ parameters: ParameterStore
  ) throws(OneDNNError) {
    let (direction, shape) = architecture.convolution(to: layer, batch: batch)
    let name = layer == 6 ? "decoder.output" : Architecture.layerNames[layer].convolution
    try self.init(direction, shape, weight: parameters.slice(name + ".weight"))
  }
}
