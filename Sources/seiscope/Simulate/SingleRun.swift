import Cells
import Checkpoints
import Console
import Exporting
import Growth
import Interphase
import KineticMonteCarlo

/// One run of `simulate`, from its start or a checkpoint to its outputs.
struct SingleRun {
  /// Where a run begins, and where it is to stop.
  struct Start {
    let run: GrowthRun
    let limits: RunLimits
  }

  /// Events between two looks at Ctrl-C and the clock: some milliseconds.
  private static let batch = 100_000
  /// Time between two checkpoints on the way [s].
  private static let checkpointInterval = 30.0

  private let start: Start
  private let output: OutputOptions
  private let checkpoint: String?
  private let progress = ProgressLine()

  /// - Throws: Where an output cannot be made of the run.
  init(_ start: Start, output: OutputOptions, checkpoint: String?) throws {
    self.start = start
    self.output = output
    self.checkpoint = checkpoint
    let parameters = start.run.simulation.parameters
    if output.png != nil {
      try FilmPicture.check(
        width: parameters.width, height: parameters.height,
        pixelsPerSite: RunFiles.pixelsPerSite(of: parameters))
    }
  }

  /// Simulates, writes the files, prints the report.
  ///
  /// - Throws: A `UserError`, also for Ctrl-C, once the checkpoint is written.
  func run() throws {
    Interruption.install()
    var run = start.run
    let isDone = try advance(&run)
    progress.end()
    if let checkpoint { try save(run, to: checkpoint) }
    guard isDone else { throw stopped(run) }
    let files = RunFiles(run, limits: start.limits)
    // Printed first: what was simulated is not lost with a disk that is full.
    print(try files.report(output))
    try files.write(output)
  }

  /// - Returns: Whether the run came to its end; `false` after Ctrl-C.
  private func advance(_ run: inout GrowthRun) throws -> Bool {
    var saved = 0.0
    let first = run.simulation.events
    while run.advance(to: start.limits, byEvents: Self.batch) == nil {
      if Interruption.isRequested { return false }
      if let checkpoint, progress.seconds - saved > Self.checkpointInterval {
        try save(run, to: checkpoint)
        saved = progress.seconds
      }
      progress.renew { line(run, since: first) }
    }
    return true
  }

  private func save(_ run: GrowthRun, to path: String) throws {
    try run.checkpoint(program: Version.program).write(to: path)
  }

  private func line(_ run: GrowthRun, since first: Int) -> String {
    let events = run.simulation.events
    let rate = Double(events - first) / max(progress.seconds, 1e-3)
    return "\(NumberText.grouped(events)) of \(NumberText.grouped(start.limits.events)) events   "
      + "\(NumberText.compact(rate))/s   simulated \(NumberText.duration(run.time))   "
      + "at most \(ProgressLine.clock(Double(start.limits.events - events) / rate)) left"
  }

  /// The limits as options, where they are not the default.
  private var goal: String {
    let events = start.limits.events, time = start.limits.time
    return (events == SimulationParameters.defaultEventLimit ? "" : " --events \(events)")
      + (time.isFinite ? " --time \(time)" : "")
  }

  private func stopped(_ run: GrowthRun) -> OptionError {
    let place =
      "stopped after \(NumberText.grouped(run.simulation.events)) events, "
      + "\(NumberText.duration(run.time)) simulated: "
    let remedy =
      checkpoint.map { "\($0) keeps the run, go on with --resume \($0)\(goal)" }
      ?? "nothing was written, --checkpoint would keep the run"
    return OptionError(place + remedy, status: .interrupted)
  }
}

extension SingleRun.Start {
  /// Opens a checkpoint, to go on to the limits.
  ///
  /// - Throws: A `UserError` that names the file and what is wrong with it, or the option that it
  ///   cannot follow.
  init(resuming path: String, to limits: RunLimits, output: OutputOptions) throws {
    let checkpoint = try SimulationCheckpoint(opening: path)
    do {
      run = try GrowthRun(checkpoint, file: path)
    } catch let error as SavedRunError {
      throw CheckpointError.damaged(file: path, "\(error)")
    }
    guard checkpoint.program == Version.program else {
      throw OptionError(
        "\(path): was written by \(checkpoint.program), this is \(Version.program): go on with the "
          + "program that wrote it, or start anew", status: .data)
    }
    self.limits = limits
    guard limits.events >= run.simulation.events else {
      throw OptionError(
        "--events \(limits.events): \(path) has \(run.simulation.events) events already: give more")
    }
    guard limits.time >= run.time else {
      throw OptionError("--time \(limits.time): \(path) is at \(run.time) s already: give more")
    }
    try Self.check(run, has: output, path)
  }

  private static func check(_ run: GrowthRun, has output: OutputOptions, _ path: String) throws {
    guard let settings = run.historySettings else {
      guard output.needsHistory else { return }
      throw OptionError(
        "\(path): keeps no history: leave out --history, --csv and --xyz", status: .data)
    }
    if output.xyz != nil, !settings.keepsFilms {
      throw OptionError(
        "\(path): keeps no films for --xyz: begin the run with --xyz, or leave it out",
        status: .data)
    }
  }
}
