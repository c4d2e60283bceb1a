import Testing

@testable import SampleStatistics

struct CoMomentsTests {
  private static let columns: [[Double]] = [
    [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 7, 1e9 + 3], [2, 1, 5, 9, 2], [3, 3, 3, 3, 3],
    [-1, -2, -4, -7, -3],
  ]

  private var moments: CoMoments {
    var moments = CoMoments(quantities: 4)
    for sample in 0..<5 { moments.add(Self.columns.map { $0[sample] }) }
    return moments
  }

  @Test func `means and deviations are those of the definition, beside a large mean too`() {
    #expect(abs(moments.means[0] - (1e9 + 3.4)) < 1e-6)
    // Deviations from 3.4: 5.76 + 1.96 + 0.36 + 12.96 + 0.16 = 21.2.
    #expect(abs(moments.deviation(0) - (21.2 / 4).squareRoot()) < 1e-6)
    #expect(moments.deviation(2) == 0)
    #expect(moments.count == 5)
  }

  @Test func `correlations are those of the definition`() throws {
    // Σ(x − 3.4)(y − 3.8) = 28.4; Σ(y − 3.8)² = 42.8.
    let expected = 28.4 / (21.2 * 42.8).squareRoot()
    #expect(abs(try #require(moments.correlation(0, 1)) - expected) < 1e-6)
    #expect(moments.correlation(1, 0) == moments.correlation(0, 1))
    #expect(abs(try #require(moments.correlation(0, 3)) + 1) < 1e-6)
    #expect(moments.correlation(1, 1) == 1)
  }

  @Test func `what never varies has no correlation`() {
    #expect(moments.correlation(0, 2) == nil)
    #expect(CoMoments(quantities: 2).correlation(0, 1) == nil)
    #expect(CoMoments(quantities: 2).deviation(0) == 0)
  }
}
