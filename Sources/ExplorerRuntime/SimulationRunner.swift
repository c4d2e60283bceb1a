public import Explorer
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

  private let request: SimulationRequest
  private var simulation: Simulation
  private var growth: [GrowthPoint] = []
  private var nextPoint = 1
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant

  /// Prepares a film without growing it.
  public init(_ request: SimulationRequest) {
    self.request = request
    simulation = Simulation(SimulationParameters(published: request.barriers), seed: request.seed)
    began = clock.now
  }

  /// Grows until nothing can happen, the event limit is reached, or the film is wanted no more.
  ///
  /// The film depends on the request alone, not on when it is looked at.
  /// - Parameters:
  ///   - isWanted: Asked every few milliseconds.
  ///   - publish: Takes a film every ``interval`` and the last one.
  public mutating func run(
    isWanted: () -> Bool, publish: (SimulationSnapshot) -> Void
  ) {
    var next = began + Self.patience
    while !simulation.isFinished, simulation.events < request.eventLimit {
      guard isWanted() else { return }
      advance()
      guard clock.now >= next else { continue }
      publish(snapshot(.growing))
      next = clock.now + Self.interval
    }
    recordGrowth()
    publish(snapshot(simulation.isFinished ? .finished : .unfinished))
  }

  private mutating func advance() {
    let goal = min(simulation.events + Self.batch, nextPoint, request.eventLimit)
    simulation.advance(toEvents: goal)
    guard simulation.events >= nextPoint else { return }
    recordGrowth()
    // One tenth more events each time: some hundred points for a million.
    nextPoint += max(1, nextPoint / 10)
  }

  private mutating func recordGrowth() {
    guard simulation.time > (growth.last?.time ?? 0) else { return }
    let thickness = Observables(of: simulation.lattice).thickness
    growth.append(GrowthPoint(time: simulation.time, thickness: thickness))
  }

  private func snapshot(_ stage: SimulationSnapshot.Stage) -> SimulationSnapshot {
    let elapsed = (clock.now - began) / .seconds(1)
    return SimulationSnapshot(
      generation: request.generation, lattice: simulation.lattice, events: simulation.events,
      time: simulation.time,
      eventsPerSecond: elapsed > 0 ? Double(simulation.events) / elapsed : 0, stage: stage,
      growth: growth)
  }
}
