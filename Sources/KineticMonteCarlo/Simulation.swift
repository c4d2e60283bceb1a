public import Interphase

/// The version of the rules as this module runs them: it rises whenever a change alters any
/// trajectory, so that bundles and data sets can say which simulator they came from.
public let rulesVersion = 3

/// One kinetic Monte Carlo run of the interphase's growth.
///
/// A value: a copy goes on by itself. Equal parameters and seeds give equal bytes, on any thread,
/// and however the calls of ``advance(toEvents:)`` are cut. Rules: Esmaeilpour et al., Adv. Energy
/// Mater. 2023, 13, 2203966.
///
/// - Complexity: An event costs what the sites it changes cost, whatever the lattice's size;
///   nothing is allocated. A copy costs one pass over the lattice, at the next advance.
public struct Simulation: @unchecked Sendable {
  // Sendable by copy on write: `memory` is written only while this value alone refers to it.

  /// What the run depends on, besides its seed.
  public var parameters: SimulationParameters { engine.mechanism.parameters }
  /// Whether each event is followed by a check of the whole bookkeeping, which ends the program with
  /// what is wrong and after which event. A check passes over the lattice; debug builds make one at
  /// the end of every advance anyway.
  public var checksEveryEvent = false
  private var engine: Engine
  private var memory: Memory

  /// Starts with electrolyte between electrode and sink.
  public init(_ parameters: SimulationParameters, seed: UInt64) {
    self.init(parameters, source: RandomSource(seed: seed))
  }

  /// Starts with electrolyte between electrode and sink, with a generator's further draws.
  public init(_ parameters: SimulationParameters, source: RandomSource) {
    memory = Memory(Layout(width: parameters.width, height: parameters.height))
    engine = Engine(parameters, memory: memory, source: source)
    engine.fill(with: Lattice(emptyWidth: parameters.width, height: parameters.height))
  }

  /// Starts with a given configuration.
  ///
  /// - Throws: ``ConfigurationError/size(width:height:expectedWidth:expectedHeight:)`` where the
  ///   lattice has not the parameters' size.
  public init(
    _ parameters: SimulationParameters, configuration: Configuration, source: RandomSource
  ) throws(ConfigurationError) {
    let lattice = configuration.lattice
    guard lattice.width == parameters.width, lattice.height == parameters.height else {
      throw .size(
        width: lattice.width, height: lattice.height, expectedWidth: parameters.width,
        expectedHeight: parameters.height)
    }
    memory = Memory(Layout(width: parameters.width, height: parameters.height))
    engine = Engine(parameters, memory: memory, source: source)
    engine.fill(with: lattice, dimers: configuration.dimers, clusters: configuration.clusters)
  }

  /// Goes on from a saved run to the end that it would have come to.
  ///
  /// - Throws: ``SavedRunError`` where the numbers are those of no run.
  /// - Complexity: One pass over the lattice, with a sort of what it lists.
  public init(_ saved: SavedRun) throws(SavedRunError) {
    let parameters = saved.parameters
    guard saved.lattice.width == parameters.width, saved.lattice.height == parameters.height else {
      throw .part("lattice", "not the size of the parameters")
    }
    memory = Memory(Layout(width: parameters.width, height: parameters.height))
    engine = Engine(parameters, memory: memory, source: RandomSource(seed: 0))
    try engine.restore(saved)
  }

  /// The run as it stands, to be gone on with elsewhere.
  public var saved: SavedRun { read { SavedRun($0) } }

  /// Executes events until there have been `limit` in all, the next would come after `deadline`, or
  /// nothing can happen.
  ///
  /// Where it stops for the deadline the film is the one at that time, to the event: a run goes the
  /// same way, whatever deadlines it is cut at.
  /// - Parameters:
  ///   - limit: Events in all.
  ///   - deadline: Simulated time [s].
  /// - Returns: Why it stopped.
  @discardableResult
  public mutating func advance(
    toEvents limit: Int, deadline: Double = .infinity
  ) -> Stop {
    makeUnique()
    let limit = min(limit, Engine.mostEvents)
    if checksEveryEvent {
      engine.advanceChecked(toEvents: limit, deadline: deadline)
    } else {
      engine.advance(toEvents: limit, deadline: deadline)
      assert(checkInvariants() == [], "the bookkeeping is wrong after \(events) events")
    }
    if engine.isExhausted { return .finished }
    return events < limit ? .deadline : .eventLimit
  }

  /// Why a run stopped.
  public enum Stop: String, Sendable, Codable {
    /// No event is possible.
    case finished
    /// There have been as many events as asked for.
    case eventLimit
    /// The next event would come after the time asked for.
    case deadline
  }

  /// Executed events.
  public var events: Int { engine.events }

  /// Simulated time of the last event [s].
  public var time: Double { engine.time }

  /// Simulated time of the last electron transfer [s], reactions 1, 2, 3 and 7; 0 if there was none.
  public var lastReductionTime: Double { engine.lastReductionTime }

  /// Whether no event is possible.
  public var isFinished: Bool { read { $0.isFinished } }

  /// The species of each site.
  public var lattice: Lattice { read { $0.lattice } }

  /// Species, pairs and clusters.
  public var configuration: Configuration { read { $0.configuration } }

  /// Executed events of each of the nineteen reactions, at index raw value − 1.
  public var reactionCounts: [Int] { read { $0.reactionCounts } }

  /// The events now listed, in no particular order.
  package var listedEvents: [ListedEvent] { read { $0.listedEvents } }

  /// Checks the bookkeeping against what the sites imply.
  ///
  /// - Returns: What is wrong, empty where nothing is.
  package func checkInvariants() -> [String] { read { $0.checkInvariants() } }

  /// Reads through the engine's pointers while the memory behind them is held.
  private func read<Value>(_ value: (Engine) -> Value) -> Value {
    withExtendedLifetime(memory) { value(engine) }
  }

  private mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&memory) else { return }
    memory = Memory(
      copying: memory, monomers: engine.monomerCount, dimers: engine.dimerCount,
      moveSizes: engine.moveSizeCount)
    engine = Engine(engine, memory: memory)
  }
}

/// What a run came to.
public struct SimulationResult: Sendable, Equatable {
  /// What it depended on.
  public let parameters: SimulationParameters
  /// And its seed.
  public let seed: UInt64
  /// Executed events.
  public let events: Int
  /// Simulated time of the last event [s].
  public let time: Double
  /// Simulated time of the last electron transfer [s]; 0 if there was none.
  public let lastReductionTime: Double
  /// Whether nothing more can happen; `false` for a run that was cut.
  public let finished: Bool
  /// What the film measures.
  public let observables: Observables
  /// The film.
  public let lattice: Lattice
  /// Executed events of each of the nineteen reactions, at index raw value − 1.
  public let reactionCounts: [Int]

  /// Reads a run as it stands.
  public init(_ simulation: Simulation, seed: UInt64) {
    parameters = simulation.parameters
    self.seed = seed
    events = simulation.events
    time = simulation.time
    lastReductionTime = simulation.lastReductionTime
    finished = simulation.isFinished
    lattice = simulation.lattice
    observables = Observables(of: lattice)
    reactionCounts = simulation.reactionCounts
  }
}

/// Runs to the end, or to the event limit.
public func simulate(
  _ parameters: SimulationParameters, seed: UInt64,
  eventLimit: Int = SimulationParameters.defaultEventLimit
) -> SimulationResult {
  var simulation = Simulation(parameters, seed: seed)
  simulation.advance(toEvents: eventLimit)
  return SimulationResult(simulation, seed: seed)
}
