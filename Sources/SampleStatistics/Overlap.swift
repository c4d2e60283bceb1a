package import Interphase

/// Intersection over union of decoded and simulated films, pooled: Σ intersections / Σ unions.
package struct Overlap: Hashable, Sendable {
  /// Sites that hold the thing in both films, in either, and in the simulated one.
  private struct Counts: Hashable, Sendable {
    var both = 0
    var either = 0
    var simulated = 0

    mutating func add(decoded: Bool, simulated: Bool) {
      both += decoded && simulated ? 1 : 0
      either += decoded || simulated ? 1 : 0
      self.simulated += simulated ? 1 : 0
    }

    mutating func add(_ other: Counts) {
      both += other.both
      either += other.either
      simulated += other.simulated
    }

    /// `nil` where no simulated film holds the thing: there is nothing to be met.
    var ratio: Double? { simulated == 0 ? nil : Double(both) / Double(either) }
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
      inorganics.add(decoded: a == inorganicCode, simulated: b == inorganicCode)
      organics.add(decoded: a == organicCode, simulated: b == organicCode)
      solids.add(
        decoded: a == inorganicCode || a == organicCode,
        simulated: b == inorganicCode || b == organicCode)
    }
  }

  /// Adds what was counted over other films.
  package mutating func add(_ other: Overlap) {
    solids.add(other.solids)
    inorganics.add(other.inorganics)
    organics.add(other.organics)
  }

  /// Of inorganic and organic together; `nil`, as the others, where the simulated films hold none.
  package var solid: Double? { solids.ratio }
  /// Of inorganic.
  package var inorganic: Double? { inorganics.ratio }
  /// Of organic.
  package var organic: Double? { organics.ratio }
}
