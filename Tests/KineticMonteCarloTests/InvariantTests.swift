import Interphase
import Testing

@testable import KineticMonteCarlo

/// What must hold after every event, whatever barriers, size and seed.
@Suite struct InvariantTests {
  /// A size from 3 × 3 to 64 × 64, rarely square, and how much is spent on it.
  struct Extent: Sendable {
    let sides: ClosedRange<Int>
    /// Events of each run, and after how many of them the bookkeeping is checked.
    let events: Int
    let every: Int
  }

  static let extents = [
    Extent(sides: 3...6, events: 200, every: 1), Extent(sides: 7...12, events: 100, every: 1),
    Extent(sides: 13...30, events: 250, every: 50),
    Extent(sides: 31...64, events: 300, every: 150),
  ]

  @Test func `bookkeeping, units and inorganic hold in 200 random runs`() throws {
    var seen = Set<Reaction>()
    for (number, extent) in Self.extents.enumerated() {
      for seed in 1...50 as ClosedRange<UInt64> {
        var draws = RandomSource(seed: seed &+ UInt64(number) &* 1000)
        let run = try Self.randomRun(extent.sides, using: &draws)
        seen.formUnion(try Self.follow(run, extent, "sides of \(extent.sides), seed \(seed)"))
      }
    }
    // The runs are no test of a reaction that none of them met.
    #expect(Set(Reaction.allCases).subtracting(seen) == [])
  }

  /// Advances a run an event at a time, checks, and tells which reactions happened.
  private static func follow(
    _ start: Simulation, _ extent: Extent, _ name: String
  ) throws -> [Reaction] {
    var run = start
    let ledger = Ledger(run.configuration)
    var before = run.lattice
    while run.events < extent.events, !run.isFinished {
      run.advance(toEvents: run.events + 1)
      let (after, reactions) = (run.lattice, run.reactionCounts)
      let place = "\(name), event \(run.events)"
      try #require(reactions.reduce(0, +) == run.events, "\(place)")
      try #require(ledger.errors(in: after, after: reactions) == [], "\(place)")
      try #require(keepsInorganic(before, after), "\(place)")
      before = after
      guard run.events % extent.every == 0 || run.isFinished else { continue }
      try #require(run.checkInvariants() == [], "\(place)")
      // Building a configuration checks that dimers are pairs and clusters connected threes.
      let clusters = run.configuration.clusters.count
      try #require(clusters == ledger.clusters(after: reactions), "\(place)")
    }
    return Reaction.allCases.filter { run.reactionCounts[$0.rawValue - 1] > 0 }
  }

  /// A random start, barriers close together so that all reactions happen soon, any depth.
  private static func randomRun(
    _ sides: ClosedRange<Int>, using draws: inout RandomSource
  ) throws -> Simulation {
    let width = Int.random(in: sides, using: &draws)
    let height = Int.random(in: sides, using: &draws)
    let lowest = Float.random(in: 0...0.35, using: &draws)
    let parameters = try SimulationParameters(
      barriers: .random(in: lowest...(lowest + 0.1), using: &draws), width: width, height: height,
      temperatureKelvin: Double.random(in: 250...400, using: &draws),
      tunnellingDepth: Int.random(in: 0...6, using: &draws))
    return try Simulation(
      parameters, configuration: .random(width: width, height: height, using: &draws),
      source: draws)
  }

  private static func keepsInorganic(_ before: Lattice, _ after: Lattice) -> Bool {
    let inorganic = Species.inorganic.rawValue
    return zip(before.codes, after.codes).allSatisfy { $0 != inorganic || $1 == inorganic }
  }

  @Test func `a run that checks every event is the same run`() {
    let parameters = SimulationParameters(published: .esmaeilpour)
    var checked = Simulation(parameters, seed: 4)
    checked.checksEveryEvent = true
    checked.advance(toEvents: 300)
    #expect(SimulationResult(checked, seed: 4) == simulate(parameters, seed: 4, eventLimit: 300))
    #expect(checked.advance(toEvents: 900, deadline: checked.time) == .deadline)
    #expect(checked.events == 300)
  }

  /// One thing put wrong in a sound engine.
  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    let harm: @Sendable (inout Engine, Layout) -> Void
    var testDescription: String { name }
  }

  static let damages = [
    Damage(name: "a site changed behind the lists' back") { engine, layout in
      engine.codes[layout.padded(16)] = SiteCode.precursor
    },
    Damage(name: "an event missing from its list") { engine, _ in
      engine.listCounts[Int(EventClass.precursorHop2.rawValue)] -= 1
    },
    Damage(name: "a slot with another class") { engine, layout in
      engine.kinds[layout.padded(7) * 4] = .precursorHop2
    },
    Damage(name: "a monomer beside its site") { engine, _ in engine.monomers[0] += 1 },
    Damage(name: "a torn dimer") { engine, _ in engine.dimers[0] += 3 },
    Damage(name: "a contact too many") { engine, _ in
      let used = (0..<6).first { engine.clusters[$0].size > 0 }!
      engine.clusters[used].monomerContacts += 1
    },
    Damage(name: "a member lost") { engine, _ in
      let used = (0..<6).first { engine.clusters[$0].size > 0 }!
      engine.clusters[used].size -= 1
    },
    Damage(name: "a site of another cluster") { engine, layout in
      engine.labels[layout.padded(22)] = 5
    },
  ]

  private static let scenery = "~~~~~~~\n...P...\n.aaa...\n..O....\n...<>..\n#######"

  @Test(arguments: damages)
  func `damage to the bookkeeping is found`(damage: Damage) throws {
    let configuration = try scene(Self.scenery)
    let parameters = try SimulationParameters(barriers: .middle, width: 7, height: 6)
    let memory = Memory(Layout(width: 7, height: 6))
    var engine = Engine(parameters, memory: memory, source: RandomSource(seed: 1))
    engine.fill(
      with: configuration.lattice, dimers: configuration.dimers, clusters: configuration.clusters)
    withExtendedLifetime(memory) {
      #expect(engine.checkInvariants() == [])
      damage.harm(&engine, memory.layout)
      #expect(engine.checkInvariants() != [])
    }
  }

  @Test func `a checked run ends where the bookkeeping is wrong`() async {
    await #expect(processExitsWith: .failure) {
      let memory = Memory(Layout(width: 5, height: 6))
      let parameters = try SimulationParameters(barriers: .middle, width: 5, height: 6)
      var engine = Engine(parameters, memory: memory, source: RandomSource(seed: 1))
      engine.fill(with: Lattice(emptyWidth: 5, height: 6))
      engine.codes[memory.layout.padded(22)] = SiteCode.precursor
      withExtendedLifetime(memory) { engine.advanceChecked(toEvents: 1) }
    }
  }
}
