import Console
import DataSets
import Growth
import Interphase
import KineticMonteCarlo

/// One run in JSON.
struct RunRecord: Encodable {
  let result: SimulationResult
  let stopped: StopReason
  let history: GrowthHistory?
  let withLattice: Bool

  enum CodingKeys: String, CodingKey, CaseIterable {
    case program, rulesVersion, seed, events, time, finished, stopped, observables, counts
    case reactions, barriers, size, temperature, tunnellingDepth
    case charge, electrons, ethylene, ethyleneMolecules, passivationTime, outcome
    case lattice, history
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try encodeRun(&fields)
    try encodeParameters(&fields)
    let balance = result.chargeBalance
    try fields.encode(balance.charge, forKey: .charge)
    try fields.encode(balance.electrons, forKey: .electrons)
    try fields.encode(balance.ethyleneAmount, forKey: .ethylene)
    try fields.encode(balance.ethylene, forKey: .ethyleneMolecules)
    // Null where it is not known, so that the key is always there.
    try fields.encode(result.passivationTime, forKey: .passivationTime)
    try fields.encode(Outcome(of: result.lattice).id, forKey: .outcome)
    if withLattice { try fields.encode(Self.rows(of: result.lattice), forKey: .lattice) }
    if let history {
      try fields.encode(history.snapshots.map(SnapshotRecord.init), forKey: .history)
    }
  }

  private func encodeRun(_ fields: inout KeyedEncodingContainer<CodingKeys>) throws {
    try fields.encode(result.seed, forKey: .seed)
    try fields.encode(result.events, forKey: .events)
    try fields.encode(result.time, forKey: .time)
    try fields.encode(result.finished, forKey: .finished)
    try fields.encode(stopped, forKey: .stopped)
    try fields.encode(result.observables, forKey: .observables)
    try fields.encode(Self.byName(result.lattice.counts), forKey: .counts)
    try fields.encode(Self.byReaction(result.reactionCounts), forKey: .reactions)
  }

  private func encodeParameters(_ fields: inout KeyedEncodingContainer<CodingKeys>) throws {
    let parameters = result.parameters
    try fields.encode(Version.program, forKey: .program)
    try fields.encode(rulesVersion, forKey: .rulesVersion)
    try fields.encode(parameters.barriers.values, forKey: .barriers)
    try fields.encode("\(parameters.width)x\(parameters.height)", forKey: .size)
    try fields.encode(parameters.temperature, forKey: .temperature)
    try fields.encode(parameters.tunnellingDepth, forKey: .tunnellingDepth)
  }

  /// Rows of codes, row 0 (the electrode) first.
  private static func rows(of film: Lattice) -> [[UInt8]] {
    (0..<film.height).map { Array(film.codes[($0 * film.width)..<(($0 + 1) * film.width)]) }
  }

  fileprivate static func byName(_ counts: [Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(Species.allCases.map(\.name), counts))
  }

  fileprivate static func byReaction(_ counts: [Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(Reaction.allCases.map(\.id), counts))
  }
}

/// A snapshot of a history in JSON.
struct SnapshotRecord: Encodable {
  let time: Double
  let events: Int
  let observables: Observables
  let counts: [String: Int]
  let reactions: [String: Int]
  let charge: Double
  let ethylene: Double

  init(_ snapshot: GrowthSnapshot) {
    time = snapshot.time
    events = snapshot.events
    observables = snapshot.observables
    counts = RunRecord.byName(snapshot.counts)
    reactions = RunRecord.byReaction(snapshot.reactionCounts)
    charge = snapshot.chargeBalance.charge
    ethylene = snapshot.chargeBalance.ethyleneAmount
  }
}
