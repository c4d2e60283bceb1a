public import Explorer
internal import Growth
import Interphase
internal import KineticMonteCarlo

/// Grows the film of a request and shows it while it grows.
public struct SimulationRunner {
  /// Between two films that are shown: as often as a person sees, seldom enough for a slow line.
  public static let interval = Duration.milliseconds(50)

  /// Before the first film is shown: a film that a moving slider replaces at once would flicker
  /// and cost bytes, so the one before it stays a little longer.
  public static let patience = Duration.milliseconds(80)

  /// Events between two looks at the clock: some milliseconds, so that a restart waits no longer.
  private static let batch = 10_000

  /// Films kept in a tenfold of simulated time: some seventy of a run.
  private static let filmsPerDecade = 8

  private let request: SimulationRequest
  private var growing: GrowthRun
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant

  /// Prepares a film without growing it.
  public init(_ request: SimulationRequest) {
    self.request = request
    growing = GrowthRun(
      SimulationParameters(published: request.barriers), seed: request.seed,
      recording: HistorySettings(pointsPerDecade: Self.filmsPerDecade, keepsFilms: true))
    began = clock.now
  }

  /// Grows until nothing can happen, the event limit is reached, or the film is wanted no more.
  ///
  /// The film depends on the request alone, not on when it is looked at.
  /// - Parameters:
  ///   - isWanted: Asked every few milliseconds.
  ///   - publish: Takes a film every ``interval``, and the last one with the films on the way.
  public mutating func run(
    isWanted: () -> Bool, publish: (SimulationSnapshot) -> Void
  ) {
    var next = began + Self.patience
    while !growing.simulation.isFinished, growing.simulation.events < request.eventLimit {
      guard isWanted() else { return }
      growing.advance(to: RunLimits(events: request.eventLimit), byEvents: Self.batch)
      guard clock.now >= next else { continue }
      publish(snapshot(.growing))
      next = clock.now + Self.interval
    }
    publish(snapshot(growing.simulation.isFinished ? .finished : .unfinished))
  }

  private func snapshot(_ stage: SimulationSnapshot.Stage) -> SimulationSnapshot {
    let elapsed = (clock.now - began) / .seconds(1)
    let simulation = growing.simulation
    // The start, empty and at no time on a logarithmic scale, is left out.
    let history = growing.history?.snapshots.filter { $0.time > 0 } ?? []
    return SimulationSnapshot(
      generation: request.generation, lattice: simulation.lattice, events: simulation.events,
      time: simulation.time,
      eventsPerSecond: elapsed > 0 ? Double(simulation.events) / elapsed : 0, stage: stage,
      growth: history.map {
        GrowthPoint(time: $0.time, thickness: $0.observables.thickness)
      },
      frames: stage == .growing ? [] : history.compactMap(GrowthFrame.init))
  }
}

extension GrowthFrame {
  /// A snapshot's film; `nil` of a history without films.
  fileprivate init?(_ snapshot: GrowthSnapshot) {
    guard let lattice = snapshot.lattice else { return nil }
    self.init(
      time: snapshot.time, events: snapshot.events, lattice: lattice,
      executed: snapshot.reactionCounts)
  }
}
