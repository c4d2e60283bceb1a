/// When the next tick of an animation is due, and how much time each one stands for.
///
/// Ticks keep to a grid that begins with the animation: what a tick comes late, the next one does
/// not inherit. Of a grid that was missed, the last place counts: nothing is caught up.
struct Ticker {
  private struct Pace {
    var interval: Duration
    var last: ContinuousClock.Instant
    var next: ContinuousClock.Instant
  }

  private var pace: Pace?

  /// How long to wait for a tick; `nil` where nothing moves.
  ///
  /// - Parameters:
  ///   - interval: Between two ticks; `nil` while nothing moves by itself.
  ///   - now: The present.
  mutating func wait(for interval: Duration?, now: ContinuousClock.Instant) -> Duration? {
    guard let interval else {
      pace = nil
      return nil
    }
    if pace?.interval != interval {
      let last = pace?.last ?? now
      pace = Pace(interval: interval, last: last, next: last + interval)
    }
    return pace.map { max(.zero, $0.next - now) }
  }

  /// The time since the last tick, or since the animation began, where a tick is due.
  mutating func tick(now: ContinuousClock.Instant) -> Duration? {
    guard var pace, pace.interval > .zero, now >= pace.next else { return nil }
    let elapsed = now - pace.last
    pace.last = now
    let missed = Int((now - pace.next) / pace.interval)
    pace.next += pace.interval * (missed + 1)
    self.pace = pace
    return elapsed
  }
}
