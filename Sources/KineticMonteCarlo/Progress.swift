import Interphase

/// How far a run is, apart from what its sites and lists say: enough, with them, to go on to the
/// same end.
struct Progress: Sendable {
  var source: RandomSource
  var clock: Clock
  var events = 0
  /// Time without the waits of pending draws [s].
  var committedTime = 0.0
  /// Draws since, and those among them up to the last event.
  var pendingDraws = 0
  var eventDraws = 0
  /// Time of the last electron transfer [s].
  var lastReductionTime = 0.0
  var isJammed = false
  var isExhausted = false
}

extension Engine {
  var progress: Progress {
    Progress(
      source: source, clock: clock, events: events, committedTime: committedTime,
      pendingDraws: pendingDraws, eventDraws: eventDraws, lastReductionTime: lastReductionTime,
      isJammed: isJammed, isExhausted: isExhausted)
  }

  /// Goes on from where another engine with the same sites and lists rests.
  mutating func resume(_ progress: Progress) {
    // All rates afresh, to the bit as they were: they follow from the lists alone. With no draw
    // pending yet, so that no time passes.
    pendingDraws = 0
    staleLists = .max
    moveWeightIsStale = true
    updateRates()
    source = progress.source
    clock = progress.clock
    events = progress.events
    committedTime = progress.committedTime
    pendingDraws = progress.pendingDraws
    eventDraws = progress.eventDraws
    lastReductionTime = progress.lastReductionTime
    isJammed = isJammed || progress.isJammed
    isExhausted = progress.isExhausted
  }
}
