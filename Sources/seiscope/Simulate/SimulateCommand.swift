import ArgumentParser
import Console
import Growth
import Interphase

/// `seiscope simulate`: one run or replicas of the kinetic Monte Carlo simulation.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Grow an interphase by kinetic Monte Carlo.",
    discussion: """
      Grows a film on 50 x 50 sites of 1 nm from fifteen reaction barriers and prints what is \
      measured of it. The same seed and barriers give the same film, to the byte, in one go or from \
      checkpoint to checkpoint. Ctrl-C ends a run; with --checkpoint it can be gone on with.
      """)

  @OptionGroup(title: "Simulation") var options: SimulationOptions

  @Option(help: ArgumentHelp("Simulated time at which to stop.", valueName: "s"))
  var time: Double?

  @Option(help: "Runs, with seeds from --seed upwards, over all cores; adds a summary.")
  var replicas: Int?

  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Keep the run here, at the end, at Ctrl-C and every half minute.", valueName: "file"))
  var checkpoint: String?

  @Option(help: ArgumentHelp("Go on with the run of a checkpoint.", valueName: "file"))
  var resume: String?

  func run() throws {
    if let time, !(time >= 0) || time.isInfinite {
      throw OptionError("--time \(time): give seconds, 0 or more")
    }
    if resume != nil { try checkResumable() }
    if replicas != nil { try checkReplicable() }
    try output.check(
      checkpoint: checkpoint,
      inputs: [("--resume", resume), ("--file", options.barrierOptions.file)])
    if let replicas { return try run(replicas: replicas) }
    try SingleRun(try startOrResume(), output: output, checkpoint: checkpoint).run()
  }

  private func run(replicas: Int) throws {
    guard (1...100_000).contains(replicas) else {
      throw OptionError("--replicas \(replicas): give 1 to 100000")
    }
    let setup = try options.setup()
    try setup.check(runs: replicas, replicas: replicas)
    let limits = RunLimits(events: setup.events, time: time ?? .infinity)
    try ReplicaRun(setup: setup, limits: limits, count: replicas, output: output).run()
  }

  private func startOrResume() throws -> SingleRun.Start {
    guard let resume else {
      let setup = try options.setup()
      let isRecording = checkpoint != nil || output.needsHistory
      return SingleRun.Start(
        run: GrowthRun(
          setup.parameters, seed: setup.seed,
          recording: isRecording ? output.historySettings : nil),
        limits: RunLimits(events: setup.events, time: time ?? .infinity))
    }
    let limits = RunLimits(
      events: options.events ?? SimulationParameters.defaultEventLimit, time: time ?? .infinity)
    guard limits.events >= 0 else { throw OptionError("--events \(limits.events): give 0 or more") }
    return try SingleRun.Start(resuming: resume, to: limits, output: output)
  }

  /// What a checkpoint says itself must not be said again.
  private func checkResumable() throws {
    let said: [(String, Bool)] = [
      ("--preset", options.barrierOptions.preset != nil),
      ("--barriers", options.barrierOptions.barriers != nil),
      ("--file", options.barrierOptions.file != nil),
      ("--set", !options.barrierOptions.set.isEmpty),
      ("--seed", options.seed != nil), ("--size", options.size != nil),
      ("--temperature", options.temperature != nil),
      ("--tunnelling-depth", options.tunnellingDepth != nil),
      ("--points-per-decade", output.pointsPerDecade != nil), ("--replicas", replicas != nil),
    ]
    if let flag = said.first(where: \.1)?.0 {
      throw OptionError(
        "\(flag) contradicts --resume, which goes on with the run of the checkpoint: leave it out")
    }
  }

  /// What is of one run alone.
  private func checkReplicable() throws {
    let single: [(String, Bool)] = [
      ("--checkpoint", checkpoint != nil), ("--history", output.history),
      ("--points-per-decade", output.pointsPerDecade != nil), ("--png", output.png != nil),
      ("--xyz", output.xyz != nil),
    ]
    if let flag = single.first(where: \.1)?.0 {
      throw OptionError(
        "\(flag) is for one run, --replicas for several: leave one of them out")
    }
  }
}
