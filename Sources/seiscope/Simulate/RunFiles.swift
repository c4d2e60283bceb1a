import Console
import Exporting
import Files
import Growth
import Interphase
import KineticMonteCarlo

/// What a run that has ended is written and printed as.
struct RunFiles {
  private let run: GrowthRun
  private let limits: RunLimits
  private let result: SimulationResult
  private let stopped: StopReason

  /// Reads a run that stopped at its limits or before.
  init(_ run: GrowthRun, limits: RunLimits) {
    self.run = run
    self.limits = limits
    result = run.result
    stopped = StopReason(of: result, limits: limits)
  }

  /// Writes the files that were asked for: all, or none where one cannot be written.
  func write(_ output: OutputOptions) throws {
    var files: [(path: String, bytes: [UInt8])] = []
    if let path = output.png { files.append((path, try picture())) }
    if let path = output.csv, let table = table() { files.append((path, table)) }
    if let path = output.xyz, let trajectory = trajectory() { files.append((path, trajectory)) }
    try WholeFile.write(files)
  }

  private func picture() throws -> [UInt8] {
    try FilmPicture.png(
      of: result.lattice, pixelsPerSite: Self.pixelsPerSite(of: result.parameters),
      provenance: provenance(ofWholeRun: false))
  }

  private func table() -> [UInt8]? {
    run.history.map {
      Array(HistoryTable.csv(of: $0).text(provenance: provenance(ofWholeRun: true)).utf8)
    }
  }

  private func trajectory() -> [UInt8]? {
    run.history.map { history in
      var trajectory = ExtendedXYZ(provenance: provenance(ofWholeRun: true))
      for snapshot in history.snapshots {
        guard let film = snapshot.lattice else { continue }
        trajectory.append(film, time: snapshot.time, events: snapshot.events)
      }
      return trajectory.bytes
    }
  }

  /// What is printed.
  func report(_ output: OutputOptions) throws -> String {
    let history = output.history ? run.history : nil
    if output.json {
      return try SimulationReport.json(
        of: result, stopped: stopped, history: history, withLattice: output.lattice)
    }
    return SimulationReport.text(
      of: result, limits: limits, history: history, withLattice: output.lattice)
  }

  /// Edge of a site in a picture [pixels]: ten, less where the picture would pass 2,000.
  static func pixelsPerSite(of parameters: SimulationParameters) -> Int {
    max(1, min(10, 2000 / max(parameters.width, parameters.height)))
  }

  private func provenance(ofWholeRun: Bool) -> Provenance {
    var provenance = Provenance(
      program: Version.program, rulesVersion: rulesVersion, parameters: result.parameters,
      seed: result.seed, eventLimit: limits.events, events: ofWholeRun ? nil : result.events)
    if limits.time.isFinite { provenance.add("timeLimit", "\(limits.time)") }
    provenance.add("stopped", stopped.rawValue)
    return provenance
  }
}
