internal import Dispatch
import Foundation
internal import Synchronization

/// A value that is being made on a thread of its own while its user does something else.
final class Prefetch<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Starts at once.
  init(_ make: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      let made = Result { try make() }
      result.withLock { $0 = made }
      done.signal()
    }
  }

  /// The value, waited for.
  ///
  /// - Throws: What making it threw.
  func value() throws -> Value {
    done.wait()
    defer { done.signal() }
    guard let made = result.withLock({ $0 }) else { preconditionFailure("nothing was made") }
    return try made.get()
  }
}
