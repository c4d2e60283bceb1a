public import Interphase

/// The directions in latent space along which the films of the test split differ most.
///
/// Axis k is a unit vector; a coordinate is (z − mean) · axis. The sign of an axis is such that the
/// property in its label rises along it.
public struct PrincipalAxes: Codable, Hashable, Sendable {
  /// The mean of the latent means, one number a latent dimension.
  public var mean: [Float]
  /// Orthogonal unit vectors, as many as there are latent dimensions, by falling variance.
  public var axes: [[Float]]
  /// The share of the variance along each axis; they sum to 1.
  public var explainedVariance: [Float]
  /// The lowest coordinate on each axis over the test split.
  public var minimum: [Float]
  /// The highest coordinate on each axis over the test split.
  public var maximum: [Float]
  /// The standard deviation of the coordinate on each axis over the test split.
  public var standardDeviation: [Float]
  /// What each axis goes with.
  public var labels: [AxisLabel]

  /// Gathers what is known of the axes.
  public init(
    mean: [Float], axes: [[Float]], explainedVariance: [Float], minimum: [Float],
    maximum: [Float], standardDeviation: [Float], labels: [AxisLabel]
  ) {
    self.mean = mean
    self.axes = axes
    self.explainedVariance = explainedVariance
    self.minimum = minimum
    self.maximum = maximum
    self.standardDeviation = standardDeviation
    self.labels = labels
  }

  /// The coordinates of a latent point on all axes.
  public func coordinates(of point: [Float]) -> [Float] {
    axes.map { axis in
      var sum: Float = 0
      for index in axis.indices { sum += (point[index] - mean[index]) * axis[index] }
      return sum
    }
  }

  /// The latent point at these coordinates; axes beyond those given are at 0.
  public func point(at coordinates: [Float]) -> [Float] {
    var point = mean
    for (coordinate, axis) in zip(coordinates, axes) where coordinate != 0 {
      for index in axis.indices { point[index] += coordinate * axis[index] }
    }
    return point
  }

  func validate(latent: Int) throws(BundleError) {
    try expect("principalAxes.mean", mean, count: latent)
    guard axes.count == latent else {
      throw .field("principalAxes.axes", "expected \(latent) axes, found \(axes.count)")
    }
    for (index, axis) in axes.enumerated() {
      try expect("principalAxes.axes[\(index)]", axis, count: latent)
      let length = axis.reduce(0) { $0 + $1 * $1 }
      guard abs(length - 1) < 1e-3 else {
        throw .field("principalAxes.axes[\(index)]", "expected length 1, found \(length)")
      }
    }
    try expect("principalAxes.explainedVariance", explainedVariance, count: latent)
    try expect("principalAxes.minimum", minimum, count: latent)
    try expect("principalAxes.maximum", maximum, count: latent)
    try expect("principalAxes.standardDeviation", standardDeviation, count: latent)
    guard labels.count == latent else {
      throw .field("principalAxes.labels", "expected \(latent) labels, found \(labels.count)")
    }
  }
}

/// The property that goes best with a principal axis.
public struct AxisLabel: Codable, Hashable, Sendable {
  /// The property with the highest |ρ|.
  public var property: Property
  /// Spearman's rank correlation of the coordinate with the property, at least 0.
  public var rho: Float

  /// Names the property and the correlation.
  public init(property: Property, rho: Float) {
    self.property = property
    self.rho = rho
  }
}
