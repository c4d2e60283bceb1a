import Interphase

/// Barrier vectors of a Latin hypercube over the design's ranges: each dimension in as many equal
/// strata as there are vectors, each stratum met once.
enum Design {
  static func vectors(count: Int, seed: UInt64) -> [Barriers] {
    var source = RandomSource(seed: seed)
    let columns = Reaction.withBarrier.map { reaction -> [Float] in
      let range = reaction.barrierRange
      let width = range.upperBound - range.lowerBound
      return (0..<count).shuffled(using: &source).map { stratum in
        let share = (Double(stratum) + source.unit()) / Double(count)
        return Float(range.lowerBound + share * width)
      }
    }
    return (0..<count).map { index in try! Barriers(columns.map { $0[index] }) }
  }
}
