import Interphase
import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What goes into the sink, and when.
enum Escapes {
  /// A start of which all leaves in the end.
  struct Start: Sendable {
    let name: String
    let setup: Setup
    /// The expected time of the last event [s].
    let mean: Double
    /// The share of runs that have ended by a time [s].
    let ended: @Sendable (Double) -> Double
  }

  /// All that is at the sink and can but leave: exponential, n halves of a dimer at n times the rate.
  static let alone: [Start] = [
    ("precursor", "~~~\n.P.\n###", Reaction.precursorEscape, 1.0),
    ("monomer", "~~~\n.O.\n###", .monomerEscape, 1),
    ("dimer, one half at the sink", "~~~\n.^.\n.v.\n###", .dimerEscape, 1),
    ("dimer, both halves there", "~~~\n.<>\n...\n###", .dimerEscape, 2),
    ("cluster of 4", "~~~~\n.aaa\n.a..\n....\n####", .clusterEscape, 1),
  ].map { name, picture, reaction, times in
    let setup = Setup(picture, [:])
    let rate = times * setup.rate(of: reaction)
    return Start(name: name, setup: setup, mean: 1 / rate) { -expm1(-rate * $0) }
  }

  /// N independent decays: the last of N is gone with (1 − e^−kt)^N.
  ///
  /// In a lattice of three rows every precursor touches the sink wherever it hops; dimerisation is off.
  static let decay: Start = {
    let setup = Setup("~~~~~~~\nP.P.PP.\n#######", [.precursorDiffusion: 0])
    let rate = setup.rate(of: .precursorEscape)
    return Start(
      name: "first-order decay: the last of 4 precursors", setup: setup,
      mean: (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4) / rate
    ) { pow(-expm1(-rate * $0), 4) }
  }()

  /// A walker from the lowest of n rows to the sink: hops up and down at k, leaves the uppermost row
  /// at κ.
  ///
  /// The electrode reflects it, and steps aside do not matter. The mean is n(n−1)/2k + n/κ, and the
  /// distribution that of a chain of n states.
  static func diffusive(
    _ name: String, _ letter: String, _ hop: Reaction, barrier: Float, _ escape: Reaction
  ) -> Start {
    let rows = 5
    let empty = [String](repeating: "...", count: rows - 1)
    let picture = (["~~~"] + empty + [".\(letter).", "###"]).joined(separator: "\n")
    let setup = Setup(picture, [hop: barrier])
    let (up, leave) = (setup.rate(of: hop), setup.rate(of: escape))
    let mean = Double(rows * (rows - 1)) / (2 * up) + Double(rows) / leave
    let walk = RowWalk(rows: rows, hop: up, escape: leave, until: 30 * mean)
    return Start(name: name, setup: setup, mean: mean) { walk.escaped(by: $0) }
  }

  static let starts =
    alone + [
      decay,
      diffusive(
        "precursor from 5 rows below the sink", "P", .precursorDiffusion, barrier: 0.02,
        .precursorEscape),
      diffusive(
        "monomer from 5 rows below the sink", "O", .monomerDiffusion, barrier: 0.03,
        .monomerEscape),
    ]

  static func check(_ starts: [Start] = starts) -> Check {
    Check(
      "escapes",
      "Decay into the sink: what can but leave does so after an exponential time, the last of N"
        + " precursors by (1 − exp(−kt))^N with mean H_N/k, and a walker n rows below after"
        + " n(n−1)/2k + n/κ in the mean (first passage of a chain with one reflecting end). Times in"
        + " the expected mean."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        let sample = try trial.part(start.name).sample(start.setup, runs: 50_000) { run in
          while !run.isFinished { run.advance(toEvents: run.events + 1000) }
          return run.time
        }
        outcome.add(
          [
            .mean(
              "\(start.name): mean", sample.values.map { $0 / start.mean }, expected: 1,
              unit: "of the mean"),
            .distance("\(start.name): distribution", sample.values, cumulative: start.ended),
          ], from: sample)
      }
      return outcome
    }
  }
}
