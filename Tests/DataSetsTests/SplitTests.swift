import Interphase
import Testing

@testable import DataSets

struct SplitTests {
  @Test(arguments: [0, 1, 2, 10, 999])
  func `a class is cut in 70, 15 and 15 per cent`(_ count: Int) {
    let hash = SplitHash(seed: 4)
    let hashes = (0..<count).map { hash[$0] }
    let cuts = SplitCuts(hashes: hashes)
    let splits = hashes.map { cuts.split(hash: $0) }
    let trained = Int((Double(count) * 0.70).rounded())
    let upToTest = Int((Double(count) * 0.85).rounded())
    #expect(splits.count { $0 == .training } == trained)
    #expect(splits.count { $0 == .validation } == upToTest - trained)
    #expect(splits.count { $0 == .test } == count - upToTest)
  }

  @Test func `the order of the hashes does not matter`() {
    let hash = SplitHash(seed: 4)
    let hashes = (0..<100).map { hash[$0] }
    #expect(SplitCuts(hashes: hashes) == SplitCuts(hashes: hashes.reversed()))
  }

  @Test func `the split is unrelated to the place in the design`() {
    let hash = SplitHash(seed: 4)
    let cuts = SplitCuts(hashes: (0..<1000).map { hash[$0] })
    let early = (0..<500).count { cuts.split(hash: hash[$0]) == .training }
    #expect((320...380).contains(early))
  }
}
