import CTerminalGuard
import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The keyboard and the self-pipe, read without ever blocking but in `poll`.
struct InputSource {
  /// How long after a question its answer is worth waiting for at the end.
  private static let freshness: Duration = .seconds(2)
  /// How long that wait is: more than a terminal needs, less than a person notices.
  ///
  /// On a slow line a key that answers the first frame comes after the terminal's answer; only one
  /// typed ahead can be faster.
  private static let lastWait: Duration = .milliseconds(30)

  private var decoder: InputDecoder
  private var deadline: ContinuousClock.Instant?
  private var asked: ContinuousClock.Instant?

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
      }
      if descriptors[0].revents != 0 {
        readKeys(into: &ready)
      } else if let deadline, ContinuousClock.now >= deadline {
        ready.events = decoder.flush()
        setDeadline()
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
    setDeadline()
  }

  private mutating func setDeadline() {
    deadline = decoder.patience.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// Remembers that the terminal was asked something.
  mutating func expectAnswer() {
    decoder.expectAnswer()
    asked = ContinuousClock.now
  }

  /// Takes what is on its way to us before the terminal is given back, or a shell would get it: keys
  /// and mouse reports that were sent already, and an answer that is owed.
  mutating func settle() {
    let now = ContinuousClock.now
    if let asked, asked.duration(to: now) < Self.freshness {
      let end = now.advanced(by: Self.lastWait)
      while decoder.isAnswerOwed, ContinuousClock.now < end {
        var ready = Ready()
        var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        if poll(&keyboard, 1, Self.milliseconds(until: end)) > 0 { readKeys(into: &ready) }
        if ready.isHungUp { return }
      }
    }
    tcflush(STDIN_FILENO, TCIFLUSH)
  }
}

extension InputSource.Ready {
  fileprivate var isEmpty: Bool { signals.isEmpty && events.isEmpty && !isHungUp }
}
