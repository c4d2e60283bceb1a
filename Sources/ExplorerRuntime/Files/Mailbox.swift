import Explorer
import Synchronization

/// Events on their way to the thread that draws, all of them in order.
final class Mailbox: Sendable {
  private let events = Mutex<[ExplorerEvent]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: Called after each event, from any thread.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func put(_ event: ExplorerEvent) {
    events.withLock { $0.append(event) }
    wake()
  }

  /// What has arrived, left where it is.
  var waiting: [ExplorerEvent] { events.withLock { $0 } }

  /// Takes out what has arrived.
  func drain() -> [ExplorerEvent] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
