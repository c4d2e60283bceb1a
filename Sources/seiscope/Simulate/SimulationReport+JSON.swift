import DataSets
import Growth
import KineticMonteCarlo
import SampleStatistics

extension SimulationReport {
  /// One run as a JSON object.
  static func json(
    of result: SimulationResult, stopped: StopReason, history: GrowthHistory?, withLattice: Bool
  ) throws -> String {
    try JSONText.of(
      RunRecord(result: result, stopped: stopped, history: history, withLattice: withLattice))
  }

  /// Replicas as one JSON object: `replicas` beside a `summary`.
  static func json(
    of results: [SimulationResult], limits: RunLimits, withLattice: Bool
  ) throws -> String {
    let runs = results.map {
      RunRecord(
        result: $0, stopped: StopReason(of: $0, limits: limits), history: nil,
        withLattice: withLattice)
    }
    return try JSONText.of(
      ReplicaRecord(replicas: runs, summary: SummaryRecord(results, limits: limits)))
  }
}

/// Several runs in JSON.
private struct ReplicaRecord: Encodable {
  let replicas: [RunRecord]
  let summary: SummaryRecord
}

/// What several runs have in common, in JSON.
private struct SummaryRecord: Encodable {
  let runs: Int
  let finished: Int
  let stopped: [String: Int]
  let outcomes: [String: Int]
  let observables: [String: SpreadRecord]
  let charge: SpreadRecord?
  let ethylene: SpreadRecord?
  let passivationTime: SpreadRecord?

  init(_ results: [SimulationResult], limits: RunLimits) {
    let summary = EnsembleSummary(of: results, limits: limits)
    func spread(_ measure: RunMeasure) -> SpreadRecord? {
      summary.spreads[measure].map(SpreadRecord.init)
    }
    runs = summary.runs
    finished = summary.stopped[.finished] ?? 0
    stopped = Dictionary(
      uniqueKeysWithValues: summary.stopped.map { ($0.key.rawValue, $0.value) })
    outcomes = Dictionary(
      uniqueKeysWithValues: SimulationReport.outcomes(of: results).map {
        ($0.outcome.id, $0.runs)
      })
    observables = Dictionary(
      uniqueKeysWithValues: RunMeasure.observables.compactMap { measure in
        spread(measure).map { (measure.key, $0) }
      })
    charge = spread(.charge)
    ethylene = spread(.ethylene)
    passivationTime = spread(.passivationTime)
  }

  enum CodingKeys: String, CodingKey {
    case runs, finished, stopped, outcomes, observables, charge, ethylene, passivationTime
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(runs, forKey: .runs)
    try fields.encode(finished, forKey: .finished)
    try fields.encode(stopped, forKey: .stopped)
    try fields.encode(outcomes, forKey: .outcomes)
    try fields.encode(observables, forKey: .observables)
    try fields.encode(charge, forKey: .charge)
    try fields.encode(ethylene, forKey: .ethylene)
    try fields.encode(passivationTime, forKey: .passivationTime)
  }
}
