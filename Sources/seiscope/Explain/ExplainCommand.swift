import ArgumentParser
import Cells
import Console
import Files
import Growth
import Interphase
import KineticMonteCarlo
import Synchronization

/// `seiscope explain`: which reactions did the work, and which barriers decide.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell which reactions make a film, and what each barrier does to it.",
    discussion: """
      Simulates replicas at the barriers, and with each of the fifteen barriers raised and lowered by \
      --delta, over all cores. Each effect comes with its standard error and is marked where it is \
      more than chance.
      """)

  @OptionGroup(title: "Simulation") var options: SimulationOptions

  @Option(help: ArgumentHelp("Simulated time at which runs are cut.", valueName: "s"))
  var time: Double?

  @Option(help: "Runs at each set of barriers, with seeds from --seed upwards.")
  var replicas = 32

  @Option(help: ArgumentHelp("How far each barrier is raised and lowered.", valueName: "eV"))
  var delta = 0.02

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(help: ArgumentHelp("Write the effects as CSV, a row for each.", valueName: "file"))
  var csv: String?

  func run() throws {
    let plan = try plan()
    try OutputPaths(
      inputs: [("--file", options.barrierOptions.file)], outputs: [("--csv", csv)]
    ).check()
    let sensitivity = try measure(plan)
    print(try json ? ExplainReport.json(of: sensitivity) : ExplainReport.text(of: sensitivity))
    if let csv {
      try WholeFile.write(Array(EffectTable.csv(of: sensitivity).utf8), to: csv)
    }
  }

  private func plan() throws -> SensitivityPlan {
    if let time, !(time > 0) || time.isInfinite {
      throw OptionError("--time \(time): give seconds, more than 0")
    }
    guard (SensitivityPlan.fewestReplicas...10_000).contains(replicas) else {
      throw OptionError(
        "--replicas \(replicas): give \(SensitivityPlan.fewestReplicas) to 10000")
    }
    let setup = try options.setup()
    let plan = try SensitivityPlan(
      setup.parameters, firstSeed: setup.seed, replicas: replicas, step: delta,
      limits: RunLimits(events: setup.events, time: time ?? .infinity))
    try setup.check(runs: plan.runs, replicas: replicas)
    return plan
  }

  private func measure(_ plan: SensitivityPlan) throws -> Sensitivity {
    Interruption.install()
    let progress = ProgressLine()
    let done = Mutex((runs: 0, events: 0))
    let sensitivity = Sensitivity.measure(
      plan, isStopped: { Interruption.isRequested },
      finishedOne: { result in
        let (runs, events) = done.withLock { done in
          done.runs += 1
          done.events += result.events
          return done
        }
        progress.renew { progress.line(runs: runs, of: plan.runs, events: events) }
      })
    progress.end()
    guard let sensitivity else {
      throw OptionError(
        "stopped after \(done.withLock { $0.runs }) of \(plan.runs) runs: nothing was written",
        status: .interrupted)
    }
    return sensitivity
  }
}
