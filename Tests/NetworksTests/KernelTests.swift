import Foundation
import Interphase
import Testing

@testable import Networks

@Suite struct KernelTests {
  @Test func `the vector exponential is right to four units in the last place`() {
    for i in 0..<20_000 {
      let x = -87 * Float(i) / 20_000
      let found = exponential(SIMD8(repeating: x))[3]
      let expected = exp(Double(x))
      #expect(abs(Double(found) / expected - 1) < 4 * Double(Float.ulpOfOne), "x = \(x)")
    }
    #expect(exponential(SIMD8(repeating: -88))[0] == 0)
    #expect(exponential(SIMD8(repeating: 0))[0] == 1)
    #expect(exponential(SIMD8(repeating: .nan))[0].isNaN)
  }

  @Test func `moments about a centre far from zero keep their digits`() {
    var source = RandomSource(seed: 3)
    let rows = 1000
    let values = (0..<rows * 8).map { _ in 4096 + Float(source.normal()) }
    let centre = [Float](repeating: 4096, count: 8)
    var sums = ChannelSums(channels: 8)
    NormalisationKernels.moments(values, rows: rows, channels: 8, centre: centre, into: &sums)
    for c in 0..<8 {
      let column = (0..<rows).map { Double(values[$0 * 8 + c]) - 4096 }
      #expect(abs(sums.first[c] - column.reduce(0, +)) < 1e-3)
      #expect(abs(sums.second[c] - column.reduce(0) { $0 + $1 * $1 }) < 1e-2)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `a pool runs every part once and rethrows the lowest part's error`(_ threads: Int) {
    struct Failure: Error, Equatable { let part: Int }
    let pool = WorkerPool(threads: threads)
    for _ in 0..<50 {
      nonisolated(unsafe) let runs = UnsafeMutablePointer<Int>.allocate(capacity: 5)
      defer { runs.deallocate() }
      runs.initialize(repeating: 0, count: 5)
      #expect(throws: Failure(part: 2)) {
        try pool.run(5) { part in
          runs[part] += 1
          if part == 2 { throw Failure(part: part) }
        }
      }
      #expect(runs[0] == 1 && runs[1] == 1 && runs[2] == 1)
    }
  }
}
