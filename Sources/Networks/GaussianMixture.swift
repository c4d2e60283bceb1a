internal import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A mixture of diagonal Gaussians.
public struct GaussianMixture: Hashable, Sendable {
  /// One of the Gaussians.
  public struct Component: Hashable, Sendable {
    /// Its share; the shares sum to 1.
    public var share: Double
    /// Its mean, one number a dimension.
    public var mean: [Float]
    /// The logarithm of its variance, one number a dimension.
    public var logVariance: [Float]
  }

  /// The Gaussians, in the network's order: it does not change as the barriers move.
  public let components: [Component]

  /// Wraps Gaussians.
  ///
  /// - Precondition: There is at least one.
  init(_ components: [Component]) {
    precondition(!components.isEmpty, "a mixture without components")
    self.components = components
  }

  /// A point drawn at random.
  func draw(using source: inout RandomSource) -> [Float] {
    let chosen = components[components.count == 1 ? 0 : component(at: source.unit())]
    return zip(chosen.mean, chosen.logVariance).map { mean, logVariance in
      mean + Float(exp(Double(logVariance) / 2) * source.normal())
    }
  }

  /// The component in whose part of 0 … 1 a number lies.
  private func component(at position: Double) -> Int {
    var sum = 0.0
    for (index, component) in components.enumerated() {
      sum += component.share
      if position < sum { return index }
    }
    return components.count - 1
  }
}
