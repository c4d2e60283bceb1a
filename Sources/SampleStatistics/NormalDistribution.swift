#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard normal distribution.
package enum NormalDistribution {
  /// The chance of a standard normal number at least this far from 0, on either side:
  /// erfc(|z| / √2).
  package static func twoSidedTail(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The z for which ``twoSidedTail(_:)`` is this chance, by bisection.
  ///
  /// - Precondition: 0 < `chance` ≤ 1.
  package static func twoSidedQuantile(_ chance: Double) -> Double {
    precondition(chance > 0 && chance <= 1, "a chance of \(chance)")
    var (low, high) = (0.0, 40.0)
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if twoSidedTail(middle) > chance { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
