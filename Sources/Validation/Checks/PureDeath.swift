#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A number that only falls: from n by `step` at a rate that depends on n alone.
struct PureDeath: Sendable {
  /// The number at the start.
  let start: Int
  /// By how much an event lowers it.
  let step: Int
  /// The rate of an event at n [1/s].
  let rate: @Sendable (Int) -> Double

  /// The chance of each n from 0 to the start at a time [s], by uniformisation (Jensen 1953), terms
  /// below 10⁻¹⁶ past the mean left out.
  ///
  /// - Precondition: The largest rate times the time is below 700.
  func chances(at time: Double) -> [Double] {
    let fastest = (0...start).map(rate).max() ?? 0
    let mean = fastest * time
    precondition(mean < 700, "\(mean) events are too many to sum over")
    var chances = [Double](repeating: 0, count: start + 1)
    chances[start] = 1
    var sum = [Double](repeating: 0, count: start + 1)
    var weight = exp(-mean)
    var term = 0.0
    while term <= mean || weight > 1e-16 {
      for n in sum.indices { sum[n] += weight * chances[n] }
      for n in sum.indices where n >= step || rate(n) > 0 {
        // From below upwards: what falls to n − step this time is not moved on this time.
        let flow = chances[n] * rate(n) / fastest
        guard flow > 0 else { continue }
        chances[n] -= flow
        chances[n - step] += flow
      }
      term += 1
      weight *= mean / term
    }
    return sum
  }
}
