import Dispatch
import Glibc
import Synchronization

/// A thread that works on the newest request; older ones that still wait are forgotten.
///
/// It sleeps while there is nothing to do, and takes no signals: those belong to the thread that
/// owns the terminal. It lives as long as the process.
final class Worker<Request: Sendable>: Sendable {
  /// Does a request; the second argument says whether it is still wanted.
  typealias Work = (Request, _ isWanted: () -> Bool) -> Void

  private let waiting = Mutex<Request?>(nil)
  private let hasNewer = Atomic<Bool>(false)
  private let arrival = DispatchSemaphore(value: 0)

  /// Starts the thread.
  ///
  /// - Parameter prepare: Called on the thread before the first request; what it captures is the
  ///   thread's own.
  init(_ prepare: @escaping @Sendable () -> Work) {
    startThread {
      let work = prepare()
      while true {
        self.arrival.wait()
        guard let request = self.take() else { continue }
        work(request) { !self.hasNewer.load(ordering: .relaxed) }
      }
    }
  }

  /// Asks for work instead of what waits; what is being done may see that it is wanted no more.
  func submit(_ request: Request) {
    waiting.withLock { slot in
      slot = request
      hasNewer.store(true, ordering: .relaxed)
    }
    arrival.signal()
  }

  private func take() -> Request? {
    waiting.withLock { slot in
      hasNewer.store(false, ordering: .relaxed)
      return slot.take()
    }
  }
}

/// Runs a closure on a new thread with all signals blocked, until the process ends.
func startThread(_ body: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var everything = sigset_t()
  var previous = sigset_t()
  sigfillset(&everything)
  pthread_sigmask(SIG_SETMASK, &everything, &previous)
  defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { pointer in
      Unmanaged<ThreadBody>.fromOpaque(pointer!).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  precondition(status == 0, "no thread could be started: error \(status)")
  pthread_detach(thread)
}

/// Lets all other threads of this machine go first, the calling one for good.
///
/// On Linux a priority is one of a thread, not of its process.
func lowerPriority() {
  #if canImport(Glibc)
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 15)
  #endif
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
