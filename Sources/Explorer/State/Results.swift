public import Interphase

/// A simulated film at one moment of its growth.
public struct SimulationSnapshot: Equatable, Sendable {
  /// Where a run stands.
  public enum Stage: Equatable, Sendable {
    /// Events are still being executed.
    case growing
    /// No event is possible any more.
    case finished
    /// Stopped at the event limit; more could happen.
    case unfinished
  }

  /// The request that it answers.
  public var generation: Int
  /// The film.
  public var lattice: Lattice
  /// Events executed.
  public var events: Int
  /// Simulated time that passed [s].
  public var time: Double
  /// Events executed in a second of wall time.
  public var eventsPerSecond: Double
  /// Whether it grows on, and if not, why.
  public var stage: Stage
  /// How thickness rose with time, at times spaced evenly on a logarithmic scale.
  public var growth: [GrowthPoint]
  /// Films on the way, the first at the first event, at times spaced evenly on a logarithmic scale;
  /// with the run's last film only once it has ended, else empty.
  public var frames: [GrowthFrame]

  /// A film and how it came about.
  public init(
    generation: Int, lattice: Lattice, events: Int, time: Double, eventsPerSecond: Double,
    stage: Stage, growth: [GrowthPoint] = [], frames: [GrowthFrame] = []
  ) {
    self.generation = generation
    self.lattice = lattice
    self.events = events
    self.time = time
    self.eventsPerSecond = eventsPerSecond
    self.stage = stage
    self.growth = growth
    self.frames = frames
  }
}

/// A film on the way, to be played and scrubbed.
public struct GrowthFrame: Equatable, Sendable {
  /// Simulated time that had passed [s].
  public var time: Double
  /// Events executed.
  public var events: Int
  /// The film.
  public var lattice: Lattice
  /// Executed events of each of the nineteen reactions, at index raw value − 1.
  public var executed: [Int]

  /// A film at a time.
  public init(time: Double, events: Int, lattice: Lattice, executed: [Int]) {
    self.time = time
    self.events = events
    self.lattice = lattice
    self.executed = executed
  }
}

/// One moment of a film's growth.
public struct GrowthPoint: Equatable, Sendable {
  /// Simulated time [s].
  public var time: Double
  /// Mean height [nm].
  public var thickness: Double

  /// A height at a time.
  public init(time: Double, thickness: Double) {
    self.time = time
    self.thickness = thickness
  }
}

/// What the model answers to a ``DecodeRequest``.
public struct DecodedResult: Equatable, Sendable {
  /// The request that it answers.
  public var generation: Int
  /// The decoded film.
  public var lattice: Lattice
  /// The four regressed properties, in the order of `Property`; none of a stored picture, or where
  /// the model has no regressor.
  public var regressed: [Double]
  /// Their standard deviation over draws of the prior; `nil` where the anchor is not the prior.
  public var spread: [Double]?
  /// The anchor's coordinates on the axes that have a slider; none of a stored picture.
  public var anchorCoordinates: [Double]
  /// Whether it is the bundle's stored picture, shown until the first live answer.
  public var isStored: Bool
  /// What the decoder believes of each site, `[code * sites + site]` with the species' codes first;
  /// none of a stored picture.
  public var probabilities: [Float]
  /// Whether the point lies farther from all films that the model was trained on than films lie from
  /// each other: regressed and decoded properties may then disagree.
  public var isFar: Bool

  /// Whether all of its numbers are: far outside what it has seen, a model may overflow.
  var isFinite: Bool {
    (regressed + (spread ?? []) + anchorCoordinates).allSatisfy(\.isFinite)
  }

  /// An answer of film, properties and anchor.
  public init(
    generation: Int, lattice: Lattice, regressed: [Double], spread: [Double]?,
    anchorCoordinates: [Double], isStored: Bool = false, probabilities: [Float] = [],
    isFar: Bool = false
  ) {
    self.generation = generation
    self.lattice = lattice
    self.regressed = regressed
    self.spread = spread
    self.anchorCoordinates = anchorCoordinates
    self.isStored = isStored
    self.probabilities = probabilities
    self.isFar = isFar
  }
}
