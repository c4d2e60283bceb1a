import Interphase
import KineticMonteCarlo

/// Lone walkers: ⟨r²⟩ = 4Dt.
enum Diffusion {
  /// A particle alone, further from all borders than it comes.
  struct Walker: Sendable {
    let name: String
    /// Its rows, top first, as ``Setup`` draws them.
    let shape: [String]
    let reaction: Reaction
    /// D / (a²k), k the hop's rate constant.
    let coefficient: Double
    /// Its total rate / k.
    let listed: Double
    /// The farthest that a hop takes its middle [a].
    var reach = 1
  }

  /// Hops in the mean.
  static let hops = 8

  static let walkers =
    [
      Walker(
        name: "precursor", shape: ["P"], reaction: .precursorDiffusion, coefficient: 1, listed: 4),
      Walker(
        name: "monomer", shape: ["O"], reaction: .monomerDiffusion, coefficient: 1, listed: 4),
      // Six ways at k: two along the dimer, which move its middle by 3 a² in the mean square, and
      // four aside, by 11/6 a². So 4D = k · (2 · 3 + 4 · 11/6) a².
      Walker(
        name: "dimer", shape: ["<>"], reaction: .dimerDiffusion, coefficient: 10.0 / 3, listed: 6,
        reach: 2),
    ] + clusters

  private static let clusters = [
    ("cluster of 3, straight", ["aaa"]),
    ("cluster of 3, bent", ["aa", "a."]),
    ("cluster of 10, compact", ["aaaaa", "aaaaa"]),
    ("cluster of 10, branched", ["a.a.a", "aaaaa", "a...a"]),
    ("cluster of 30, compact", [String](repeating: "aaaaaa", count: 5)),
    (
      "cluster of 30, branched",
      ["a..a..a..a", "a..a..a..a", "aaaaaaaaaa", "a..a..a..a", "a..a..a..a", "a..a..a..a"]
    ),
  ].map { name, shape in cluster(name, shape) }

  /// A cluster of n sites: 4 ways at k · exp(−n/30).
  static func cluster(_ name: String, _ shape: [String]) -> Walker {
    let slowdown = RateConstants.slowdown(sites: shape.joined().count { $0 == "a" })
    return Walker(
      name: name, shape: shape, reaction: .clusterDiffusion, coefficient: slowdown,
      listed: 4 * slowdown)
  }

  static func check(_ walkers: [Walker] = walkers) -> Check {
    Check(
      "diffusion",
      "A lone walker's mean square displacement at a time is 4Dt: D = a²k for P and O, (10/3) a²k for"
        + " the dimer's two-site hop, a²k·exp(−n/30) for a cluster of n sites; and its waits are those"
        + " of its total rate: 4k, 6k, 4k·exp(−n/30). No way is favoured."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for walker in walkers {
        try outcome.add(displacements(of: walker, trial))
        try outcome.add(waits(of: walker, trial))
      }
      return outcome
    }
  }

  /// ⟨r²⟩ / 4t at the time of ``hops`` hops in the mean.
  private static func displacements(
    of walker: Walker, _ trial: Trial
  ) throws(Stopped) -> Check.Outcome {
    let setup = setup(of: walker, margin: hops * walker.reach + 6)
    let time = Double(hops) / walker.listed
    let deadline = time / setup.rate(of: walker.reaction)
    let start = middle(of: setup.configuration.lattice)
    let sample = try trial.part(walker.name).sample(setup, runs: 40_000) { run in
      run.advance(toEvents: .max, deadline: deadline)
      let end = middle(of: run.lattice)
      return (x: end.x - start.x, y: end.y - start.y)
    }
    let squares = sample.values.map { ($0.x * $0.x + $0.y * $0.y) / (4 * time) }
    var outcome = Check.Outcome()
    outcome.add(
      [
        .mean("\(walker.name): D", squares, expected: walker.coefficient, unit: "a²k"),
        isotropy("\(walker.name): no drift", sample.values, isRound: walker.reach == 1),
      ], from: sample)
    return outcome
  }

  /// No way is favoured: ⟨x⟩ = ⟨y⟩ = ⟨xy⟩ = 0, and ⟨x²⟩ = ⟨y²⟩ but for a dimer, which remembers for a
  /// while how it lay.
  private static func isotropy(
    _ name: String, _ ends: [(x: Double, y: Double)], isRound: Bool
  ) -> Finding {
    let round = isRound ? [(of: "x² − y²", values: ends.map { $0.x * $0.x - $0.y * $0.y })] : []
    let means =
      round + [("x", ends.map(\.x)), ("y", ends.map(\.y)), ("xy", ends.map { $0.x * $0.y })]
    return .largest(
      name,
      means.map { (of: $0.of, sigma: Finding.mean($0.of, $0.values, expected: 0).deviation) })
  }

  /// The mean wait of the first hops, too few to reach a border.
  private static func waits(of walker: Walker, _ trial: Trial) throws(Stopped) -> Check.Outcome {
    let setup = setup(of: walker, margin: 5 * walker.reach + 1)
    let rate = setup.rate(of: walker.reaction)
    let sample = try trial.part("\(walker.name) waits").sample(setup, runs: 40_000) { run in
      run.advance(toEvents: 5)
      return run.time * rate / 5
    }
    var outcome = Check.Outcome()
    outcome.add(
      [
        .mean("\(walker.name): wait", sample.values, expected: 1 / walker.listed, unit: "1/k")
      ], from: sample)
    return outcome
  }

  /// The walker in the middle of electrolyte, so many sites from each border.
  private static func setup(of walker: Walker, margin: Int) -> Setup {
    let side = String(repeating: ".", count: margin)
    let width = walker.shape[0].count + 2 * margin
    let empty = [String](repeating: String(repeating: ".", count: width), count: margin)
    let rows =
      [String(repeating: "~", count: width)] + empty + walker.shape.map { side + $0 + side } + empty
      + [String(repeating: "#", count: width)]
    return Setup(rows.joined(separator: "\n"), [walker.reaction: 0.4])
  }

  /// The middle of all that is neither electrolyte nor border.
  private static func middle(of lattice: Lattice) -> (x: Double, y: Double) {
    var (x, y, count) = (0, 0, 0)
    for site in lattice.codes.indices where lattice.codes[site] > Species.sink.rawValue {
      x += site % lattice.width
      y += site / lattice.width
      count += 1
    }
    return (Double(x) / Double(count), Double(y) / Double(count))
  }
}
