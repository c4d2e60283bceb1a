#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a threshold on one probability means for many tests together (Šidák 1967).
///
/// Exact for independent tests; for means of one set of normal numbers, whatever their correlation,
/// on the safe side.
package enum ManyTests {
  /// The chance that the smallest of `count` probabilities is at most this, if all is right:
  /// 1 − (1 − p)^count.
  package static func chance(ofSmallest probability: Double, among count: Int) -> Double {
    -expm1(Double(count) * log1p(-min(probability, 1)))
  }

  /// The probability below which each of `count` tests must fall so that, if all is right, the chance
  /// of any doing so is `falseAlarms`: 1 − (1 − α)^(1/count).
  package static func threshold(falseAlarms: Double, among count: Int) -> Double {
    -expm1(log1p(-falseAlarms) / Double(max(1, count)))
  }
}
