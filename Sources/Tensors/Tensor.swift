/// A dense array of floats with a shape, row-major: the last dimension runs fastest.
public struct Tensor: Hashable, Sendable {
  /// Extents, slowest dimension first; empty for a scalar.
  public let shape: [Int]
  /// The elements, as many as the product of ``shape``.
  public var values: [Float]

  /// Wraps elements.
  ///
  /// - Precondition: `values.count` is the product of `shape`.
  public init(shape: [Int], values: [Float]) {
    let expected = shape.reduce(1, *)
    precondition(
      values.count == expected, "shape \(shape) needs \(expected) values, found \(values.count)")
    self.shape = shape
    self.values = values
  }

  /// A tensor of zeros.
  public init(zeros shape: [Int]) {
    self.init(shape: shape, values: [Float](repeating: 0, count: shape.reduce(1, *)))
  }
}
