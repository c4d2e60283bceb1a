internal import OneDNN

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads of our own that run the parts of a batch, each part always whole on one thread.
///
/// Not Swift's cooperative pool: the work blocks for long, and oneDNN's settings belong to the
/// thread. Who calls ``run(_:_:)`` sleeps until all parts are done.
final class WorkerPool {
  private let state: State
  private var threads: [pthread_t] = []

  init(threads count: Int) {
    state = State(workers: max(count, 1))
    for worker in 0..<state.workers {
      let start = Unmanaged.passRetained(Start(state: state, worker: worker)).toOpaque()
      threads.append(spawn(start))
    }
  }

  deinit {
    state.stop()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Runs `body` for each part 0 ..< count; rethrows the error of the lowest part that failed.
  func run(_ count: Int, _ body: (Int) throws -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      try state.run(Job(count: count, body: body))
    }
  }
}

/// What a pool is asked to do; lives on the caller's stack frame for the time of the call.
private struct Job {
  let count: Int
  let body: (Int) throws -> Void
}

/// Shared between caller and workers.
///
/// `@unchecked Sendable` is justified here by the fact that every field is read and written under
/// `mutex`, and a job's body touches, for each part, only what belongs to that part.
private final class State: @unchecked Sendable {
  let workers: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let finished: UnsafeMutablePointer<pthread_cond_t>
  private var job: Job?
  private var generation = 0
  private var running = 0
  private var stopping = false
  private var failure: (part: Int, error: any Error)?

  init(workers: Int) {
    self.workers = workers
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    finished = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    finished.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    pthread_cond_init(finished, nil)
  }

  deinit {
    pthread_cond_destroy(finished)
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    finished.deallocate()
    changed.deallocate()
    mutex.deallocate()
  }

  func run(_ job: Job) throws {
    pthread_mutex_lock(mutex)
    self.job = job
    failure = nil
    running = workers
    generation += 1
    pthread_cond_broadcast(changed)
    while running > 0 { pthread_cond_wait(finished, mutex) }
    self.job = nil
    let failure = failure
    self.failure = nil
    pthread_mutex_unlock(mutex)
    if let failure { throw failure.error }
  }

  func stop() {
    pthread_mutex_lock(mutex)
    stopping = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  func work(_ worker: Int) {
    var seen = 0
    pthread_mutex_lock(mutex)
    while true {
      while generation == seen, !stopping { pthread_cond_wait(changed, mutex) }
      if stopping { break }
      seen = generation
      guard let job else { continue }
      pthread_mutex_unlock(mutex)
      let failure = perform(job, worker)
      pthread_mutex_lock(mutex)
      if let failure, failure.part < self.failure?.part ?? .max { self.failure = failure }
      running -= 1
      if running == 0 { pthread_cond_signal(finished) }
    }
    pthread_mutex_unlock(mutex)
  }

  private func perform(_ job: Job, _ worker: Int) -> (part: Int, error: any Error)? {
    for part in stride(from: worker, to: job.count, by: workers) {
      do { try job.body(part) } catch { return (part, error) }
    }
    return nil
  }
}

private final class Start {
  let state: State
  let worker: Int

  init(state: State, worker: Int) {
    self.state = state
    self.worker = worker
  }
}

private func begin(_ pointer: UnsafeMutableRawPointer) {
  let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
  ThreadScope.enter()
  start.state.work(start.worker)
}

private func spawn(_ argument: UnsafeMutableRawPointer) -> pthread_t {
  #if canImport(Glibc)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        begin(pointer!)
        return nil
      }, argument)
    precondition(status == 0, "cannot start a thread (error \(status))")
    return thread
  #else
    var thread: pthread_t?
    let status = pthread_create(
      &thread, nil,
      { pointer in
        begin(pointer)
        return nil
      }, argument)
    precondition(status == 0, "cannot start a thread (error \(status))")
    return thread!
  #endif
}
