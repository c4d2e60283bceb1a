import Growth
import Interphase
import KineticMonteCarlo
import Testing

@Suite struct SensitivityTests {
  private func plan(replicas: Int, step: Double) throws -> SensitivityPlan {
    try SensitivityPlan(
      SimulationParameters(
        barriers: BarrierPreset.inorganicFilm.barriers, width: 12, height: 12), firstSeed: 1,
      replicas: replicas, step: step, limits: RunLimits(events: 1_000_000))
  }

  @Test func `one rate decides when the inorganic film is passive, and all together scale time`()
    throws
  {
    let sensitivity = try #require(Sensitivity.measure(try plan(replicas: 32, step: 0.03)))
    #expect(sensitivity.base.count == 32)
    #expect(sensitivity.limiting(.passivationTime).first == .precursorReductionInorganic)
    var (sum, variance) = (0.0, 0.0)
    for reaction in Reaction.withBarrier {
      let effect = try #require(sensitivity.effect(of: reaction, on: .passivationTime))
      #expect(effect.pairs == 32)
      sum += try #require(effect.elasticity)
      let error = try #require(effect.elasticityError)
      variance += error * error
    }
    // The escapes' fixed rates have no part in it, nor do the differences' higher orders.
    #expect(abs(sum + 1) < 4 * variance.squareRoot(), "\(sum) ± \(variance.squareRoot())")
  }

  @Test func `an effect is the mean difference between equal seeds`() throws {
    let plan = try plan(replicas: 5, step: 0.05)
    let sensitivity = try #require(Sensitivity.measure(plan))
    let barriers = plan.parameters.barriers
    func inorganic(_ change: Float, seed: UInt64) throws -> Double {
      var parameters = plan.parameters
      parameters.barriers = try barriers.setting(
        .dimerisation, to: barriers[.dimerisation] + change)
      return simulate(parameters, seed: seed).observables.inorganic
    }
    let changes = try (1...5).map {
      (try inorganic(0.05, seed: $0) - inorganic(-0.05, seed: $0)) / 2
    }
    let effect = try #require(sensitivity.effect(of: .dimerisation, on: .inorganic))
    #expect(abs(effect.change - changes.reduce(0, +) / 5) < 1e-12)
    #expect(sensitivity.effect(of: .monomerEscape, on: .inorganic) == nil)
  }

  @Test func `impossible plans are refused`() throws {
    #expect(throws: SensitivityError.replicas(3)) { try plan(replicas: 3, step: 0.02) }
    #expect(throws: SensitivityError.step(0)) { try plan(replicas: 8, step: 0) }
    #expect(throws: SensitivityError.self) { try plan(replicas: 8, step: 0.4) }
    #expect(throws: SensitivityError.self) { try plan(replicas: 8, step: .nan) }
  }

  @Test func `shares of work add up`() throws {
    let runs = try #require(
      Ensemble.run(
        SimulationParameters(published: BarrierPreset.esmaeilpour.barriers), firstSeed: 1,
        count: 3, eventLimit: 20_000))
    let work = ReactionWork.all(in: runs)
    #expect(abs(work.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(abs(work.reduce(0) { $0 + $1.shareWithoutHops } - 1) < 1e-12)
    let charge = runs.reduce(0) { $0 + $1.chargeBalance.charge } / 3
    #expect(abs(work.reduce(0) { $0 + $1.charge } - charge) < 1e-9)
  }
}
