/// Time, counted lazily.
///
/// At a total rate R every draw, null or not, waits for an exponential time of mean 1/R. So draws are
/// only counted while R stays, and their waits summed when it changes; a logarithm a draw would cost a
/// tenth of the run. The time of the last event is a function of the state alone: reading it, or
/// cutting a run there, changes nothing.
extension Engine {
  /// Time of the last event [s].
  var time: Double {
    var clock = clock
    return Self.later(committedTime, by: clock.waits(eventDraws), atRate: drawRate)
  }

  /// Turns the draws at the rate so far into time.
  mutating func commitTime() {
    committedTime = Self.later(committedTime, by: clock.waits(pendingDraws), atRate: drawRate)
    pendingDraws = 0
    eventDraws = 0
  }

  /// Lets one wait pass at another total rate [1/s].
  mutating func passTime(atRate rate: Double) {
    commitTime()
    committedTime = Self.later(committedTime, by: clock.waits(1), atRate: rate)
  }

  private static func later(_ time: Double, by waits: Double, atRate rate: Double) -> Double {
    waits > 0 ? time + waits / rate : time
  }
}
