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

  /// When the next event comes if it follows the pending draws by one wait at this total rate [s].
  func timeOfNext(atRate rate: Double) -> Double {
    var clock = clock
    let pending = Self.later(committedTime, by: clock.waits(pendingDraws), atRate: drawRate)
    return Self.later(pending, by: clock.waits(1), atRate: rate)
  }

  /// A number of further draws at the present rate that all come before a deadline [s]; 0 where
  /// the next one would come after it.
  ///
  /// Far from the deadline it follows from the longest wait that a draw can have, near it from the
  /// waits themselves. So a run with a deadline makes the same draws as one without.
  @inline(__always)
  func drawsThatFit(before deadline: Double) -> Int {
    deadline == .infinity ? .max : countDraws(before: deadline)
  }

  private func countDraws(before deadline: Double) -> Int {
    let sure = (deadline - committedTime) * drawRate / Clock.longestWait - Double(pendingDraws)
    if sure >= 64 { return Int(min(sure, 0x1p52)) }
    var clock = clock
    var known = Clock.Total()
    clock.draw(pendingDraws, into: &known)
    // As many as are pending, so that these are not summed up again and again for few further ones.
    var block = max(64, pendingDraws)
    while block > 0 {
      var (further, ahead) = (known, clock)
      ahead.draw(block, into: &further)
      if Self.later(committedTime, by: further.waits, atRate: drawRate) <= deadline { return block }
      block /= 2
    }
    return 0
  }

  /// Turns the draws up to the last event into time, and leaves the null draws since pending.
  mutating func commitEvents() {
    let nulls = pendingDraws - eventDraws
    pendingDraws = eventDraws
    commitTime()
    pendingDraws = nulls
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
