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

  /// The Gaussians, by falling share.
  public let components: [Component]

  /// Orders the Gaussians.
  ///
  /// - Precondition: There is at least one.
  init(_ components: [Component]) {
    precondition(!components.isEmpty, "a mixture without components")
    self.components = components.sorted { $0.share > $1.share }
  }

  /// Points drawn at random, one after the other.
  func draws(_ count: Int, using source: inout RandomSource) -> [Float] {
    let deviations = components.map { $0.logVariance.map { exp(Double($0) / 2) } }
    var points: [Float] = []
    for _ in 0..<count {
      let chosen = components.count == 1 ? 0 : component(at: source.unit())
      for (mean, deviation) in zip(components[chosen].mean, deviations[chosen]) {
        points.append(mean + Float(deviation) * Float(source.normal()))
      }
    }
    return points
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
