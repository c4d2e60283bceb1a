public import Interphase

/// Runs at each point of a grid over one or two barriers.
public struct SweepPlan: Hashable, Sendable {
  /// What all runs share; the barriers that vary are set at each point.
  public let parameters: SimulationParameters
  /// The barriers that vary, one or two; the last one varies fastest from point to point.
  public let barriers: [SweptBarrier]
  /// Seed of the first replica.
  public let firstSeed: UInt64
  /// Runs at each point, with seeds `firstSeed`, `firstSeed + 1`, …: the same ones everywhere, so
  /// that what differs between points is the barriers and not the luck (common random numbers).
  public let replicas: Int
  /// Events after which a run is cut.
  public let eventLimit: Int

  /// The greatest number of runs: their results take some 300 bytes each.
  public static let greatestRuns = 1_000_000

  /// A grid of runs.
  ///
  /// - Precondition: `replicas >= 1`, `eventLimit >= 0`, and as many seeds from `firstSeed` on.
  /// - Throws: ``SweepError`` for no or more than two barriers, the same twice, too many runs.
  public init(
    _ parameters: SimulationParameters, barriers: [SweptBarrier], firstSeed: UInt64, replicas: Int,
    eventLimit: Int = SimulationParameters.defaultEventLimit
  ) throws(SweepError) {
    precondition(replicas >= 1 && eventLimit >= 0, "\(replicas) runs of \(eventLimit) events")
    guard (1...2).contains(barriers.count) else { throw .barriers(barriers.count) }
    if barriers.count == 2, barriers[0].reaction == barriers[1].reaction {
      throw .twice(barriers[0].reaction)
    }
    let points = barriers.reduce(1) { $0 * $1.values.count }
    guard replicas <= Self.greatestRuns / points else {
      throw .runs(points: points, replicas: replicas)
    }
    self.parameters = parameters
    self.barriers = barriers
    self.firstSeed = firstSeed
    self.replicas = replicas
    self.eventLimit = eventLimit
  }

  /// The values of the barriers that vary at each point, in the order of the points [eV].
  public var points: [[Float]] {
    barriers.reduce([[]]) { points, barrier in
      points.flatMap { point in barrier.values.map { point + [$0] } }
    }
  }

  /// All runs.
  public var runCount: Int { points.count * replicas }

  /// What a run at a point depends on, besides its seed.
  func parameters(at point: [Float]) -> SimulationParameters {
    var result = parameters
    for (barrier, value) in zip(barriers, point) {
      // The values are within the limits, which `SweptBarrier` has checked.
      if let set = try? result.barriers.setting(barrier.reaction, to: value) {
        result.barriers = set
      }
    }
    return result
  }
}
