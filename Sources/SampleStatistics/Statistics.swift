/// Figures over paired or sorted numbers.
package enum Statistics {
  /// The coefficient of determination, 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
  ///
  /// Where the truth never varies: 1 for an exact prediction, else 0.
  package static func determination(truth: [Double], prediction: [Double]) -> Double {
    precondition(truth.count == prediction.count && !truth.isEmpty, "unpaired or empty")
    let mean = truth.reduce(0, +) / Double(truth.count)
    let total = truth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let residual = zip(truth, prediction).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    guard total > 0 else { return residual == 0 ? 1 : 0 }
    return 1 - residual / total
  }

  /// The mean of |a − b|.
  package static func meanAbsoluteError(_ a: [Double], _ b: [Double]) -> Double {
    precondition(a.count == b.count && !a.isEmpty, "unpaired or empty")
    return zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(a.count)
  }

  /// Spearman's rank correlation, ties at their mean rank; 0 where either never varies.
  package static func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double {
    precondition(a.count == b.count, "unpaired")
    return correlation(ranks(a), ranks(b))
  }

  /// The number below which this share lies, interpolated between neighbours.
  ///
  /// - Precondition: `sorted` rises and holds at least one number.
  package static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }

  /// The places of `wanted` of `count` things, evenly over them; all where there are not more.
  package static func evenPlaces(_ wanted: Int, of count: Int) -> [Int] {
    let chosen = min(wanted, count)
    return (0..<chosen).map { $0 * count / chosen }
  }

  /// Pearson's correlation; 0 where either never varies.
  ///
  /// - Precondition: As many numbers in both.
  package static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let count = Double(a.count)
    let meanA = a.reduce(0, +) / count
    let meanB = b.reduce(0, +) / count
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - meanA) * (y - meanB)
      aa += (x - meanA) * (x - meanA)
      bb += (y - meanB) * (y - meanB)
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }
}
