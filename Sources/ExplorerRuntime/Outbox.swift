import Dispatch
import Explorer
import Synchronization
import Theming

/// Results on their way to the thread that draws; the newest of each kind replaces older ones.
final class Outbox: Sendable {
  private struct Contents {
    var snapshot: SimulationSnapshot?
    var answer: DecodedResult?
    var failure: String?
    var themes: [Theme]?
    var problem: String?
    var deliveries: [WorkKind: WorkDelivery] = [:]
  }

  private let contents = Mutex(Contents())
  private let wake: @Sendable () -> Void
  private let filmHasEnded = DispatchSemaphore(value: 0)

  /// Waits until a film has stopped to grow, but no longer than some time.
  func awaitFilm(atMost limit: Duration) {
    _ = filmHasEnded.wait(timeout: .now() + limit / .seconds(1))
  }

  /// - Parameter wake: Called after each result, from any thread.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func put(_ snapshot: SimulationSnapshot) {
    contents.withLock { $0.snapshot = snapshot }
    if snapshot.stage != .growing { filmHasEnded.signal() }
    wake()
  }

  func put(_ answer: DecodedResult) {
    contents.withLock { $0.answer = answer }
    wake()
  }

  func put(failure: String) {
    contents.withLock { $0.failure = failure }
    wake()
  }

  /// Something that a person should know, and that stops nothing.
  func put(problem: String) {
    contents.withLock { $0.problem = problem }
    wake()
  }

  func put(_ themes: [Theme]) {
    contents.withLock { $0.themes = themes }
    wake()
  }

  /// Takes what came out of an order, unless something of a newer order of its kind waits already.
  func put(_ delivery: WorkDelivery) {
    contents.withLock { contents in
      let waiting = contents.deliveries[delivery.kind]?.generation ?? 0
      if delivery.generation >= waiting { contents.deliveries[delivery.kind] = delivery }
    }
    wake()
  }

  /// Takes out what has arrived.
  func drain() -> [ExplorerEvent] {
    let arrived = contents.withLock { contents in
      let arrived = contents
      contents = Contents()
      return arrived
    }
    let results = [
      arrived.themes.map(ExplorerEvent.themes), arrived.snapshot.map(ExplorerEvent.simulated),
      arrived.answer.map(ExplorerEvent.decoded),
      arrived.failure.map(ExplorerEvent.modelFailed),
      arrived.problem.map(ExplorerEvent.failed),
    ]
    let deliveries = WorkKind.allCases.map { kind in
      arrived.deliveries[kind].map(ExplorerEvent.delivered)
    }
    return (results + deliveries).compactMap { $0 }
  }
}
