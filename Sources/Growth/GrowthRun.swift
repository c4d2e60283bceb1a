public import Interphase
public import KineticMonteCarlo

/// One run with its history, gone on with in pieces.
///
/// A value, like the simulation in it: a copy goes on by itself.
public struct GrowthRun: Sendable {
  /// The seed of the random choices.
  public let seed: UInt64
  /// The run as it stands.
  public private(set) var simulation: Simulation
  /// Simulated time at which it stands [s]: of the last event, or the time limit that it reached.
  public private(set) var time: Double
  var recorder: HistoryRecorder?

  /// Starts with electrolyte between electrode and sink.
  ///
  /// - Parameters:
  ///   - parameters: What the run depends on, besides its seed.
  ///   - seed: The seed.
  ///   - recording: What its history is to hold; `nil` for no history.
  public init(_ parameters: SimulationParameters, seed: UInt64, recording: HistorySettings? = nil) {
    self.seed = seed
    simulation = Simulation(parameters, seed: seed)
    time = 0
    recorder = recording.map { HistoryRecorder($0, start: simulation) }
  }

  init(_ simulation: Simulation, seed: UInt64, recorder: HistoryRecorder?) {
    self.seed = seed
    self.simulation = simulation
    self.recorder = recorder
    time = max(simulation.time, recorder?.snapshots.last?.time ?? 0)
  }

  /// Goes on towards the limits, by so many events at most.
  ///
  /// However the way there is cut, the run ends the same, to the byte.
  /// - Parameters:
  ///   - limits: Where to stop; not before where the run stands.
  ///   - batch: Events after which to pause.
  /// - Returns: Why the run stopped; `nil` at a pause.
  @discardableResult
  public mutating func advance(to limits: RunLimits, byEvents batch: Int = .max) -> StopReason? {
    let events = simulation.events
    let pause = batch < limits.events - events ? events + batch : limits.events
    while true {
      let due = recorder?.nextTime ?? .infinity
      let isBeginning = recorder != nil && recorder?.next == nil
      let stop = simulation.advance(
        toEvents: isBeginning ? min(1, pause) : pause, deadline: min(due, limits.time))
      if isBeginning, simulation.events > 0 {
        recorder?.begin(at: simulation.time)
        continue
      }
      time = simulation.time
      if stop == .finished || simulation.isFinished { return .finished }
      if stop == .eventLimit { return pause == limits.events ? .events : nil }
      time = min(due, limits.time)
      if due <= limits.time { recorder?.record(simulation) }
      if limits.time <= due { return .time }
    }
  }

  /// What its history is to hold; `nil` for no history.
  public var historySettings: HistorySettings? { recorder?.settings }

  /// What the run has come to.
  public var result: SimulationResult { SimulationResult(simulation, seed: seed) }

  /// How it came there, up to where it stands; `nil` where it is not recorded.
  public var history: GrowthHistory? { recorder?.history(endingWith: simulation, at: time) }
}
