import DataSets
import Growth
import Interphase
import KineticMonteCarlo
import Testing

@Suite struct PresetTests {
  @Test(arguments: [
    (BarrierPreset.porousOrganicFilm, Outcome.organicFilm, true),
    (.dissolvedProduct, .solution, false), (.inorganicFilm, .inorganic, true),
    (.monolayer, .monolayer, false),
  ])
  func `a preset comes to its outcome`(
    preset: BarrierPreset, outcome: Outcome, finishes: Bool
  ) throws {
    let runs = try #require(
      Ensemble.run(
        SimulationParameters(published: preset.barriers), firstSeed: 101, count: 12))
    #expect(runs.map { Outcome(of: $0.lattice) } == [Outcome](repeating: outcome, count: 12))
    #expect(runs.allSatisfy { $0.finished == finishes })
    let summary = EnsembleSummary(of: runs, limits: RunLimits(events: 1_000_000))
    #expect(summary.stopped == [finishes ? .finished : .events: 12])
    #expect(summary.spreads[.thickness]?.isBimodal == false)
    #expect((summary.spreads[.passivationTime] != nil) == finishes)
  }

  @Test func `the inorganic preset is as high as electrons tunnel, the bistable one is two`() throws
  {
    let limits = RunLimits(events: SimulationParameters.defaultEventLimit)
    let bistable = try #require(
      Ensemble.run(
        SimulationParameters(published: BarrierPreset.bistable.barriers), firstSeed: 201,
        count: 60))
    let spread = try #require(EnsembleSummary(of: bistable, limits: limits).spreads[.thickness])
    #expect(spread.isBimodal == true)
    #expect(bistable.contains { $0.observables.thickness < 2 })
    #expect(bistable.contains { $0.observables.thickness > 15 })
    let inorganic = simulate(
      SimulationParameters(published: BarrierPreset.inorganicFilm.barriers), seed: 301)
    #expect((4..<5).contains(inorganic.observables.thickness))
  }

  @Test func `an unknown preset names the nearest, or all`() throws {
    let near = try #require(throws: PresetError.self) { try BarrierPreset.named("monlayer") }
    #expect(near.description.contains("did you mean 'monolayer'?"))
    let far = try #require(throws: PresetError.self) { try BarrierPreset.named("?") }
    for preset in BarrierPreset.allCases {
      #expect(far.description.contains(preset.rawValue))
    }
  }
}
