import Interphase
import KineticMonteCarlo
import Testing

/// A run as a value: seeds, cuts, copies, ends.
@Suite struct RunTests {
  private let parameters = SimulationParameters(published: .esmaeilpour)

  @Test func `equal seeds give equal runs and others do not`() {
    let one = simulate(parameters, seed: 7, eventLimit: 3000)
    #expect(one == simulate(parameters, seed: 7, eventLimit: 3000))
    #expect(one.lattice != simulate(parameters, seed: 8, eventLimit: 3000).lattice)
    #expect(one.events == 3000)
    #expect(one.reactionCounts.reduce(0, +) == 3000)
    #expect(one.observables == Observables(of: one.lattice))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `how a run is cut changes nothing`(seed: UInt64) {
    let whole = simulate(parameters, seed: seed, eventLimit: 2500)
    var run = Simulation(parameters, seed: seed)
    var limit = 0
    var cuts = RandomSource(seed: seed)
    var lastTime = 0.0
    while limit < 2500 {
      limit = min(2500, limit + Int.random(in: 0...90, using: &cuts))
      run.advance(toEvents: limit)
      #expect(run.events == limit)
      #expect(run.time >= lastTime)
      lastTime = run.time
    }
    #expect(SimulationResult(run, seed: seed) == whole)
  }

  @Test func `cuts around a summing-up of time, and single steps to the end, change nothing`()
    throws
  {
    let whole = simulate(parameters, seed: 5, eventLimit: 66_000)
    var run = Simulation(parameters, seed: 5)
    for limit in [65_535, 65_536, 65_537, 66_000] { run.advance(toEvents: limit) }
    #expect(SimulationResult(run, seed: 5) == whole)

    // Barriers and sizes at which the run soon finishes, by way of draws that lead to nothing.
    var finished = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var draws = RandomSource(seed: seed)
      let small = try SimulationParameters(
        barriers: .random(in: 0.3...0.42, using: &draws).setting(
          .precursorReductionElectrode, to: 0.28), width: 4, height: 6, tunnellingDepth: 0)
      let whole = simulate(small, seed: seed, eventLimit: 3000)
      var steps = Simulation(small, seed: seed)
      var time = 0.0
      while !steps.isFinished, steps.events < 3000 {
        steps.advance(toEvents: steps.events + 1)
        #expect(steps.time > time)
        time = steps.time
      }
      #expect(SimulationResult(steps, seed: seed) == whole, "seed \(seed)")
      finished += whole.finished ? 1 : 0
    }
    #expect(finished >= 5)
  }

  @Test func `a copy goes on by itself to the same end`() {
    var run = Simulation(parameters, seed: 3)
    run.advance(toEvents: 1500)
    let before = SimulationResult(run, seed: 3)
    var copy = run
    copy.advance(toEvents: 3000)
    #expect(copy.checkInvariants() == [])
    #expect(SimulationResult(run, seed: 3) == before)
    run.advance(toEvents: 3000)
    #expect(SimulationResult(run, seed: 3) == SimulationResult(copy, seed: 3))
    #expect(SimulationResult(copy, seed: 3) == simulate(parameters, seed: 3, eventLimit: 3000))
  }

  @Test func `a run in which nothing can happen has finished, with its last event's time`() throws {
    // Rates of 0: exp(−100 eV / k_B T) is below any Double.
    let never = try Barriers([Float](repeating: 100, count: 15))
    let parameters = try SimulationParameters(barriers: never, width: 4, height: 5)
    let result = simulate(parameters, seed: 1, eventLimit: 10)
    #expect(result.finished)
    #expect(result.events == 0)
    #expect(result.time == 0)

    // Two reductions fill the electrode's row, two precursors turn to inorganic; then nothing.
    let two = try Barriers.only([.ecReductionElectrode: 0.3, .precursorReductionElectrode: 0.3])
    let frozen = try Barriers(two.values.map { $0 == 5 ? 100 : $0 })
    var run = Simulation(
      try SimulationParameters(barriers: frozen, width: 3, height: 5), seed: 1)
    run.advance(toEvents: 6)
    #expect(run.isFinished)
    let time = run.time
    run.advance(toEvents: 100)
    #expect(run.events == 6)
    #expect(run.time == time)
    #expect(run.lattice.count(of: .inorganic) == 3)
  }

  @Test func `the trajectory is that of this version of the rules`() {
    // Where this fails by intent, rulesVersion rises.
    let result = simulate(parameters, seed: 20, eventLimit: 20_000)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for code in result.lattice.codes { hash = (hash ^ UInt64(code)) &* 0x100_0000_01b3 }
    #expect(rulesVersion == 3)
    #expect(hash == 6_831_348_844_897_845_313)
  }

  @Test func `a configuration names what is wrong with it`() throws {
    let torn = try Lattice(width: 3, height: 3, codes: [1, 1, 1, 6, 0, 6, 2, 2, 2])
    #expect(throws: ConfigurationError.group(.dimer, [3])) { try Configuration(torn) }
    let small = try Lattice(width: 3, height: 3, codes: [1, 1, 1, 7, 7, 0, 2, 2, 2])
    #expect(throws: ConfigurationError.group(.organic, [3, 4])) { try Configuration(small) }
    let open = try Lattice(width: 3, height: 3, codes: [1, 0, 1, 0, 0, 0, 2, 2, 2])
    #expect(throws: ConfigurationError.border(.electrolyte, row: 0, column: 1)) {
      try Configuration(open)
    }
    let whole = Lattice(emptyWidth: 3, height: 3)
    #expect(throws: ConfigurationError.group(.organic, [3, 4, 5])) {
      try Configuration(whole, dimers: [], clusters: [[3, 4, 5]])
    }
    let configuration = try Configuration(whole)
    #expect(throws: ConfigurationError.self) {
      try Simulation(parameters, configuration: configuration, source: RandomSource(seed: 1))
    }
  }
}
