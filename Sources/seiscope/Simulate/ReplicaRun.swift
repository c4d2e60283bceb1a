import Console
import DataSets
import Exporting
import Files
import Growth
import Interphase
import KineticMonteCarlo
import Synchronization

/// Runs of `simulate --replicas`, from their seeds to the outputs.
struct ReplicaRun {
  let setup: SimulationSetup
  let limits: RunLimits
  let count: Int
  let output: OutputOptions

  /// Simulates over all cores, writes the file, prints the report.
  func run() throws {
    Interruption.install()
    let progress = ProgressLine()
    let done = Mutex((runs: 0, events: 0))
    let results = Ensemble.run(
      setup.parameters, firstSeed: setup.seed, count: count, eventLimit: limits.events,
      timeLimit: limits.time, isStopped: { Interruption.isRequested },
      finishedOne: { result in
        let (runs, events) = done.withLock { done in
          done.runs += 1
          done.events += result.events
          return done
        }
        progress.renew { progress.line(runs: runs, of: count, events: events) }
      })
    progress.end()
    guard let results else {
      throw OptionError("stopped: nothing is lost, since nothing was written", status: .interrupted)
    }
    print(
      output.json
        ? try SimulationReport.json(of: results, limits: limits, withLattice: output.lattice)
        : SimulationReport.text(of: results, limits: limits, withLattice: output.lattice))
    if let path = output.csv {
      let table = ReplicaTable.csv(of: results, limits: limits)
      try WholeFile.write(Array(table.text(provenance: provenance).utf8), to: path)
    }
  }

  private var provenance: Provenance {
    var provenance = Provenance(
      program: Version.program, rulesVersion: rulesVersion, parameters: setup.parameters,
      seed: setup.seed, replicas: count, eventLimit: limits.events)
    if limits.time.isFinite { provenance.add("timeLimit", "\(limits.time)") }
    return provenance
  }
}

/// Replicas as rows, one for each run.
enum ReplicaTable {
  /// Everything that is printed of a run but its film.
  static func csv(of results: [SimulationResult], limits: RunLimits) -> CSVTable {
    var table = CSVTable(
      columns: ["seed", "stopped", "outcome", "events", "time [s]"]
        + RunMeasure.allCases.map(\.heading) + Species.allCases.map { "\($0.name) [sites]" }
        + Reaction.allCases.map(\.id))
    for result in results {
      table.append(
        [
          .text("\(result.seed)"), .text(StopReason(of: result, limits: limits).rawValue),
          .text(Outcome(of: result.lattice).id), .integer(result.events), .number(result.time),
        ]
          + RunMeasure.allCases.map { measure in
            measure.value(of: result).map { .number($0) } ?? .missing
          }
          + result.lattice.counts.map { .integer($0) }
          + result.reactionCounts.map { .integer($0) })
    }
    return table
  }
}
