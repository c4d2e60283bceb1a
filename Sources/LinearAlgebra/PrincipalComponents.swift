/// The principal components of a cloud of points: its mean and the directions of most variance.
public struct PrincipalComponents: Sendable {
  /// The mean of the points.
  public let mean: [Double]
  /// Unit vectors, by falling variance; their signs are arbitrary.
  public let axes: [[Double]]
  /// The variance along each axis (over n − 1), not negative.
  public let variances: [Double]

  /// Analyses points; `nil` for fewer than two or where the decomposition fails.
  ///
  /// - Parameter points: At least two, of the same dimension, finite.
  /// - Complexity: O(n d² + d³), in double precision.
  public init?(_ points: [[Float]]) {
    guard points.count >= 2, let dimension = points.first?.count, dimension >= 1 else { return nil }
    var sum = [Double](repeating: 0, count: dimension)
    for point in points {
      for index in 0..<dimension { sum[index] += Double(point[index]) }
    }
    let mean = sum.map { $0 / Double(points.count) }
    let covariance = Self.covariance(of: points, around: mean)
    guard let eigen = SymmetricEigen(covariance, order: dimension) else { return nil }
    self.mean = mean
    axes = eigen.vectors.reversed()
    variances = eigen.values.reversed().map { max(0, $0) }
  }

  private static func covariance(of points: [[Float]], around mean: [Double]) -> [Double] {
    let dimension = mean.count
    var result = [Double](repeating: 0, count: dimension * dimension)
    var centred = [Double](repeating: 0, count: dimension)
    for point in points {
      for index in 0..<dimension { centred[index] = Double(point[index]) - mean[index] }
      for row in 0..<dimension {
        for column in 0...row { result[row * dimension + column] += centred[row] * centred[column] }
      }
    }
    let scale = 1 / Double(points.count - 1)
    for row in 0..<dimension {
      for column in 0...row {
        result[row * dimension + column] *= scale
        result[column * dimension + row] = result[row * dimension + column]
      }
    }
    return result
  }
}
