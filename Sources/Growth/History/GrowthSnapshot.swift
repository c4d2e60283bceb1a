public import Interphase
import KineticMonteCarlo

/// A run at one simulated time.
public struct GrowthSnapshot: Sendable, Equatable {
  /// Simulated time [s].
  public let time: Double
  /// Events executed until then.
  public let events: Int
  /// Sites of each species, at index species code.
  public let counts: [Int]
  /// What the film measures.
  public let observables: Observables
  /// Events of each of the nineteen reactions until then, at index raw value − 1.
  public let reactionCounts: [Int]
  /// Sites in a row [nm], which relate the events to an area.
  public let width: Int
  /// The film, where the history keeps films.
  public let lattice: Lattice?

  /// Reads a run as it stands.
  ///
  /// - Complexity: One pass over the lattice.
  init(of simulation: Simulation, at time: Double, withFilm: Bool) {
    let film = simulation.lattice
    self.time = time
    events = simulation.events
    counts = film.counts
    observables = Observables(of: film)
    reactionCounts = simulation.reactionCounts
    width = film.width
    lattice = withFilm ? film : nil
  }

  /// The same state at a later time [s].
  init(_ earlier: GrowthSnapshot, at time: Double) {
    self.time = time
    events = earlier.events
    counts = earlier.counts
    observables = earlier.observables
    reactionCounts = earlier.reactionCounts
    width = earlier.width
    lattice = earlier.lattice
  }

  init(_ stored: StoredSnapshot, width: Int, lattice: Lattice?) {
    time = stored.time
    events = stored.events
    counts = stored.counts
    observables = stored.observables
    reactionCounts = stored.reactions
    self.width = width
    self.lattice = lattice
  }

  /// Electrons passed and ethylene given off until then.
  public var chargeBalance: ChargeBalance {
    ChargeBalance(reactionCounts: reactionCounts, width: width)
  }
}
