import Interphase
import KineticMonteCarlo
import ReferenceSimulator
import SampleStatistics
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Many runs of the engine beside as many of the reference: equal distributions.
@Suite struct EnsembleTests {
  /// What a run came to, as named numbers.
  private func measures(
    _ lattice: Lattice, _ reactions: [Int], time: Double, finished: Bool
  ) -> [(String, Double)] {
    let seen = Observables(of: lattice)
    let species = zip(Species.allCases, lattice.counts).map { ($0.name, Double($1)) }
    let events = zip(Reaction.allCases, reactions).map { ($0.id, Double($1)) }
    return species + events + [
      ("thickness", seen.thickness), ("porosity", seen.porosity), ("density", seen.density),
      ("roughness", seen.roughness), ("log time", log(time)), ("finished", finished ? 1 : 0),
    ]
  }

  @Test(arguments: 1...4)
  func `runs come out as the reference's do`(vector: Int) throws {
    var draws = RandomSource(seed: UInt64(vector))
    let parameters = try SimulationParameters(
      barriers: .random(in: 0.3...0.42, using: &draws), width: 6 + vector % 2, height: 8)
    let start = Configuration.random(
      width: parameters.width, height: parameters.height, using: &draws)
    let limit = 80
    let runs = 150
    var engine: [[(String, Double)]] = []
    var reference: [[(String, Double)]] = []
    for seed in 0..<UInt64(runs) {
      var run = try Simulation(
        parameters, configuration: start, source: RandomSource(seed: seed))
      run.advance(toEvents: limit)
      engine.append(
        measures(run.lattice, run.reactionCounts, time: run.time, finished: run.isFinished))
      var other = ReferenceSimulation(
        parameters, state: ReferenceState(start), seed: 10_000 + seed)
      other.advance(toEvents: limit)
      let finished = other.isFinished || other.state.events(parameters).isEmpty
      reference.append(
        measures(
          other.state.lattice, other.reactionCounts, time: other.time, finished: finished))
    }
    for index in engine[0].indices {
      let name = engine[0][index].0
      let one = Estimate(engine.map { $0[index].1 })
      let two = Estimate(reference.map { $0[index].1 })
      // At least what one event in all runs would change: a rare reaction has no spread to go by.
      let error = (one.error * one.error + two.error * two.error).squareRoot()
      let band = 4 * max(error, 1 / Double(runs))
      #expect(
        abs(one.mean - two.mean) <= band,
        "vector \(vector), \(name): \(one.mean) beside \(two.mean) ± \(error)")
    }
  }
}
