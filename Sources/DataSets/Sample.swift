public import Interphase

/// One simulation of a data set: what went in and what came out.
public struct Sample: Hashable, Sendable {
  /// Position in the design.
  public var index: Int
  /// Seed of the simulation.
  public var seed: UInt64
  /// Barriers of the simulation [eV].
  public var barriers: Barriers
  /// The configuration at the end.
  public var lattice: Lattice
  /// Thickness [nm], porosity, density [g/cm³], volume fraction of the configuration.
  public var properties: [Float]
  /// Simulated time [s].
  public var time: Float
  /// Events executed.
  public var events: Int
  /// Whether the run ended by itself rather than at the event limit.
  public var finished: Bool
  /// The class of the configuration.
  public var outcome: Outcome

  /// Measures and classifies the end of a simulation.
  public init(
    index: Int, seed: UInt64, barriers: Barriers, lattice: Lattice, time: Float, events: Int,
    finished: Bool
  ) {
    self.index = index
    self.seed = seed
    self.barriers = barriers
    self.lattice = lattice
    self.time = time
    self.events = events
    self.finished = finished
    let observables = Observables(of: lattice)
    properties = observables.regressed
    outcome = Outcome(lattice, observables)
  }
}
