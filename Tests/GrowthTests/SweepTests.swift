import Growth
import Interphase
import KineticMonteCarlo
import Synchronization
import Testing

@Suite struct SweepTests {
  private static func plan(replicas: Int = 3) throws -> SweepPlan {
    try SweepPlan(
      SimulationParameters(barriers: .esmaeilpour, width: 12, height: 16),
      barriers: [
        SweptBarrier(.dimerisation, from: 0.3, to: 0.5, count: 3),
        SweptBarrier(.pairing, from: 0.6, to: 0.8, count: 2),
      ], firstSeed: 7, replicas: replicas, eventLimit: 3000)
  }

  @Test func `values are floats at equal steps, both ends included`() throws {
    let barrier = try SweptBarrier(.dimerisation, from: 0.30, to: 0.52, count: 12)
    #expect(barrier.values.count == 12)
    #expect(barrier.values[0] == 0.3)
    #expect(barrier.values[1] == 0.32)
    #expect(barrier.values[11] == 0.52)
    let design = try SweptBarrier(overDesignOf: .pairing, count: 5)
    #expect(design.values[0] == Float(0.7573 * 0.72))
    #expect(design.values[2] == 0.7573)
  }

  @Test func `the last barrier varies fastest`() throws {
    #expect(
      try Self.plan().points == [
        [0.3, 0.6], [0.3, 0.8], [0.4, 0.6], [0.4, 0.8], [0.5, 0.6], [0.5, 0.8],
      ])
  }

  @Test func `each run is the single run of its barriers and seed`() throws {
    let plan = try Self.plan()
    let points = try #require(plan.run())
    #expect(points.map(\.barriers) == plan.points)
    for point in points {
      let barriers = try Barriers.esmaeilpour.setting(.dimerisation, to: point.barriers[0])
        .setting(.pairing, to: point.barriers[1])
      let parameters = try SimulationParameters(barriers: barriers, width: 12, height: 16)
      #expect(point.runs.map(\.seed) == [7, 8, 9])
      for run in point.runs {
        let single = simulate(parameters, seed: run.seed, eventLimit: 3000)
        #expect(run.events == single.events)
        #expect(run.time == single.time)
        #expect(run.finished == single.finished)
        for measure in RunMeasure.allCases {
          #expect(run.value(of: measure) == measure.value(of: single))
        }
      }
    }
    // Which thread ran what is another matter every time; the result is not.
    #expect(plan.run() == points)
  }

  @Test func `a point tells the spread of what its runs measure`() throws {
    let point = try #require(Self.plan(replicas: 12).run()?.first)
    let summary = EnsembleSummary(
      of: point.runs.map { run in
        simulate(
          try! SimulationParameters(
            barriers: Barriers.esmaeilpour.setting(.dimerisation, to: 0.3)
              .setting(.pairing, to: 0.6), width: 12, height: 16),
          seed: run.seed, eventLimit: 3000)
      }, limits: RunLimits(events: 3000))
    #expect(point.spreads == summary.spreads)
    #expect(point.finished == summary.stopped[.finished] ?? 0)
  }

  @Test func `progress counts every run, and a stopped sweep gives nothing`() throws {
    let latest = Mutex(0)
    let plan = try Self.plan()
    _ = plan.run(progress: { progress in
      latest.withLock { $0 = max($0, progress.done) }
      #expect(progress.total == 18)
    })
    #expect(latest.withLock { $0 } == 18)
    #expect(plan.run(isStopped: { true }) == nil)
  }

  @Test func `what is no grid is refused`() throws {
    func values(_ lower: Double, _ upper: Double, _ count: Int) throws -> SweptBarrier {
      try SweptBarrier(.pairing, from: lower, to: upper, count: count)
    }
    #expect(throws: SweepError.range(.pairing, 0.5, 0.4)) { try values(0.5, 0.4, 3) }
    #expect(throws: SweepError.range(.pairing, 0.5, 0.5)) { try values(0.5, 0.5, 3) }
    #expect(throws: SweepError.count(.pairing, 1)) { try values(0.4, 0.5, 1) }
    #expect(throws: SweepError.count(.pairing, 1001)) { try values(0.4, 0.5, 1001) }
    #expect(throws: SweepError.outside(.pairing, -0.1)) { try values(-0.1, 0.5, 3) }
    #expect(throws: SweepError.outside(.pairing, 200)) { try values(0.1, 200, 3) }
    #expect(throws: SweepError.self) { try values(.nan, 0.5, 3) }
    #expect(throws: SweepError.self) { try values(0.1, .infinity, 3) }
    #expect(throws: SweepError.narrow(.pairing, 0.5, 0.500001, 900)) {
      try values(0.5, 0.500001, 900)
    }
    let barrier = try values(0.4, 0.5, 3)
    let parameters = SimulationParameters(published: .middle)
    #expect(throws: SweepError.twice(.pairing)) {
      try SweepPlan(parameters, barriers: [barrier, barrier], firstSeed: 1, replicas: 1)
    }
    #expect(throws: SweepError.barriers(0)) {
      try SweepPlan(parameters, barriers: [], firstSeed: 1, replicas: 1)
    }
    #expect(throws: SweepError.runs(points: 3, replicas: 400_000)) {
      try SweepPlan(parameters, barriers: [barrier], firstSeed: 1, replicas: 400_000)
    }
  }
}
