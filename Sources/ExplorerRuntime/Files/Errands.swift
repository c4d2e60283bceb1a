import Dispatch
import Synchronization

/// A thread that does one thing after the other, in the order in which they were asked for.
///
/// It sleeps while there is nothing to do, and lives as long as the process.
final class Errands: Sendable {
  private let waiting = Mutex<[@Sendable () -> Void]>([])
  private let arrival = DispatchSemaphore(value: 0)

  init() {
    startThread {
      while true {
        self.arrival.wait()
        self.waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
      }
    }
  }

  /// Asks for something.
  func add(_ errand: @escaping @Sendable () -> Void) {
    waiting.withLock { $0.append(errand) }
    arrival.signal()
  }

  /// Waits until all that was asked for is done, at most some seconds.
  func finish(withinSeconds seconds: Int) {
    let end = DispatchSemaphore(value: 0)
    add { end.signal() }
    _ = end.wait(timeout: .now() + .seconds(seconds))
  }
}
