public import Checkpoints
import Interphase
import KineticMonteCarlo

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension GrowthRun {
  private static let historyName = "history"
  private static let filmsName = "films"

  /// The run and its history so far, to be gone on with.
  ///
  /// - Parameter program: Name and version of the program that saves it.
  public func checkpoint(program: String) throws -> SimulationCheckpoint {
    var attachments: [String: [UInt8]] = [:]
    if let recorder {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      attachments[Self.historyName] = [UInt8](try encoder.encode(StoredHistory(recorder)))
      attachments[Self.filmsName] = recorder.snapshots.flatMap { $0.lattice?.codes ?? [] }
    }
    return SimulationCheckpoint(
      simulation.saved, seed: seed, program: program, attachments: attachments)
  }

  /// Goes on from a checkpoint, with its history where it has one.
  ///
  /// - Throws: `CheckpointError` or `SavedRunError` where the numbers are those of no run.
  public init(_ checkpoint: SimulationCheckpoint, file: String) throws {
    let simulation = try Simulation(checkpoint.run)
    var recorder: HistoryRecorder?
    if let bytes = checkpoint.attachments[Self.historyName] {
      guard let stored = try? JSONDecoder().decode(StoredHistory.self, from: Data(bytes)),
        let history = stored.recorder(
          simulation, films: checkpoint.attachments[Self.filmsName] ?? [])
      else { throw CheckpointError.damaged(file: file, "its history does not fit the run") }
      recorder = history
    }
    self.init(simulation, seed: checkpoint.seed, recorder: recorder)
  }
}

/// A history without its films, as a checkpoint holds it.
struct StoredHistory: Codable {
  let pointsPerDecade: Int
  let keepsFilms: Bool
  /// Place on the grid of the next snapshot.
  let next: Int?
  let snapshots: [StoredSnapshot]
}

/// A snapshot without its film.
struct StoredSnapshot: Codable {
  let time: Double
  let events: Int
  let counts: [Int]
  let observables: Observables
  let reactions: [Int]
}

extension StoredHistory {
  init(_ recorder: HistoryRecorder) {
    pointsPerDecade = recorder.settings.pointsPerDecade
    keepsFilms = recorder.settings.keepsFilms
    next = recorder.next
    snapshots = recorder.snapshots.map {
      StoredSnapshot(
        time: $0.time, events: $0.events, counts: $0.counts, observables: $0.observables,
        reactions: $0.reactionCounts)
    }
  }

  /// The recorder that goes on with a run; `nil` where the two do not belong together.
  func recorder(_ simulation: Simulation, films: [UInt8]) -> HistoryRecorder? {
    let parameters = simulation.parameters
    let sites = parameters.width * parameters.height
    guard (1...1000).contains(pointsPerDecade), !snapshots.isEmpty,
      films.count == (keepsFilms ? sites * snapshots.count : 0),
      (next == nil) == (simulation.events == 0),
      snapshots.allSatisfy({ $0.hasRoom(for: parameters) && $0.events <= simulation.events }),
      zip(snapshots, snapshots.dropFirst()).allSatisfy({
        $0.time < $1.time && $0.events <= $1.events
      })
    else { return nil }
    var restored: [GrowthSnapshot] = []
    for (place, snapshot) in snapshots.enumerated() {
      let codes = keepsFilms ? Array(films[(place * sites)..<((place + 1) * sites)]) : []
      let film = try? Lattice(width: parameters.width, height: parameters.height, codes: codes)
      if keepsFilms, film == nil { return nil }
      restored.append(GrowthSnapshot(snapshot, width: parameters.width, lattice: film))
    }
    let recorder = HistoryRecorder(
      HistorySettings(pointsPerDecade: pointsPerDecade, keepsFilms: keepsFilms),
      snapshots: restored, next: next)
    // A run passes no time of the grid without a snapshot.
    let latest = max(restored[restored.count - 1].time.nextUp, simulation.time)
    let next = recorder.nextTime ?? .greatestFiniteMagnitude
    return next >= latest && next.isFinite ? recorder : nil
  }
}

extension StoredSnapshot {
  fileprivate func hasRoom(for parameters: SimulationParameters) -> Bool {
    time >= 0 && time.isFinite && counts.count == Species.allCases.count
      && reactions.count == Reaction.allCases.count
      && Self.sum(counts) == parameters.width * parameters.height
      && Self.sum(reactions) == events
  }

  /// The sum of numbers that count something; `nil` where one is negative or the sum too large.
  private static func sum(_ counts: [Int]) -> Int? {
    var sum = 0
    for count in counts {
      guard count >= 0, count <= Int.max - sum else { return nil }
      sum += count
    }
    return sum
  }
}
