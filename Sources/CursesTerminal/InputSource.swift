import CTerminalGuard
import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The keyboard and the self-pipe, read without ever blocking but in `poll`.
struct InputSource {
  /// How long the rest of a sequence may take after an Escape [ms].
  static let escapeDelay: Duration = .milliseconds(25)

  private var decoder: InputDecoder
  private var deadline: ContinuousClock.Instant?

  init(decoder: InputDecoder) { self.decoder = decoder }

  /// What was found.
  struct Ready {
    /// Signal numbers without repetition, 0 for a wake-up.
    var signals: [Int32] = []
    var events: [InputEvent] = []
    var isHungUp = false
  }

  /// Waits and reads all there is.
  mutating func wait(timeout: Duration?) -> Ready {
    let now = ContinuousClock.now
    let end = timeout.map { now.advanced(by: $0) }
    while true {
      let limit = [end, deadline].compactMap { $0 }.min()
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: guard_descriptor(), events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&descriptors, 2, Self.milliseconds(until: limit))
      if count < 0 && errno != EINTR { return Ready(isHungUp: true) }
      var ready = Ready()
      if count > 0 {
        if descriptors[1].revents != 0 { ready.signals = Self.readSignals() }
        if descriptors[0].revents != 0 { readKeys(into: &ready) }
      } else if let deadline, ContinuousClock.now >= deadline {
        ready.events = decoder.flush()
        self.deadline = nil
      }
      let isOver = end.map { ContinuousClock.now >= $0 } ?? false
      if isOver || !ready.isEmpty { return ready }
    }
  }

  /// For `poll`: rounded up, so that it does not return just before the time; -1 waits for ever.
  private static func milliseconds(until limit: ContinuousClock.Instant?) -> Int32 {
    guard let limit else { return -1 }
    let rest = ContinuousClock.now.duration(to: limit)
    guard rest > .zero else { return 0 }
    let (seconds, attoseconds) = rest.components
    let whole = attoseconds / 1_000_000_000_000_000
    return Int32(clamping: min(seconds, 1_000_000) * 1000 + whole + 1)
  }

  private static func readSignals() -> [Int32] {
    var found: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = read(guard_descriptor(), &bytes, bytes.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return found }
      for byte in bytes.prefix(count) where !found.contains(Int32(byte)) {
        found.append(Int32(byte))
      }
    }
  }

  /// One read: `poll` said that it does not block; more is fetched by the next call.
  private mutating func readKeys(into ready: inout Ready) {
    var bytes = [UInt8](repeating: 0, count: 16 * 1024)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
    guard count > 0 else {
      ready.isHungUp = true
      return
    }
    ready.events = decoder.feed(bytes.prefix(count))
    deadline = decoder.isWaiting ? ContinuousClock.now.advanced(by: Self.escapeDelay) : nil
  }
}

extension InputSource.Ready {
  fileprivate var isEmpty: Bool { signals.isEmpty && events.isEmpty && !isHungUp }
}
