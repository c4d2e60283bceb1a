/// Means, deviations and correlations of several quantities, gathered sample by sample.
///
/// Updated as by Welford (1962), so that nothing is lost where a mean is large beside its
/// deviation. Memory: the square of the number of quantities.
package struct CoMoments: Sendable {
  /// Samples so far.
  package private(set) var count = 0
  /// Means so far.
  package private(set) var means: [Double]
  private var products: [[Double]]

  /// No samples yet of `quantities` numbers each.
  package init(quantities: Int) {
    means = [Double](repeating: 0, count: quantities)
    products = [[Double]](repeating: means, count: quantities)
  }

  /// Takes one number of each quantity.
  ///
  /// - Precondition: As many as at the start.
  package mutating func add(_ values: [Double]) {
    precondition(values.count == means.count, "\(values.count) of \(means.count) quantities")
    count += 1
    let before = zip(values, means).map { $0 - $1 }
    for index in means.indices { means[index] += before[index] / Double(count) }
    for row in means.indices {
      for column in 0...row {
        products[row][column] += before[row] * (values[column] - means[column])
      }
    }
  }

  /// The standard deviation of a quantity, over n − 1; 0 for fewer than two samples.
  package func deviation(_ index: Int) -> Double {
    count < 2 ? 0 : (products[index][index] / Double(count - 1)).squareRoot()
  }

  /// Pearson's correlation; `nil` where either never varies.
  package func correlation(_ first: Int, _ second: Int) -> Double? {
    let (row, column) = (max(first, second), min(first, second))
    let scale = (products[row][row] * products[column][column]).squareRoot()
    guard scale > 0 else { return nil }
    return min(1, max(-1, products[row][column] / scale))
  }
}
