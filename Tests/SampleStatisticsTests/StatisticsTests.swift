import SampleStatistics
import Testing

struct StatisticsTests {
  @Test func `determination is 1 for the truth, 0 for its mean`() {
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [1, 2, 3]) == 1)
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [2, 2, 2]) == 0)
    #expect(Statistics.determination(truth: [1, 2, 3], prediction: [3, 2, 1]) == -3)
    #expect(Statistics.determination(truth: [2, 2], prediction: [1, 2]) == 0)
  }

  @Test func `ranks see order alone, ties at their mean`() {
    #expect(Statistics.rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000]) == 1)
    #expect(Statistics.rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
    #expect(Statistics.rankCorrelation([1, 2, 3], [5, 5, 5]) == 0)
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / √(4.5 · 5).
    let tied = Statistics.rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])
    #expect(abs(tied - 4.5 / 22.5.squareRoot()) < 1e-12)
  }

  @Test func `quantiles lie between neighbours`() {
    #expect(Statistics.quantile(0.5, of: [1, 2, 3]) == 2)
    #expect(Statistics.quantile(0.25, of: [0, 1]) == 0.25)
    #expect(Statistics.quantile(1, of: [4, 9]) == 9)
    #expect(Statistics.quantile(0.05, of: [7]) == 7)
  }

  @Test func `the mean absolute error ignores signs`() {
    #expect(Statistics.meanAbsoluteError([1, 5], [2, 2]) == 2)
  }
}
