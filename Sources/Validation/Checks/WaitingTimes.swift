import Interphase
import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The wait for the first event is exponential with the total rate R.
enum WaitingTimes {
  /// A start whose total rate can be counted by hand.
  struct Start: Sendable {
    let name: String
    let setup: Setup
    /// What R is made of: rate constants, and how often each is listed.
    let listed: [(times: Double, reaction: Reaction)]

    /// The total rate [1/s].
    var totalRate: Double { listed.reduce(0) { $0 + $1.times * setup.rate(of: $1.reaction) } }
  }

  static let starts = [
    Start(
      name: "3 reductions", setup: Setup("~~~\n...\n###", [.ecReductionElectrode: 0.39]),
      listed: [(3, .ecReductionElectrode)]),
    Start(
      name: "5 reductions at 350 K",
      setup: Setup("~~~~~\n.....\n#####", [.ecReductionElectrode: 0.5], temperature: 350),
      listed: [(5, .ecReductionElectrode)]),
    Start(
      name: "hops and an escape",
      setup: Setup(
        "~~~~\n...P\n.O..\n....\n####", [.monomerDiffusion: 0.005, .precursorDiffusion: 0.02]),
      listed: [(4, .monomerDiffusion), (2, .precursorDiffusion), (1, .precursorEscape)]),
    // Of 20 ways of five monomers one is open: the engine draws in vain and then enumerates.
    Start(
      name: "one way out of 20",
      setup: Setup(
        "~~~~~\nFFFFF\nOFOFO\n.FFFF\nFFOFO\nFFFFF\n#####",
        [.monomerDiffusion: 0.3], tunnellingDepth: 0),
      listed: [(1, .monomerDiffusion)]),
  ]

  static func check(_ starts: [Start] = starts) -> Check {
    Check(
      "waiting-times",
      "The wait for the first event is exponential: mean 1/R, variance 1/R², and P(t) = 1 − exp(−Rt)"
        + " (Bortz, Kalos & Lebowitz 1975). R is counted by hand on four starts; times are in 1/R."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        let rate = start.totalRate
        let sample = try trial.part(start.name).sample(start.setup, runs: 80_000) { run in
          run.advance(toEvents: 1)
          return run.time * rate
        }
        outcome.add(findings(start.name, sample.values), from: sample)
      }
      return outcome
    }
  }

  private static func findings(_ name: String, _ waits: [Double]) -> [Finding] {
    [
      .mean("\(name): mean", waits, expected: 1, unit: "1/R"),
      .mean("\(name): variance", waits.map { ($0 - 1) * ($0 - 1) }, expected: 1, unit: "1/R²"),
      .distance("\(name): distribution", waits) { -expm1(-$0) },
    ]
  }
}
