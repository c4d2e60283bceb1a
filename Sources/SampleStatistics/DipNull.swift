import Interphase
import Synchronization

/// How large dips of uniform samples are, simulated once for each size that is asked for.
///
/// The draws have a seed of their own, so that a p-value is a function of dip and size alone.
final class DipNull: Sendable {
  /// Simulated samples of each size: p-values come in steps of 1/2,000.
  private static let draws = 2000
  /// Beyond this size dips shrink with the square root of the size (Hartigan & Hartigan 1985).
  private static let largest = 1000

  /// What is known, for the whole process; a cache, no state.
  static let shared = DipNull()

  private let known = Mutex<[Int: [Double]]>([:])

  /// The share of uniform samples of this size with a dip as large, between 1/2,001 and 1.
  func pValue(of dip: Double, count: Int) -> Double {
    let size = min(count, Self.largest)
    let scaled = dip * (Double(count) / Double(size)).squareRoot()
    let dips = dips(count: size)
    // A dip of the least size is reached by all, whatever the rounding.
    let atLeast = dips.count { $0 >= scaled * (1 - 1e-12) }
    return Double(atLeast + 1) / Double(Self.draws + 1)
  }

  private func dips(count: Int) -> [Double] {
    known.withLock { known in
      if let dips = known[count] { return dips }
      var source = RandomSource(seed: UInt64(count))
      let dips = (0..<Self.draws).map { _ in DipTest.dip(of: Self.rising(count, using: &source)) }
      known[count] = dips
      return dips
    }
  }

  /// A uniform sample in rising order.
  private static func rising(_ count: Int, using source: inout RandomSource) -> [Double] {
    (0..<count).map { _ in source.unit() }.sorted()
  }
}
