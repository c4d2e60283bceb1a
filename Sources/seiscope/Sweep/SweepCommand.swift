import ArgumentParser
import Console
import Growth
import Interphase

/// `seiscope sweep`: one or two barriers over a grid, with replicas.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Vary one or two barriers over a grid and measure the films.",
    discussion: """
      Simulates replicas at each point of the grid, over all cores, and prints median and 5–95 % \
      band of what is measured: as a table and, on a terminal, as a chart. The replicas have the \
      same seeds at each point, so that neighbouring points differ by their barriers and not by \
      luck. CSV and JSON hold all measures, table, charts and plots those of --observable.

      seiscope sweep --vary dimerisation=0.30:0.52:12 --replicas 16 --plot dimerisation
      """)

  @Option(
    help: ArgumentHelp(
      """
      A barrier to vary [eV]; twice for a map. Without a range the design's (middle ± 28 %), \
      without a count \(VariedBarrier.defaultCounts[0]) values, \
      or \(VariedBarrier.defaultCounts[1]) of each of two.
      """, valueName: "id[=from:to[:count]]"))
  var vary: [String] = []

  @Option(help: "Runs at each point, with seeds from --seed upwards.")
  var replicas = 16

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var output: SweepOutputOptions

  func run() throws {
    let (plan, measures) = (try plan(), try output.measures())
    let writer = try SweepWriter(
      output, inputs: [("--file", simulation.barrierOptions.file)], measures: measures)
    guard let points = Self.points(of: plan) else {
      throw OptionError("stopped: nothing is lost, since nothing was written", status: .interrupted)
    }
    let result = SweepResult(plan: plan, points: points)
    // Printed first: what was simulated is not lost with a disk that is full.
    if output.json {
      print(try JSONText.of(SweepRecord(result)))
    } else {
      print(SweepReport(result, measures: measures).text)
    }
    try writer.write(result)
  }

  /// Makes all runs, with a line on a terminal that says how far they are; `nil` after Ctrl-C.
  private static func points(of plan: SweepPlan) -> [SweepPoint]? {
    Interruption.install()
    let line = ProgressLine()
    defer { line.end() }
    return plan.run(
      isStopped: { Interruption.isRequested },
      progress: { progress in
        line.renew {
          line.line(runs: progress.done, of: progress.total, events: progress.events)
        }
      })
  }

  private func plan() throws -> SweepPlan {
    guard !vary.isEmpty else {
      throw OptionError("--vary is missing: name a barrier, like --vary dimerisation=0.30:0.52:12")
    }
    guard vary.count <= 2 else {
      throw OptionError("--vary is given \(vary.count) times: give it once, or twice for a map")
    }
    guard (1...100_000).contains(replicas) else {
      throw OptionError("--replicas \(replicas): give 1 to 100000")
    }
    let barriers = try vary.map { try VariedBarrier.parse($0, of: vary.count) }
    try VariedBarrier.check(barriers, against: simulation.barrierOptions.set)
    let setup = try simulation.setup()
    try setup.checkSeeds(for: replicas)
    return try SweepPlan(
      setup.parameters, barriers: barriers, firstSeed: setup.seed, replicas: replicas,
      eventLimit: setup.events)
  }
}

/// A sweep with its runs.
struct SweepResult {
  let plan: SweepPlan
  /// In the order of the plan's points.
  let points: [SweepPoint]
}
