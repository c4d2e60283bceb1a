import Foundation
import Interphase
import KineticMonteCarlo

extension SimulationReport {
  /// One run as a JSON object.
  static func json(of result: SimulationResult, withLattice: Bool) throws -> String {
    try JSONText.of(RunRecord(result, withLattice: withLattice))
  }

  /// Replicas as one JSON object: `replicas` beside a `summary`.
  static func json(of results: [SimulationResult], withLattice: Bool) throws -> String {
    let runs = results.map { RunRecord($0, withLattice: withLattice) }
    return try JSONText.of(ReplicaRecord(replicas: runs, summary: summary(of: results)))
  }
}

/// One run in JSON.
private struct RunRecord: Encodable {
  let seed: UInt64
  let events: Int
  let time: Double
  let finished: Bool
  let observables: Observables
  let counts: [String: Int]
  let reactions: [String: Int]
  let barriers: [Float]
  let lattice: [[UInt8]]?

  init(_ result: SimulationResult, withLattice: Bool) {
    seed = result.seed
    events = result.events
    time = result.time
    finished = result.finished
    observables = result.observables
    let film = result.lattice
    counts = Dictionary(
      uniqueKeysWithValues: Species.allCases.map { ($0.name, film.count(of: $0)) })
    reactions = Dictionary(
      uniqueKeysWithValues: Reaction.allCases.map {
        ($0.id, result.reactionCounts[$0.rawValue - 1])
      })
    barriers = result.parameters.barriers.values
    lattice =
      withLattice
      ? (0..<film.height).map { Array(film.codes[($0 * film.width)..<(($0 + 1) * film.width)]) }
      : nil
  }
}

/// Several runs in JSON.
private struct ReplicaRecord: Encodable {
  let replicas: [RunRecord]
  let summary: SummaryRecord
}
