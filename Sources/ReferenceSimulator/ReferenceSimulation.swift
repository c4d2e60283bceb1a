public import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The simplest correct run of the mechanism: list all, choose one, execute it.
public struct ReferenceSimulation {
  /// What the run depends on, besides its seed.
  public let parameters: SimulationParameters
  /// The configuration as it stands.
  public private(set) var state: ReferenceState
  /// Executed events.
  public private(set) var events = 0
  /// Simulated time [s].
  public private(set) var time = 0.0
  /// Whether the run has met a configuration in which nothing can happen.
  public private(set) var isFinished = false
  /// Executed events of each reaction, index = raw value − 1.
  public private(set) var reactionCounts = [Int](repeating: 0, count: 19)
  private var source: RandomSource

  /// Starts with electrolyte between electrode and sink.
  public init(_ parameters: SimulationParameters, seed: UInt64) {
    self.init(
      parameters, state: ReferenceState(width: parameters.width, height: parameters.height),
      seed: seed)
  }

  /// Starts with a given configuration.
  public init(_ parameters: SimulationParameters, state: ReferenceState, seed: UInt64) {
    self.parameters = parameters
    self.state = state
    source = RandomSource(seed: seed)
  }

  /// Executes events until there have been `limit` or nothing can happen.
  public mutating func advance(toEvents limit: Int) {
    while events < limit, !isFinished { step() }
  }

  private mutating func step() {
    let list = state.events(parameters)
    let total = list.reduce(0) { $0 + $1.rate }
    guard total > 0 else {
      isFinished = true
      return
    }
    time -= log(1 - source.unit()) / total
    var target = source.unit() * total
    let chosen =
      list.first { event in
        target -= event.rate
        return target < 0
      } ?? list.last!
    let outcomes = state.outcomes(of: chosen)
    state = outcomes[Int.random(in: outcomes.indices, using: &source)]
    reactionCounts[chosen.reaction.rawValue - 1] += 1
    events += 1
  }
}
