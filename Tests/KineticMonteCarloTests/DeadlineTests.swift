import Interphase
import KineticMonteCarlo
import Testing

/// Runs that stop at a simulated time.
@Suite struct DeadlineTests {
  private static func parameters(_ seed: UInt64) throws -> SimulationParameters {
    var draws = RandomSource(seed: seed)
    return try SimulationParameters(
      barriers: .random(in: 0.3...0.42, using: &draws),
      width: Int.random(in: 3...12, using: &draws), height: Int.random(in: 3...12, using: &draws))
  }

  /// The times and films of a run, event by event.
  private func films(_ parameters: SimulationParameters, seed: UInt64, events: Int)
    -> [(time: Double, lattice: Lattice)]
  {
    var run = Simulation(parameters, seed: seed)
    var films = [(time: 0.0, lattice: run.lattice)]
    while run.events < events, !run.isFinished {
      run.advance(toEvents: run.events + 1)
      films.append((run.time, run.lattice))
    }
    return films
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the film at a time is that after the last event before it`(seed: UInt64) throws {
    let parameters = try Self.parameters(seed)
    let films = films(parameters, seed: seed, events: 600)
    var draws = RandomSource(seed: seed)
    var run = Simulation(parameters, seed: seed)
    var deadline = 0.0
    for _ in 0..<60 {
      // Some at events, some between them.
      let (low, high) = (films.randomElement(using: &draws)!, films.randomElement(using: &draws)!)
      let chosen = Bool.random(using: &draws) ? low.time : (low.time + high.time) / 2
      guard chosen >= deadline else { continue }
      deadline = chosen
      let stop = run.advance(toEvents: 600, deadline: deadline)
      let expected = films.last { $0.time <= deadline }!
      #expect(run.time == expected.time, "seed \(seed), \(deadline) s")
      #expect(run.lattice == expected.lattice, "seed \(seed), \(deadline) s")
      #expect(stop == .deadline || run.events == 600 || run.isFinished)
    }
    run.advance(toEvents: 600)
    #expect(SimulationResult(run, seed: seed) == simulate(parameters, seed: seed, eventLimit: 600))
  }

  @Test func `deadlines through a long run change nothing`() {
    let parameters = SimulationParameters(published: .esmaeilpour)
    let whole = simulate(parameters, seed: 6, eventLimit: 300_000)
    var run = Simulation(parameters, seed: 6)
    var time = 1e-12
    while run.events < 300_000 {
      let stop = run.advance(toEvents: 300_000, deadline: time)
      #expect(run.time <= time)
      #expect(stop != .finished)
      time *= 1.3
    }
    #expect(SimulationResult(run, seed: 6) == whole)
  }

  @Test func `why a run stopped is said`() throws {
    let parameters = SimulationParameters(published: .middle)
    var run = Simulation(parameters, seed: 1)
    #expect(run.advance(toEvents: 10, deadline: 0) == .deadline)
    #expect(run.events == 0)
    #expect(run.advance(toEvents: 10) == .eventLimit)
    let never = try Barriers([Float](repeating: 100, count: 15))
    var still = Simulation(SimulationParameters(published: never), seed: 1)
    #expect(still.advance(toEvents: 10) == .finished)
  }

  @Test func `the last reduction is that of the last event that transfers an electron`() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var run = Simulation(try Self.parameters(seed), seed: seed)
      var last = 0.0
      var counts = run.reactionCounts
      while run.events < 400, !run.isFinished {
        run.advance(toEvents: run.events + 1)
        let reaction = Reaction.allCases.first {
          run.reactionCounts[$0.rawValue - 1] > counts[$0.rawValue - 1]
        }
        if reaction?.transfersElectron == true { last = run.time }
        counts = run.reactionCounts
      }
      #expect(last > 0)
      #expect(run.lastReductionTime == last, "seed \(seed)")
    }
  }
}
