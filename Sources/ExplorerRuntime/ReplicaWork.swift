import Explorer
import Interphase
import KineticMonteCarlo
import Synchronization

/// Films with other seeds, grown by several threads that share the seeds among them.
final class ReplicaWork: Sendable {
  /// Threads that grow: with those of the slider's two films no more than a laptop has to spare.
  static let threads = 2
  /// Events between two looks at whether the films are still wanted: some milliseconds.
  private static let batch = 10_000

  private struct Progress {
    var begun = 0
    var films: [Int: Lattice] = [:]
  }

  private let order: WorkOrder
  private let barriers: Barriers
  private let eventLimit: Int
  private let seeds: [UInt64]
  private let progress = Mutex(Progress())

  /// Begins an order; `nil` for one of other work.
  init?(_ order: WorkOrder) {
    guard case .replicas(let barriers, let eventLimit, let seeds) = order.task else { return nil }
    self.order = order
    self.barriers = barriers
    self.eventLimit = eventLimit
    self.seeds = seeds
  }

  /// Grows films that no other thread has begun, until none is left or they are wanted no more.
  ///
  /// - Parameters:
  ///   - isWanted: Asked every few milliseconds.
  ///   - publish: Takes all films so far, in the order of their seeds, after each that has grown:
  ///     one takes a tenth of a second and more.
  func run(isWanted: () -> Bool, publish: (WorkDelivery) -> Void) {
    if seeds.isEmpty { publish(delivery(Progress())) }
    while let index = nextIndex(), let film = grow(seeds[index], isWanted) {
      progress.withLock { progress in
        progress.films[index] = film
        // Within the lock: another thread's film must not overtake this one.
        publish(delivery(progress))
      }
    }
  }

  private func nextIndex() -> Int? {
    progress.withLock { progress in
      guard progress.begun < seeds.count else { return nil }
      defer { progress.begun += 1 }
      return progress.begun
    }
  }

  private func grow(_ seed: UInt64, _ isWanted: () -> Bool) -> Lattice? {
    var simulation = Simulation(SimulationParameters(published: barriers), seed: seed)
    while !simulation.isFinished, simulation.events < eventLimit {
      guard isWanted() else { return nil }
      simulation.advance(toEvents: min(simulation.events + Self.batch, eventLimit))
    }
    return simulation.lattice
  }

  private func delivery(_ progress: Progress) -> WorkDelivery {
    let films = progress.films.sorted { $0.key < $1.key }.map(\.value)
    return WorkDelivery(
      kind: order.kind, generation: order.generation,
      outcome: .replicas(films, of: seeds.count))
  }
}
