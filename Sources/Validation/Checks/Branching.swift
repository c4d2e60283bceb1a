import Interphase
import KineticMonteCarlo

/// Which of several possible events happens: k_i · n_i / Σ, the n_i counted by hand.
enum Branching {
  /// A start and what the rules list for it.
  struct Start: Sendable {
    let name: String
    let setup: Setup
    /// How often each reaction is listed; for a cluster's move times exp(−n/30).
    let listed: [Reaction: Double]
  }

  private static let reductions: [Reaction: Float] = [
    .ecReductionElectrode: 0.33, .ecReductionInorganic: 0.32, .precursorReductionElectrode: 0.31,
    .dimerisation: 0.3, .precursorReductionInorganic: 0.315, .precursorDiffusion: 0.305,
  ]
  /// Reactions of monomer and dimer that are no faster than their hops: the engine hides them.
  private static let hopFaster: [Reaction: Float] = [
    .pairing: 0.31, .nucleation3: 0.325, .growthMonomer: 0.32, .growthDimer: 0.31,
    .nucleation4: 0.305, .coalescence: 0.31, .dimerDiffusion: 0.3, .monomerDiffusion: 0.3,
    .clusterDiffusion: 0.3,
  ]
  /// The same reactions, faster than the hops: the engine lists them.
  private static let hopSlower = hopFaster.merging([
    .dimerDiffusion: 0.335, .monomerDiffusion: 0.34,
  ]) { $1 }

  private static let growth: [Reaction: Float] = [.growthMonomer: 0.02, .growthDimer: 0.03]

  private static func start(
    _ name: String, _ rows: [String], _ listed: [Reaction: Double],
    _ barriers: [Reaction: Float] = reductions
  ) -> Start {
    Start(
      name: name, setup: Setup(rows.joined(separator: "\n"), barriers), listed: listed)
  }

  private static func both(
    _ name: String, _ rows: [String], _ listed: [Reaction: Double]
  ) -> [Start] {
    [
      start("\(name), slower than hops", rows, listed, hopFaster),
      start("\(name), faster than hops", rows, listed, hopSlower),
    ]
  }

  static let starts: [Start] =
    [
      // Three electrolyte sites above the electrode; beside F its right and its upper neighbour.
      start(
        "two reductions", ["~~~~", "....", "....", "F...", "####"],
        [.ecReductionElectrode: 3, .ecReductionInorganic: 2]),
      // Rows 1 to 4 lie within tunnelling depth, 5 and 6 beyond.
      start(
        "tunnelling depth", ["~~~", "F..", "FP.", "FP.", "F..", "F..", "F..", "###"],
        [
          .ecReductionElectrode: 2, .ecReductionInorganic: 3, .precursorReductionInorganic: 1,
          .dimerisation: 2, .precursorDiffusion: 4,
        ]),
      start(
        "depositions", ["~~~~", "FF..", "FPP.", "####"],
        [
          .precursorReductionElectrode: 2, .precursorReductionInorganic: 2, .dimerisation: 2,
          .precursorDiffusion: 2, .ecReductionElectrode: 1, .ecReductionInorganic: 1,
        ]),
    ]
    + both(
      "monomers", ["~~~~~~", "......", "......", ".OO...", "......", "######"],
      [.pairing: 2, .monomerDiffusion: 6])
    + both(
      "monomer and dimer", ["~~~~~~~", ".......", ".......", ".O<>...", ".......", "#######"],
      [.nucleation3: 1, .monomerDiffusion: 3, .dimerDiffusion: 5])
    + both(
      "two dimers", ["~~~~~~", "......", "......", ".<>...", ".<>...", "......", "######"],
      [.nucleation4: 4, .dimerDiffusion: 8])
    // Two sides of O touch the cluster, which lists an intake of its own.
    + both(
      "monomer in a cluster's corner",
      ["~~~~~~", "......", "......", "..aO..", "..aa..", "......", "######"],
      [.growthMonomer: 3, .monomerDiffusion: 2])
    // The dimer's halves each touch the cluster, which lists an intake of its own.
    + both(
      "dimer along a cluster",
      ["~~~~~~~", ".......", ".......", "..<>...", "..aaa..", ".......", "#######"],
      [.growthDimer: 3, .dimerDiffusion: 4])
    + [
      // Each is in the other's way; both can move up and down, and the left one left.
      start(
        "two clusters",
        ["~~~~~~~~", "........", "........", ".aaabbbb", "........", "########"],
        [
          .coalescence: 2,
          .clusterDiffusion: 3 * RateConstants.slowdown(sites: 3)
            + 2 * RateConstants.slowdown(sites: 4),
        ], hopFaster),
      // The cluster takes in the neighbour on the lowest site: the monomer below, then the dimer.
      start(
        "intake of the lower monomer",
        ["~~~~~~", "......", "..<>..", "..aaa.", "....O.", "......", "######"],
        [.growthMonomer: 2, .growthDimer: 2], growth),
      start(
        "intake of the lower dimer", ["~~~~~~", "......", "..aaaO", "..<>..", "......", "######"],
        [.growthMonomer: 1, .growthDimer: 3], growth),
      // At the sink beside each other; precursors are also reduced, by electrode and by F.
      start(
        "at the sink and the electrode", ["~~~", "FPP", "###"],
        [
          .precursorEscape: 2, .dimerisation: 2, .precursorReductionElectrode: 2,
          .precursorReductionInorganic: 1,
        ],
        [
          .precursorReductionElectrode: 0.02, .precursorReductionInorganic: 0.0,
          .dimerisation: 0.015,
        ]),
    ]

  static func check(_ starts: [Start] = starts) -> Check {
    Check(
      "branching",
      "Of competing events each happens with its share of the total rate, n_i k_i / Σ n_j k_j, how"
        + " often n_i the rules list it counted by hand; the wait is 1 / Σ n_j k_j. So the ratio of two"
        + " outcomes is n₁/n₂ · exp((E₂ − E₁) / k_B T)."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        let rates = Reaction.allCases.map {
          start.listed[$0, default: 0] * start.setup.rate(of: $0)
        }
        let total = rates.reduce(0, +)
        let sample = try trial.part(start.name).sample(start.setup, runs: 50_000) { run in
          run.advance(toEvents: 1)
          return run.time * total
        }
        outcome.add(
          [
            .counts("\(start.name): which", sample.reactions, chances: rates.map { $0 / total }),
            .mean("\(start.name): wait", sample.values, expected: 1, unit: "1/R"),
          ], from: sample)
      }
      return outcome
    }
  }
}
