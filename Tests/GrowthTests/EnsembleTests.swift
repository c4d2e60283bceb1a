import Growth
import Interphase
import KineticMonteCarlo
import Synchronization
import Testing

@Suite struct EnsembleTests {
  @Test func `replicas are single runs in the order of their seeds`() throws {
    let parameters = SimulationParameters(published: .esmaeilpour)
    let runs = try #require(
      Ensemble.run(parameters, firstSeed: 11, count: 5, eventLimit: 2000))
    #expect(runs.map(\.seed) == [11, 12, 13, 14, 15])
    for run in runs {
      #expect(run == simulate(parameters, seed: run.seed, eventLimit: 2000))
    }
  }

  @Test func `a stopped ensemble gives nothing`() {
    let finished = Atomic(0)
    let runs = Ensemble.run(
      SimulationParameters(published: .esmaeilpour), firstSeed: 1, count: 50, eventLimit: 1000,
      isStopped: { finished.load(ordering: .relaxed) >= 3 },
      finishedOne: { _ in finished.wrappingAdd(1, ordering: .relaxed) })
    #expect(runs == nil)
    #expect(finished.load(ordering: .relaxed) < 50)
  }
}
