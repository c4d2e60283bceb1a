import Interphase
import Testing

@testable import Validation

/// The checks hold for the simulator as it is, and fail where what they expect is wrong.
@Suite struct CheckTests {
  static let names = Check.all.map(\.name)

  @Test func `all checks hold in a quick validation that meets all nineteen reactions`() throws {
    let results = try Check.all.map { try #require($0.run(seed: 1, share: 0.05)) }
    let report = ValidationReport(results)
    for finding in report.findings {
      #expect(report.holds(finding), "\(finding)")
      #expect(finding.error > 0, "\(finding)")
    }
    #expect(report.holds)
    #expect(report.unseen == [])
    #expect(Set(Self.names).count == Self.names.count)
    let whole = try #require(results.first { $0.name == "mechanism" })
    #expect(whole.seen == Reaction.allCases)
  }

  @Test func `equal seeds find equal numbers, and others do not`() throws {
    let check = DimerRooms.check()
    let first = try #require(check.run(seed: 3, share: 0.02))
    #expect(check.run(seed: 3, share: 0.02) == first)
    #expect(check.run(seed: 4, share: 0.02) != first)
    #expect(check.run(seed: 3, share: 0.02, isStopped: { true }) == nil)
  }

  /// A check that expects something else than the rules say.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let name: String
    let check: Check
    var testDescription: String { name }
  }

  static let wrong: [Wrong] = [
    Wrong(
      name: "a wait a twentieth off",
      check: WaitingTimes.check([
        WaitingTimes.Start(
          name: "", setup: WaitingTimes.starts[0].setup, listed: [(3.15, .ecReductionElectrode)])
      ])),
    Wrong(
      name: "clusters slowed by exp(−n/25)",
      check: Diffusion.check([changed("cluster of 30, compact", factor: 0.8187)])),
    Wrong(
      name: "a dimer that hops to neighbours alone",
      check: Diffusion.check([changed("dimer", factor: 0.8)])),
    Wrong(
      name: "three precursors for four",
      check: Escapes.check([
        Escapes.Start(
          name: "", setup: Escapes.decay.setup, mean: Escapes.decay.mean * 0.88,
          ended: Escapes.decay.ended)
      ])),
    Wrong(
      name: "an escape at the hop's rate",
      check: Escapes.check([
        Escapes.Start(
          name: "", setup: Escapes.alone[0].setup, mean: Escapes.alone[0].mean,
          ended: { Escapes.alone[0].ended(0.9 * $0) })
      ])),
    Wrong(
      name: "a pair of precursors listed once",
      check: Branching.check([
        Branching.Start(
          name: "", setup: Branching.starts[1].setup,
          listed: Branching.starts[1].listed.merging([.dimerisation: 1]) { $1 })
      ])),
    Wrong(
      name: "a cluster without an intake of its own",
      check: Branching.check([
        Branching.Start(
          name: "", setup: corner.setup, listed: corner.listed.merging([.growthMonomer: 2]) { $1 })
      ])),
    Wrong(
      name: "outcomes of a dimer's hop equally likely",
      check: DimerRooms.check([
        DimerRooms.Start(
          name: "", picture: DimerRooms.starts[1].picture, listed: 4,
          outcomes: DimerRooms.starts[1].outcomes.map { ($0.sites, 0.2) })
      ])),
    Wrong(
      name: "pairs a tenth less likely to meet",
      check: Kinetics.check([
        Kinetics.Start(
          name: "", setup: box.setup,
          process: PureDeath(start: box.process.start, step: 2) { 0.8 * box.process.rate($0) },
          times: box.times, runs: 8000)
      ])),
  ]

  private static let box = Kinetics.secondOrder(mixing: 100)
  private static let corner = Branching.starts.first { $0.name.contains("corner") }!

  private static func changed(_ name: String, factor: Double) -> Diffusion.Walker {
    let walker = Diffusion.walkers.first { $0.name == name }!
    return Diffusion.Walker(
      name: "", shape: walker.shape, reaction: walker.reaction,
      coefficient: walker.coefficient * factor, listed: walker.listed, reach: walker.reach)
  }

  @Test(arguments: wrong)
  func `a wrong expectation fails`(wrong: Wrong) throws {
    let report = ValidationReport([try #require(wrong.check.run(seed: 1, share: 0.1))])
    #expect(!report.holds, "\(report.findings)")
  }

  @Test func `a report fails with one finding, with none, and with one that is no number`() {
    func finding(_ probability: Double) -> Finding {
      Finding(
        name: "", kind: .mean, expected: 1, measured: 1, error: 1, unit: "",
        probability: probability)
    }
    func report(_ findings: [Finding]) -> ValidationReport {
      ValidationReport([
        CheckResult(
          name: "", comparison: "", findings: findings, reactions: .init(repeating: 0, count: 19))
      ])
    }
    let good = [Finding](repeating: finding(0.5), count: 99)
    #expect(report(good).holds)
    #expect(report(good + [finding(2e-5)]).holds)
    #expect(!report(good + [finding(5e-6)]).holds)
    #expect(!report(good + [finding(.nan)]).holds)
    #expect(!report([]).holds)
    #expect(report(good).unseen == Reaction.allCases)
  }
}
