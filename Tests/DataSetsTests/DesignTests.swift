import Interphase
import Testing

@testable import DataSets

struct DesignTests {
  @Test(arguments: [1, 2, 3, 5, 8, 100, 1000, 4096, 4097])
  func `a keyed permutation hits every value once`(_ count: Int) {
    for seed in 0..<3 as Range<UInt64> {
      let permutation = KeyedPermutation(count: count, hash: KeyedHash(seed, 1))
      #expect((0..<count).map { permutation[$0] }.sorted() == Array(0..<count), "seed \(seed)")
    }
  }

  @Test func `another key gives another permutation`() {
    let orders = (0..<20 as Range<UInt64>).map { seed in
      let permutation = KeyedPermutation(count: 50, hash: KeyedHash(seed, 1))
      return (0..<50).map { permutation[$0] }
    }
    #expect(Set(orders).count == 20)
  }

  @Test(arguments: [1, 7, 1000])
  func `each stratum of each barrier holds one sample`(_ count: Int) {
    let design = LatinHypercube(seed: 3, count: count)
    let samples = (0..<count).map { design.barriers(of: $0) }
    for (dimension, reaction) in Reaction.withBarrier.enumerated() {
      let range = reaction.barrierRange
      let width = (range.upperBound - range.lowerBound) / Double(count)
      var seen = Set<Int>()
      for (index, barriers) in samples.enumerated() {
        let stratum = design.stratum(of: index, dimension: dimension)
        seen.insert(stratum)
        let share = (Double(barriers[reaction]) - range.lowerBound) / width - Double(stratum)
        // Rounding to Float may pass a stratum's edge by a part of it.
        let slack = Double(barriers[reaction].ulp) / width
        #expect(share >= -slack && share <= 1 + slack, "\(reaction), sample \(index)")
      }
      #expect(seen.count == count)
    }
  }

  @Test func `no barrier leaves the design's range`() {
    let design = LatinHypercube(seed: 1, count: 20_000)
    for index in 0..<20_000 {
      let barriers = design.barriers(of: index)
      for reaction in Reaction.withBarrier {
        #expect(reaction.barrierRange.contains(Double(barriers[reaction])))
      }
    }
  }

  @Test func `barriers are hardly correlated`() {
    let count = 2000
    let design = LatinHypercube(seed: 5, count: count)
    let columns = (0..<Barriers.count).map { dimension in
      (0..<count).map { Double(design.stratum(of: $0, dimension: dimension)) }
    }
    // 105 pairs of independent columns: the largest |ρ| is some 2.8/√2000 = 0.063.
    for first in columns.indices {
      for second in columns.indices where first < second {
        #expect(abs(correlation(columns[first], columns[second])) < 4.5 / 2000.0.squareRoot())
      }
    }
  }

  @Test func `neighbouring samples are unrelated`() {
    let count = 2000
    let design = LatinHypercube(seed: 5, count: count)
    for dimension in 0..<Barriers.count {
      let column = (0..<count).map { Double(design.stratum(of: $0, dimension: dimension)) }
      let shifted = Array(column.dropFirst()) + [column[0]]
      #expect(abs(correlation(column, shifted)) < 4.5 / 2000.0.squareRoot())
    }
  }

  @Test func `seeds of simulations differ and fit signed integers`() {
    let design = LatinHypercube(seed: 1, count: 10_000)
    let seeds = (0..<10_000).map { design.simulationSeed(of: $0) }
    #expect(Set(seeds).count == seeds.count)
    #expect(seeds.allSatisfy { Int64(exactly: $0) != nil })
  }

  @Test func `the design is the one of earlier data sets`() {
    // A change here makes every data set another: raise the version of the format with it.
    let design = LatinHypercube(seed: 1, count: 4000)
    #expect(design.simulationSeed(of: 0) == 7_677_174_711_969_977_290)
    #expect(design.barriers(of: 3999).values.prefix(3) == [0.43425575, 0.31612557, 0.34348512])
  }

  private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let count = Double(a.count)
    let meanA = a.reduce(0, +) / count
    let meanB = b.reduce(0, +) / count
    let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let varianceA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let varianceB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return covariance / (varianceA * varianceB).squareRoot()
  }
}
