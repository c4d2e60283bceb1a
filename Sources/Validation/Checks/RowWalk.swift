#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A walk between rows, from the lowest, that ends above the uppermost.
struct RowWalk: Sendable {
  /// The rate at which a clock ticks that is faster than all steps together [1/s].
  private let clock: Double
  /// The chance to be there still after so many ticks.
  private let stays: [Double]

  /// - Parameters:
  ///   - rows: Rows that it walks.
  ///   - hop: The rate of a step up, and of one down where there is a row below [1/s].
  ///   - escape: The rate of leaving the uppermost row [1/s].
  ///   - until: The latest time to ask for [s].
  init(rows: Int, hop: Double, escape: Double, until: Double) {
    clock = 2 * hop + escape
    let (step, leave) = (hop / clock, escape / clock)
    let ticks = clock * until
    var chances = [Double](repeating: 0, count: rows)
    chances[0] = 1
    var stays = [1.0]
    while Double(stays.count) < ticks + 10 * ticks.squareRoot() + 50 {
      var next = chances
      for row in 0..<(rows - 1) {
        let flow = step * (chances[row] - chances[row + 1])
        next[row] -= flow
        next[row + 1] += flow
      }
      next[rows - 1] -= leave * chances[rows - 1]
      chances = next
      stays.append(chances.reduce(0, +))
    }
    self.stays = stays
  }

  /// The chance to have left by a time [s]: 1 − Σ Poisson(n; Λt) · stays(n) (uniformisation, Jensen
  /// 1953), the terms within ten standard deviations of the mean.
  func escaped(by time: Double) -> Double {
    let mean = clock * time
    let width = 10 * mean.squareRoot() + 20
    let first = max(0, Int(mean - width))
    let last = min(stays.count - 1, Int(mean + width))
    guard mean > 0, first <= last else { return mean > 0 ? 1 : 0 }
    var sign: Int32 = 0
    var weight = exp(Double(first) * log(mean) - mean - lgamma_r(Double(first) + 1, &sign))
    var there = 0.0
    for tick in first...last {
      there += weight * stays[tick]
      weight *= mean / Double(tick + 1)
    }
    return 1 - there
  }
}
