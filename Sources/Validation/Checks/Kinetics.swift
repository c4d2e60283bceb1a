import Interphase
import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers of precursors against time: first order into the sink, second order with each other.
enum Kinetics {
  /// A start, and the number of precursors that must be left at times.
  struct Start: Sendable {
    let name: String
    let setup: Setup
    /// The number of precursors as a stochastic process.
    let process: PureDeath
    /// When they are counted [s], and how the table calls it.
    let times: [(name: String, time: Double)]
    let runs: Int
  }

  /// dn/dt = −kn: in a lattice of three rows every precursor touches the sink wherever it hops;
  /// dimerisation is off. The number left is binomial with exp(−kt).
  static let decay: Start = {
    let width = 30
    let row = String(repeating: "P.P", count: width / 3)
    let picture = [
      String(repeating: "~", count: width), row, String(repeating: "#", count: width),
    ].joined(separator: "\n")
    let setup = Setup(picture, [.precursorDiffusion: 0.005])
    let rate = setup.rate(of: .precursorEscape)
    return Start(
      name: "first order", setup: setup,
      process: PureDeath(start: 2 * width / 3, step: 1) { Double($0) * rate },
      times: [("half-life", log(2) / rate), ("2/k", 2 / rate)], runs: 30_000)
  }()

  /// The box of the second-order reaction: its side, and precursors at the start.
  static let (side, precursors) = (8, 16)
  /// Hops are so much faster than the reaction.
  static let mixing = 1000.0

  /// dn/dt = −κn², κ = 4k₄B / M(M−1): on M sites with B pairs of neighbours two precursors meet with
  /// probability 2B / M(M−1), and a pair of neighbours is listed twice.
  ///
  /// With n(n−1) for n² this is the mean of a well-mixed box of few. The uppermost row is closed by
  /// inorganic without tunnelling depth, the monomers hop as fast and pair never, so that every
  /// arrangement is equally likely in the limit of fast hops.
  static func secondOrder(mixing: Double = mixing) -> Start {
    let slow: Float = 0.45
    let thermal = 8.617333262e-5 * 300
    let fast = Float(Double(slow) - thermal * log(mixing))
    let row = String(repeating: "P.", count: side / 2)
    let empty = String(repeating: ".", count: side)
    let picture =
      [String(repeating: "~", count: side), String(repeating: "F", count: side)]
      + [[String]](repeating: [row, empty], count: side / 2).flatMap { $0 }
      + [String(repeating: "#", count: side)]
    let setup = Setup(
      picture.joined(separator: "\n"),
      [.dimerisation: slow, .precursorDiffusion: fast, .monomerDiffusion: fast], tunnellingDepth: 0)
    let constant = pairConstant * setup.rate(of: .dimerisation)
    let halfLife = 1 / (2 * constant * Double(precursors))
    return Start(
      name: "second order", setup: setup,
      process: PureDeath(start: precursors, step: 2) { constant * Double($0 * ($0 - 1)) },
      times: [("half-life", halfLife), ("3 half-lives", 3 * halfLife)], runs: 1500)
  }

  /// Events a second / (k₄ n(n−1)): 2B / M(M−1).
  private static let pairConstant: Double = {
    let sites = Double(side * side)
    return 2 * Double(2 * side * (side - 1)) / (sites * (sites - 1))
  }()

  /// n₀ / (1 + n₀κt) at one and three half-lives is n₀/2 and n₀/4.
  static func check(_ starts: [Start] = [decay, secondOrder()]) -> Check {
    Check(
      "kinetics",
      "Precursors left at a time. Into the sink, dn/dt = −kn: binomial with exp(−kt). P + P → O in a"
        + " box of \(side) x \(side) sites whose hops are \(Int(mixing)) times faster: dn/dt = −κn²,"
        + " κ = 4k₄B/M(M−1), gives n₀/2 = \(Double(precursors) / 2) and n₀/4 ="
        + " \(Double(precursors) / 4); expected is the mean of the well-mixed box of few, with n(n−1)"
        + " for n² (McQuarrie 1967). What mixing lacks slows it by less than 0.5 %."
    ) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for start in starts {
        for (name, time) in start.times {
          let part = trial.part("\(start.name) \(name)")
          let sample = try part.sample(start.setup, runs: start.runs) { run in
            run.advance(toEvents: .max, deadline: time)
            return run.lattice.count(of: .precursor)
          }
          outcome.add(findings("\(start.name), \(name)", start, time, sample.values), from: sample)
        }
      }
      return outcome
    }
  }

  private static func findings(
    _ name: String, _ start: Start, _ time: Double, _ left: [Int]
  ) -> [Finding] {
    let chances = start.process.chances(at: time)
    let mean = chances.indices.reduce(0) { $0 + Double($1) * chances[$1] }
    var observed = [Int](repeating: 0, count: chances.count)
    for number in left { observed[number] += 1 }
    return [
      .mean("\(name): mean left", left.map { Double($0) }, expected: mean, unit: "P"),
      .counts("\(name): number left", observed, chances: chances),
    ]
  }
}
