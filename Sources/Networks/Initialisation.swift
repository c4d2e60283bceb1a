internal import Interphase
public import Tensors

extension Architecture {
  /// Weights to start training from: uniform in ± 1/√(fan-in), PyTorch's default.
  ///
  /// Batch normalisations start as the identity. Each tensor has a generator of its own, so that
  /// two variants share the numbers of the parts that they share.
  public func initialTensors(seed: UInt64) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    var fanIn = 1
    for (name, shape) in tensorShapes {
      if name.contains(".bn") {
        let value: Float = name.hasSuffix(".weight") || name.hasSuffix(".running_var") ? 1 : 0
        tensors[name] = Tensor(
          shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *)))
        continue
      }
      // PyTorch takes dimension 1 times the window, for transposed convolutions too.
      if name.hasSuffix(".weight") { fanIn = shape.dropFirst().reduce(1, *) }
      // Components that start alike would learn alike.
      let bound = name == "prior.mixture.bias" ? 1 : 1 / Float(fanIn).squareRoot()
      tensors[name] = .uniform(shape, bound: bound, name, seed)
    }
    return tensors
  }
}

extension Tensor {
  fileprivate static func uniform(_ shape: [Int], bound: Float, _ name: String, _ seed: UInt64)
    -> Tensor
  {
    let key = name.utf8.reduce(seed) { SplitMix64.mix($0 &+ UInt64($1)) }
    var source = RandomSource(seed: key)
    let values = (0..<shape.reduce(1, *)).map { _ in Float(2 * source.unit() - 1) * bound }
    return Tensor(shape: shape, values: values)
  }
}
