public import KineticMonteCarlo

/// How far a run goes, if it does not finish before.
public struct RunLimits: Hashable, Sendable {
  /// Executed events in all.
  public var events: Int
  /// Simulated time [s]; infinite for none.
  public var time: Double

  /// Limits of events and simulated time [s].
  ///
  /// - Precondition: `time` is a number.
  public init(events: Int, time: Double = .infinity) {
    precondition(!time.isNaN, "a time limit that is no number")
    self.events = events
    self.time = time
  }
}

/// Why a run stopped.
public enum StopReason: String, CaseIterable, Sendable, Codable {
  /// No event is possible: nothing would ever change again.
  case finished
  /// The event limit was reached.
  case events
  /// The next event would come after the time limit: the film is the one at that time.
  case time

  /// Reads it off a run that went as far as its limits let it.
  public init(of result: SimulationResult, limits: RunLimits) {
    self = result.finished ? .finished : result.events >= limits.events ? .events : .time
  }
}
