import Explorer
import Files
import Glibc
import SessionFiles
import Synchronization

/// Keeps the session of a running explorer in a file of its own, so that a lost connection loses
/// little.
///
/// Written by a thread of its own, at most every five seconds, and only once something was changed:
/// an explorer that was opened and closed leaves the session of the one before it alone.
final class Autosaver: Sendable {
  /// Between two writes [s].
  private static let pause = 5

  private let folder: StateFolder
  private let program: String
  private let file: String
  private let failed: @Sendable (String) -> Void
  private let last = Mutex<SavedSession?>(nil)
  /// The time of the last write [s], held while one is under way.
  private let writing = Mutex<(time: Int, isClosed: Bool, hasFailed: Bool)>((0, false, false))
  private let worker: Mutex<Worker<SavedSession>?> = Mutex(nil)

  /// - Parameter failed: Told once why nothing can be written.
  init(folder: StateFolder, program: String, failed: @escaping @Sendable (String) -> Void) {
    self.folder = folder
    self.program = program
    self.failed = failed
    file = folder.autosave(of: getpid())
  }

  /// Takes the session as it is; the first one is where the explorer began.
  func watch(_ saved: SavedSession) {
    let isChanged = last.withLock { last in
      defer { last = saved }
      // Views, theme and model change by themselves too: only what was chosen counts.
      return last.map { $0.session != saved.session } ?? false
    }
    guard isChanged else { return }
    let worker = worker.withLock { worker in
      if worker == nil { worker = Worker { { saved, isWanted in self.work(saved, isWanted) } } }
      return worker
    }
    worker?.submit(saved)
  }

  /// Writes the last session and gives the file the name of ended explorers' sessions, where
  /// anything was changed.
  func finish() {
    guard worker.withLock({ $0 != nil }), let saved = last.withLock({ $0 }) else { return }
    write(saved)
    writing.withLock { $0.isClosed = true }
    // What was left there damaged, or by a newer program, stays; the newest file is what counts.
    let isFree = Folder.kind(of: folder.autosave) == .missing
    guard isFree || (try? SessionFile.read(folder.autosave)) != nil else { return }
    if rename(file, folder.autosave) == 0 { folder.prune() }
  }

  private func work(_ saved: SavedSession, _ isWanted: () -> Bool) {
    let due = writing.withLock { $0.time } + Self.pause
    let now = Self.now
    if due > now { sleep(UInt32(due - now)) }
    if isWanted() { write(saved) }
  }

  private func write(_ saved: SavedSession) {
    writing.withLock { state in
      state.time = Self.now
      guard !state.isClosed else { return }
      do {
        try Folder.create(folder.path)
        try SessionFile.write(saved, to: file, program: program)
        state.hasFailed = false
      } catch {
        // A disk may have room again: told once, tried each time.
        guard !state.hasFailed else { return }
        state.hasFailed = true
        failed("the session is not saved by itself: \(error)")
      }
    }
  }

  /// Seconds that pass whatever is done to the wall clock.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec)
  }
}
