/// When the next part of a growing answer is worth showing.
struct DeliveryPace {
  /// Between two parts: as often as a person sees.
  static let interval = Duration.milliseconds(50)

  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant?

  /// Whether a part is due: the first at once, another each ``interval``. Asking counts as showing.
  mutating func isDue() -> Bool {
    let now = clock.now
    if let next, now < next { return false }
    next = now + Self.interval
    return true
  }
}
