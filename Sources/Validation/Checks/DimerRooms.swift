import Interphase
import KineticMonteCarlo

/// Where a dimer's hop ends: the first site among those listed, the second uniformly among the room
/// beside it.
enum DimerRooms {
  /// A dimer alone, and where its first hop can take it.
  struct Start: Sendable {
    let name: String
    let picture: String
    /// First sites listed: total rate / k.
    let listed: Double
    /// Two new sites each, as column and row, and their chance.
    let outcomes: [(sites: [[Int]], chance: Double)]
  }

  static let starts = [
    // Six first sites with three rooms each; two outcomes come about in two ways.
    Start(
      name: "in the open",
      picture: "~~~~~~~~\n........\n........\n...<>...\n........\n........\n########",
      listed: 6,
      outcomes: [
        ([[2, 3], [1, 3]], 1), ([[2, 3], [2, 4]], 1), ([[2, 3], [2, 2]], 1),
        ([[3, 4], [2, 4]], 1), ([[3, 4], [3, 5]], 1), ([[3, 4], [4, 4]], 2),
        ([[3, 2], [2, 2]], 1), ([[3, 2], [3, 1]], 1), ([[3, 2], [4, 2]], 2),
        ([[5, 3], [6, 3]], 1), ([[5, 3], [5, 4]], 1), ([[5, 3], [5, 2]], 1),
        ([[4, 4], [5, 4]], 1), ([[4, 4], [4, 5]], 1), ([[4, 2], [5, 2]], 1),
        ([[4, 2], [4, 1]], 1),
      ].map { ($0, $1 / 18) }),
    // Four first sites, with one, two, one and two rooms.
    Start(
      name: "among inorganic", picture: "~~~~~~\n......\n..F...\n.<>F..\nF.....\n######", listed: 4,
      outcomes: [
        ([[0, 2], [0, 3]], 1.0 / 4), ([[1, 3], [0, 3]], 1.0 / 8), ([[1, 3], [1, 4]], 1.0 / 8),
        ([[1, 1], [2, 1]], 1.0 / 4 + 1.0 / 8), ([[2, 1], [3, 1]], 1.0 / 8),
      ]),
    // The site to the left is free, but has no room beside it: not listed.
    Start(
      name: "beside a site without room",
      picture: "~~~~~~\n......\nF.F...\n.<>F..\nF.....\n######", listed: 3,
      outcomes: [
        ([[1, 3], [1, 4]], 1.0 / 3), ([[1, 1], [2, 1]], 1.0 / 3 + 1.0 / 6),
        ([[2, 1], [3, 1]], 1.0 / 6),
      ]),
  ]

  static func check(_ starts: [Start] = starts) -> Check {
    Check(
      "dimer-rooms",
      "A dimer's hop: one event for each half and each free neighbour that has room beside it, the"
        + " second site drawn uniformly from that room, judged before the move. Chances of all"
        + " outcomes by hand."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        let setup = Setup(start.picture, [.dimerDiffusion: 0.35])
        let width = setup.parameters.width
        let rate = start.listed * setup.rate(of: .dimerDiffusion)
        let pairs = start.outcomes.map { $0.sites.map { $0[1] * width + $0[0] }.sorted() }
        let sample = try trial.part(start.name).sample(setup, runs: 50_000) { run in
          run.advance(toEvents: 1)
          let halves = run.configuration.dimers[0].sorted()
          return (outcome: pairs.firstIndex(of: halves), wait: run.time * rate)
        }
        outcome.add(findings(start, sample.values), from: sample)
      }
      return outcome
    }
  }

  private static func findings(
    _ start: Start, _ values: [(outcome: Int?, wait: Double)]
  ) -> [Finding] {
    var observed = [Int](repeating: 0, count: start.outcomes.count)
    for value in values { if let outcome = value.outcome { observed[outcome] += 1 } }
    return [
      .counts(
        "\(start.name): where", observed, chances: start.outcomes.map(\.chance),
        outside: values.count { $0.outcome == nil }),
      .mean("\(start.name): wait", values.map(\.wait), expected: 1, unit: "1/R"),
    ]
  }
}
