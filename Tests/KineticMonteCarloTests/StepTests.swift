import Interphase
import KineticMonteCarlo
import ReferenceSimulator
import Testing

/// The engine beside the rules, event by event.
@Suite struct StepTests {
  static let sizes = [(3, 3), (3, 7), (8, 3), (5, 6), (7, 5), (4, 12), (9, 9)]

  @Test(arguments: sizes)
  func `every step is one that the rules list, from the same list`(size: (Int, Int)) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var draws = RandomSource(seed: seed &* 977 &+ UInt64(size.0 * 100 + size.1))
      let parameters = try SimulationParameters(
        barriers: .random(in: 0.3...0.42, using: &draws), width: size.0, height: size.1,
        tunnellingDepth: Int.random(in: 0...4, using: &draws))
      var simulation = try Simulation(
        parameters,
        configuration: .random(width: size.0, height: size.1, using: &draws), source: draws)
      var before = ReferenceState(simulation.configuration)
      for _ in 0..<25 {
        let listed = before.listing(parameters)
        try #require(simulation.listing == listed, "seed \(seed)")
        let counts = simulation.reactionCounts
        simulation.advance(toEvents: simulation.events + 1)
        try #require(simulation.checkInvariants() == [], "seed \(seed)")
        let after = ReferenceState(simulation.configuration)
        guard !listed.isEmpty else { break }
        let executed = zip(counts, simulation.reactionCounts).enumerated().filter {
          $0.element.0 != $0.element.1
        }
        try #require(executed.count == 1, "seed \(seed)")
        let reaction = Reaction(rawValue: executed[0].offset + 1)!
        let outcomes = before.events(parameters).filter { $0.reaction == reaction }
          .flatMap { before.outcomes(of: $0).map(\.normalised) }
        try #require(outcomes.contains(after.normalised), "seed \(seed), \(reaction.id)")
        before = after
      }
    }
  }

  @Test func `the bookkeeping equals a rebuild after every event of long runs`() throws {
    var reactions = Set<Reaction>()
    for seed in 1...15 as ClosedRange<UInt64> {
      var draws = RandomSource(seed: seed)
      let width = Int.random(in: 3...14, using: &draws)
      let height = Int.random(in: 3...12, using: &draws)
      let parameters = try SimulationParameters(
        barriers: .random(in: 0.32...0.4, using: &draws), width: width, height: height)
      var simulation = try Simulation(
        parameters, configuration: .random(width: width, height: height, using: &draws),
        source: draws)
      for event in 1...200 {
        simulation.advance(toEvents: event)
        try #require(simulation.checkInvariants() == [], "seed \(seed), event \(event)")
      }
      let rebuilt = try Simulation(
        parameters, configuration: simulation.configuration, source: RandomSource(seed: 0))
      #expect(simulation.listing == rebuilt.listing, "seed \(seed)")
      reactions.formUnion(
        Reaction.allCases.filter { simulation.reactionCounts[$0.rawValue - 1] > 0 })
    }
    // The runs are no test of a reaction that none of them met.
    #expect(Set(Reaction.allCases).subtracting(reactions) == [])
  }

  @Test func `every event conserves Li₂EDC, and inorganic stays for ever`() throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var draws = RandomSource(seed: seed)
      let parameters = try SimulationParameters(
        barriers: .random(in: 0.32...0.42, using: &draws), width: 9, height: 8)
      var simulation = try Simulation(
        parameters, configuration: .random(width: 9, height: 8, using: &draws), source: draws)
      var before = simulation.configuration
      var counts = simulation.reactionCounts
      while simulation.events < 300, !simulation.isFinished {
        simulation.advance(toEvents: simulation.events + 1)
        let after = simulation.configuration
        let reaction = Reaction.allCases.first {
          simulation.reactionCounts[$0.rawValue - 1] > counts[$0.rawValue - 1]
        }
        let change = units(after) - units(before)
        switch reaction {
        case .dimerisation: #expect(change == 1)
        case .monomerEscape: #expect(change == -1)
        case .dimerEscape: #expect(change == -2)
        case .clusterEscape:
          #expect(after.clusters.count == before.clusters.count - 1)
          #expect(change <= -3)
          #expect(after.lattice.count(of: .organic) - before.lattice.count(of: .organic) == change)
        default: #expect(change == 0, "\(String(describing: reaction))")
        }
        for (old, new) in zip(before.lattice.codes, after.lattice.codes)
        where old == Species.inorganic.rawValue {
          #expect(new == old)
        }
        before = after
        counts = simulation.reactionCounts
      }
    }
  }

  /// Li₂EDC units: one a site of monomer, dimer and organic.
  private func units(_ configuration: Configuration) -> Int {
    [Species.monomer, .dimer, .organic].reduce(0) { $0 + configuration.lattice.count(of: $1) }
  }
}
