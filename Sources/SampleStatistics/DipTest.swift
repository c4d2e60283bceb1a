/// Hartigan's dip test of unimodality.
///
/// The dip is the greatest distance between a sample's distribution function and the nearest
/// unimodal one; a sample with two separate heaps of equal size comes to 1/4, the greatest there is.
/// The p-value is the share of uniform samples of the same size whose dip is as large: the uniform is
/// the unimodal distribution that takes longest to look so, hence the test errs on the side of
/// "unimodal" (J. A. Hartigan & P. M. Hartigan, Ann. Statist. 1985, 13, 70–84; the way to the
/// statistic: P. M. Hartigan, Appl. Statist. 1985, 34, 320–325).
public struct DipTest: Hashable, Sendable {
  /// The dip, 1/(2n) to 1/4.
  public let dip: Double
  /// The share of uniform samples of this size with a dip as large.
  public let pValue: Double

  /// The least sample that ``isBimodal(_:widths:)`` judges.
  ///
  /// Five against five are told apart at this size (a dip of 0.25, where one uniform sample in a
  /// hundred passes 0.16), one against nine are not.
  public static let smallestSample = 10

  /// The p-value below which a sample counts as bimodal.
  public static let significance = 0.01

  /// Tests a sample.
  ///
  /// A lattice knows few values, and equal values would read as heaps, however evenly a film's heights
  /// are spread. So each value stands for a range of its width, and values that are equal are laid out
  /// evenly over it: three columns' difference is no second heap, 1 nm beside 25 nm is.
  /// - Parameters:
  ///   - sample: One number or more, in any order, all finite.
  ///   - widths: The step from each value to the next possible one, 0 where any value is possible;
  ///     empty for 0 throughout.
  /// - Complexity: O(n log n), and 2,000 times that for the first sample of a size.
  public init(_ sample: [Double], widths: [Double] = []) {
    dip = Self.dip(of: Self.spread(sample, widths))
    pValue = DipNull.shared.pValue(of: dip, count: sample.count)
  }

  /// Whether a sample has two heaps or more, at ``significance``; `nil` below ``smallestSample``.
  public static func isBimodal(_ sample: [Double], widths: [Double] = []) -> Bool? {
    guard sample.count >= smallestSample else { return nil }
    return DipTest(sample, widths: widths).pValue < significance
  }

  /// The values in rising order, equal ones laid out evenly over their width.
  static func spread(_ sample: [Double], _ widths: [Double]) -> [Double] {
    precondition(widths.isEmpty || widths.count == sample.count, "widths of other values")
    let order = sample.indices.sorted { (sample[$0], $0) < (sample[$1], $1) }
    var spread: [Double] = []
    var start = 0
    while start < order.count {
      let value = sample[order[start]]
      let end = order[start...].firstIndex { sample[$0] != value } ?? order.count
      let width = widths.isEmpty ? 0 : widths[order[start]]
      for place in start..<end {
        let share = (Double(place - start) + 0.5) / Double(end - start)
        spread.append(value + (share - 0.5) * width)
      }
      start = end
    }
    // Where ranges of different widths overlap.
    return spread.sorted()
  }
}
