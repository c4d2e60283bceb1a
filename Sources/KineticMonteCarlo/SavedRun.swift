public import Interphase

/// A run at rest, in plain numbers: what it takes to go on to the same end, to the bit.
///
/// Sites are those of ``Interphase/Lattice`` (row · width + column). The order of particles,
/// clusters and lists counts, since a random number chooses a place in them.
public struct SavedRun: Hashable, Sendable {
  /// What the run depends on, besides its generators.
  public package(set) var parameters: SimulationParameters
  /// The species of each site.
  public package(set) var lattice: Lattice
  /// The site of each monomer.
  package var monomers: [Int]
  /// The two sites of each dimer.
  package var dimers: [[Int]]
  /// The sites of each cluster.
  package var clusters: [[Int]]
  /// The identifier of each cluster.
  package var clusterIdentifiers: [Int]
  /// The identifiers that no cluster has; the last is taken next.
  package var freeClusters: [Int]
  /// The slots of each class of events (`Layout`).
  package var lists: [[Int]]
  /// The sizes of clusters with listed moves.
  package var moveSizes: [Int]
  /// Executed events of each class.
  package var tally: [Int]
  /// The generator's words.
  package var source: [UInt64]
  /// The clock's generators, the numbers that it drew last, and how many of them are used.
  package var clock: [UInt64]
  package var clockNumbers: [Double]
  package var clockUsed: Int
  /// Time without the waits of pending draws [s].
  package var committedTime: Double
  /// Draws since, and those among them up to the last event.
  package var pendingDraws: Int
  package var eventDraws: Int
  /// Time of the last electron transfer [s].
  package var lastReductionTime: Double
  package var isJammed: Bool
  package var isExhausted: Bool

  /// Takes numbers as they come from a file; ``Simulation/init(_:)`` checks them.
  package init(
    parameters: SimulationParameters, lattice: Lattice, monomers: [Int], dimers: [[Int]],
    clusters: [[Int]], clusterIdentifiers: [Int], freeClusters: [Int], lists: [[Int]],
    moveSizes: [Int], tally: [Int], source: [UInt64], clock: [UInt64], clockNumbers: [Double],
    clockUsed: Int, committedTime: Double, pendingDraws: Int, eventDraws: Int,
    lastReductionTime: Double, isJammed: Bool, isExhausted: Bool
  ) {
    self.parameters = parameters
    self.lattice = lattice
    self.monomers = monomers
    self.dimers = dimers
    self.clusters = clusters
    self.clusterIdentifiers = clusterIdentifiers
    self.freeClusters = freeClusters
    self.lists = lists
    self.moveSizes = moveSizes
    self.tally = tally
    self.source = source
    self.clock = clock
    self.clockNumbers = clockNumbers
    self.clockUsed = clockUsed
    self.committedTime = committedTime
    self.pendingDraws = pendingDraws
    self.eventDraws = eventDraws
    self.lastReductionTime = lastReductionTime
    self.isJammed = isJammed
    self.isExhausted = isExhausted
  }

  /// Executed events.
  public var events: Int { tally.reduce(0, &+) }

  /// Lists of events that a saved run holds.
  package static let listCount = EventClass.count
}

extension SavedRun {
  /// Reads an engine at rest.
  init(_ engine: Engine) {
    let lattice = engine.lattice
    let names = (0..<engine.layout.clusterCapacity).filter { engine.clusters[$0].size > 0 }
    func site(_ padded: Int32) -> Int { engine.layout.unpadded(Int(padded)) }
    self.init(
      parameters: engine.mechanism.parameters, lattice: lattice,
      monomers: (0..<engine.monomerCount).map { site(engine.monomers[$0]) },
      dimers: (0..<engine.dimerCount).map {
        [site(engine.dimers[2 * $0]), site(engine.dimers[2 * $0 + 1])]
      },
      clusters: names.map { engine.members(of: $0).map(engine.layout.unpadded) },
      clusterIdentifiers: names,
      freeClusters: (0..<engine.freeClusterCount).map { Int(engine.freeClusters[$0]) },
      lists: (0..<EventClass.count).map { list in
        (0..<engine.listCounts[list]).map { Int(engine.lists[list * engine.slotCount + $0]) }
      },
      moveSizes: (0..<engine.moveSizeCount).map { Int(engine.moveSizes[$0]) },
      tally: (0..<EventClass.count).map { engine.tally[$0] }, source: engine.source.state,
      clock: engine.clock.state, clockNumbers: engine.clock.drawn.numbers,
      clockUsed: engine.clock.drawn.used, committedTime: engine.committedTime,
      pendingDraws: engine.pendingDraws, eventDraws: engine.eventDraws,
      lastReductionTime: engine.lastReductionTime, isJammed: engine.isJammed,
      isExhausted: engine.isExhausted)
  }
}
