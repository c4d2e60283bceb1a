public import Tensors

/// Adam's state beside the weights.
public struct OptimizerState: Hashable, Sendable {
  /// Steps made.
  public var steps: Int
  /// Running mean of each parameter's gradient, by the parameter's name.
  public var first: [String: Tensor]
  /// Running mean of its square.
  public var second: [String: Tensor]

  /// Wraps a state.
  public init(steps: Int, first: [String: Tensor], second: [String: Tensor]) {
    self.steps = steps
    self.first = first
    self.second = second
  }
}
