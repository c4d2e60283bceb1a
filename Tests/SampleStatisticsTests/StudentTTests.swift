import SampleStatistics
import Testing

@Suite struct StudentTTests {
  /// Two-sided 5 % and 1 % points, from any table.
  @Test(arguments: [
    (1, 12.7062047364, 0.05), (2, 4.30265272991, 0.05), (3, 5.84090929976, 0.01),
    (7, 2.36462425101, 0.05), (10, 3.16927267182, 0.01), (31, 2.03951344640, 0.05),
    (60, 2.66028302895, 0.01),
  ])
  func `the tables' points have their probability`(degrees: Int, t: Double, probability: Double) {
    #expect(abs(StudentT.twoSided(t, degrees: degrees) - probability) < 1e-9)
    #expect(abs(StudentT.twoSided(-t, degrees: degrees) - probability) < 1e-9)
  }

  @Test func `no difference is certain chance, an infinite one none`() {
    for degrees in 1...12 {
      #expect(StudentT.twoSided(0, degrees: degrees) == 1)
      #expect(StudentT.twoSided(.infinity, degrees: degrees) == 0)
    }
  }

  @Test func `Holm's method stops at the first that is not significant`() {
    let pValues = [0.04, 0.001, 0.02, 0.012]
    // Against 0.05/4, 0.05/3, 0.05/2, 0.05/1: all pass in turn.
    #expect(MultipleTests.significant(pValues, level: 0.05) == [true, true, true, true])
    #expect(
      MultipleTests.significant([0.001, 0.03, 0.04], level: 0.05) == [true, false, false])
    #expect(MultipleTests.significant([], level: 0.05) == [])
  }
}
