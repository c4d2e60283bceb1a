extension DipTest {
  /// The dip of a sample in rising order, in units of 1/(2n) the greatest gap that is left.
  ///
  /// A unimodal distribution function is convex up to its mode and concave from there. So the sample
  /// is enclosed between its greatest convex minorant, which touches the feet of its steps, and its
  /// least concave majorant, which touches their tops. Where the two are furthest apart bounds the
  /// mode; the distances outside those bounds count, and inside them the same is done again.
  static func dip(of sorted: [Double]) -> Double {
    precondition(!sorted.isEmpty, "no numbers have no dip")
    // Heights in steps; a single step is the least distance there is.
    var greatest = 1.0
    var bounds = 0...(sorted.count - 1)
    while sorted[bounds.lowerBound] < sorted[bounds.upperBound] {
      let hulls = Hulls(of: sorted, bounds)
      let (inner, gap) = hulls.widest
      guard gap > greatest else { break }
      greatest = max(greatest, hulls.distance(outside: inner))
      guard inner != bounds else { break }
      bounds = inner
    }
    return greatest / Double(2 * sorted.count)
  }
}

/// The two hulls of a part of a sample.
private struct Hulls {
  private let bounds: ClosedRange<Int>
  private let minorantCorners: [Int]
  private let majorantCorners: [Int]
  /// Heights in steps at each sample of `bounds`.
  private let minorant: [Double]
  private let majorant: [Double]

  init(of sorted: [Double], _ bounds: ClosedRange<Int>) {
    self.bounds = bounds
    minorantCorners = Self.corners(of: sorted, bounds, isConvex: true)
    majorantCorners = Self.corners(of: sorted, bounds, isConvex: false)
    minorant = Self.heights(minorantCorners, sorted, isConvex: true)
    majorant = Self.heights(majorantCorners, sorted, isConvex: false).map { $0 + 1 }
  }

  /// Where the hulls are furthest apart, which is at a corner of either, and how far: from the last
  /// corner of the minorant up to there to the first of the majorant from there.
  var widest: (ClosedRange<Int>, Double) {
    var (place, gap) = (bounds.lowerBound, -1.0)
    for corner in minorantCorners + majorantCorners {
      let distance = majorant[corner - bounds.lowerBound] - minorant[corner - bounds.lowerBound]
      if (distance, corner) >= (gap, place) { (place, gap) = (corner, distance) }
    }
    let low = minorantCorners.last { $0 <= place } ?? bounds.lowerBound
    let high = majorantCorners.first { $0 >= place } ?? bounds.upperBound
    return (low...high, gap)
  }

  /// The greatest distance between the steps and the hull that counts outside these bounds.
  func distance(outside inner: ClosedRange<Int>) -> Double {
    let start = bounds.lowerBound
    let before = (start...inner.lowerBound).map { Double($0 + 1) - minorant[$0 - start] }
    let after = (inner.upperBound...bounds.upperBound).map { majorant[$0 - start] - Double($0) }
    return max(before.max() ?? 0, after.max() ?? 0)
  }

  private static func corners(
    of values: [Double], _ bounds: ClosedRange<Int>, isConvex: Bool
  ) -> [Int] {
    var corners: [Int] = []
    for next in bounds {
      while corners.count >= 2 {
        let (a, b) = (corners[corners.count - 2], corners[corners.count - 1])
        let first = Double(next - b) * (values[b] - values[a])
        let second = Double(b - a) * (values[next] - values[b])
        if isConvex ? second < first : second > first { break }
        corners.removeLast()
      }
      corners.append(next)
    }
    return corners
  }

  /// The height of a hull at each sample; of equal samples, the one at its end that is further out.
  private static func heights(_ corners: [Int], _ values: [Double], isConvex: Bool) -> [Double] {
    var heights = [Double(corners[0])]
    for (a, b) in zip(corners, corners.dropFirst()) {
      let rise = Double(b - a)
      let run = values[b] - values[a]
      if run == 0, !isConvex { heights[heights.count - 1] = Double(b) }
      for place in (a + 1)..<b {
        heights.append(
          run == 0
            ? Double(isConvex ? a : b) : Double(a) + (values[place] - values[a]) * (rise / run))
      }
      heights.append(run == 0 && isConvex ? Double(a) : Double(b))
    }
    return heights
  }
}
