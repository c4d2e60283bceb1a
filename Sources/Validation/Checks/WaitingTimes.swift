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

  /// Each barrier alone, all other reactions off: nothing competes, nothing hops.
  ///
  /// The hops have theirs in ``Diffusion``, the escapes in ``Escapes``.
  static let single: [Start] = [
    (Reaction.ecReductionElectrode, "~~~\n...\n###", 3.0),
    (.ecReductionInorganic, "~~~\n...\nF..\n###", 2),
    (.precursorReductionElectrode, "~~~\n...\nP.P\n###", 2),
    (.dimerisation, "~~~\n...\nPP.\n###", 2),
    (.pairing, "~~~\n...\nOO.\n###", 2),
    (.nucleation3, "~~~~\n....\nO<>.\n####", 1),
    (.precursorReductionInorganic, "~~~\n...\nFP.\n###", 1),
    // The neighbour's own event, and the cluster's intake of it.
    (.growthMonomer, "~~~~~\n.....\naaaO.\n#####", 2),
    (.growthDimer, "~~~~~~\n......\naaa<>.\n######", 2),
    (.nucleation4, "~~~~~\n.....\n<><>.\n#####", 2),
    (.coalescence, "~~~~~~~~\n........\n.aaabbb.\n########", 2),
  ].map { reaction, picture, times in
    Start(
      name: reaction.id, setup: Setup(picture, [reaction: 0.4]), listed: [(times, reaction)])
  }

  /// The rate constant of each reaction that neither hops nor escapes, from waits of it alone.
  static func rates(_ starts: [Start] = single) -> Check {
    Check(
      "rates",
      "A reaction that alone is possible, listed n times, waits 1/nk in the mean with"
        + " k = (k_B T / h) exp(−E / k_B T) (Eyring) at 0.4 eV and 300 K."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        let rate = start.totalRate
        let sample = try trial.part(start.name).sample(start.setup, runs: 60_000) { run in
          run.advance(toEvents: 1)
          return run.time * rate
        }
        outcome.add(
          [.mean("\(start.name): wait", sample.values, expected: 1, unit: "1/nk")], from: sample)
      }
      return outcome
    }
  }

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
