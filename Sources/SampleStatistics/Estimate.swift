/// Mean and standard error of a sample.
package struct Estimate: Hashable, Sendable {
  /// The sample's mean.
  package let mean: Double
  /// The mean's standard error: √(variance / n), the variance over n − 1.
  package let error: Double

  /// - Precondition: `sample` holds two numbers or more.
  package init(_ sample: [Double]) {
    precondition(sample.count >= 2, "\(sample.count) numbers have no standard error")
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    self.mean = mean
    error = (variance / count).squareRoot()
  }
}
