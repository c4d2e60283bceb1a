package import Interphase

/// Intersection over union of decoded and simulated films, pooled: Σ intersections / Σ unions.
package struct Overlap: Hashable, Sendable {
  /// Sites that hold the thing in both films, and in either.
  private struct Counts: Hashable, Sendable {
    var both = 0
    var either = 0

    mutating func add(_ a: Bool, _ b: Bool) {
      both += a && b ? 1 : 0
      either += a || b ? 1 : 0
    }

    mutating func add(_ other: Counts) {
      both += other.both
      either += other.either
    }

    /// 1 where neither film ever holds the thing: nothing is missed.
    var ratio: Double { either == 0 ? 1 : Double(both) / Double(either) }
  }

  private var solids = Counts()
  private var inorganics = Counts()
  private var organics = Counts()

  /// No films yet.
  package init() {}

  /// Adds a pair of films of one size.
  package mutating func add(decoded: Lattice, simulated: Lattice) {
    let inorganicCode = Species.inorganic.rawValue
    let organicCode = Species.organic.rawValue
    for (a, b) in zip(decoded.codes, simulated.codes) {
      inorganics.add(a == inorganicCode, b == inorganicCode)
      organics.add(a == organicCode, b == organicCode)
      solids.add(
        a == inorganicCode || a == organicCode, b == inorganicCode || b == organicCode)
    }
  }

  /// Adds what was counted over other films.
  package mutating func add(_ other: Overlap) {
    solids.add(other.solids)
    inorganics.add(other.inorganics)
    organics.add(other.organics)
  }

  /// Of inorganic and organic together.
  package var solid: Double { solids.ratio }
  /// Of inorganic.
  package var inorganic: Double { inorganics.ratio }
  /// Of organic.
  package var organic: Double { organics.ratio }
}
