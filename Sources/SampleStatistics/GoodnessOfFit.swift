/// How far counts are from given chances (Pearson 1900).
package struct GoodnessOfFit: Hashable, Sendable {
  /// Σ (observed − expected)² / expected, over the cells that were not pooled and the pool.
  package let statistic: Double
  /// Those cells, less one.
  package let degreesOfFreedom: Int
  /// The chance of at least this sum if the chances are right.
  package let probability: Double

  /// Compares counts with chances, none of which was fitted to them.
  ///
  /// Cells that expect fewer than `leastExpected` observations are pooled into one, and that with
  /// the next smallest where it still expects fewer. What is observed where nothing can be goes into
  /// a cell that expects a millionth.
  /// - Parameters:
  ///   - observed: Counts, one for each cell.
  ///   - chances: One for each cell; their sum is 1, or short of it by what was left out.
  ///   - outside: Observations in no cell.
  /// - Precondition: As many counts as chances, at least one observation.
  package init(
    observed: [Int], chances: [Double], outside: Int = 0, leastExpected: Double = 10
  ) {
    precondition(observed.count == chances.count, "unpaired")
    let total = Double(observed.reduce(outside, +))
    precondition(total > 0, "nothing was observed")
    var impossible = outside
    var cells: [(observed: Double, expected: Double)] = []
    for (count, chance) in zip(observed, chances) {
      if chance > 0 {
        cells.append((Double(count), chance * total))
      } else {
        impossible += count
      }
    }
    cells.sort { $0.expected > $1.expected }
    Self.pool(&cells, leastExpected)
    if impossible > 0 { cells.append((Double(impossible), 1e-6)) }
    statistic = cells.reduce(0) {
      $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected
    }
    degreesOfFreedom = cells.count - 1
    probability =
      degreesOfFreedom > 0
      ? ChiSquareDistribution.upperTail(statistic, degreesOfFreedom: degreesOfFreedom) : 1
  }

  /// Joins the last cells of a list that falls by expectation.
  private static func pool(
    _ cells: inout [(observed: Double, expected: Double)], _ leastExpected: Double
  ) {
    var pool = (observed: 0.0, expected: 0.0)
    while let last = cells.last,
      last.expected < leastExpected || (pool.expected > 0 && pool.expected < leastExpected)
    {
      cells.removeLast()
      pool = (pool.observed + last.observed, pool.expected + last.expected)
    }
    if pool.expected > 0 { cells.append(pool) }
  }
}
