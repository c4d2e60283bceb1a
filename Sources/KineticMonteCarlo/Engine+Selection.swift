import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Choosing the next event: rejection-free (n-fold way; Bortz, Kalos & Lebowitz 1975).
extension Engine {
  /// The total rate of each class [1/s].
  mutating func classRates() -> InlineArray<22, Double> {
    if moveWeightIsStale { sumMoves() }
    var rates = mechanism.rates
    for list in rates.indices { rates[list] *= Double(listCounts[list]) }
    let moves = Int(EventClass.clusterMove.rawValue)
    rates[moves] = mechanism.rates[moves] * moveWeight
    return rates
  }

  /// Whether no event is possible.
  var isFinished: Bool {
    var copy = self
    return Self.sum(copy.classRates()) <= 0
  }

  /// Executes events until there have been `limit` or nothing can happen.
  mutating func advance(toEvents limit: Int) {
    while events < limit, step() {}
  }

  private mutating func step() -> Bool {
    let rates = classRates()
    let total = Self.sum(rates)
    guard total > 0 else { return false }
    // unit() is in [0, 1), so that the logarithm's argument is never 0.
    time -= log(1 - clock.unit()) / total
    let kind = Self.drawClass(rates, at: source.unit() * total)
    let slot = kind == .clusterMove ? drawMove() : drawSlot(of: kind)
    execute(kind, slot)
    events += 1
    return true
  }

  private static func sum(_ rates: InlineArray<22, Double>) -> Double {
    var total = 0.0
    for list in rates.indices { total += rates[list] }
    return total
  }

  /// The class at a point of the stacked total rates.
  private static func drawClass(
    _ rates: InlineArray<22, Double>, at point: Double
  ) -> EventClass {
    var left = point
    var last = 0
    for list in rates.indices where rates[list] > 0 {
      last = list
      left -= rates[list]
      if left < 0 { break }
    }
    // Where rounding carries the point past the end, the last class that can happen.
    return EventClass(rawValue: UInt8(truncatingIfNeeded: last))!
  }

  private mutating func drawSlot(of kind: EventClass) -> Int {
    let list = Int(kind.rawValue)
    let count = UInt64(truncatingIfNeeded: listCounts[list])
    let place = Int(source.next().multipliedFullWidth(by: count).high)
    return Int(lists[list * slotCount + place])
  }

  /// A cluster's move, by its size: drawn uniformly, kept with its rate over the largest.
  private mutating func drawMove() -> Int {
    while true {
      let slot = drawSlot(of: .clusterMove)
      let size = Int(clusters[(slot - firstClusterSlot) >> 2].size)
      if source.unit() * largestMoveFactor < mechanism.slowdown(sites: size) { return slot }
    }
  }
}
