public import Interphase
public import KineticMonteCarlo

/// What one reaction contributed to runs, on average.
public struct ReactionWork: Sendable, Equatable {
  /// The reaction.
  public let reaction: Reaction
  /// Events of a run.
  public let events: Double
  /// Share of all events; 0 where there are none.
  public let share: Double
  /// Share of the events that are no hops; 0 for a hop.
  public let shareWithoutHops: Double
  /// Charge passed [µC/cm²].
  public let charge: Double
  /// C₂H₄ given off [nmol/cm²].
  public let ethylene: Double

  /// The nineteen reactions in their order.
  ///
  /// - Precondition: There is a run, and all are of one width.
  public static func all(in runs: [SimulationResult]) -> [ReactionWork] {
    precondition(!runs.isEmpty, "no runs did no work")
    let counts = Reaction.allCases.map { reaction in
      Double(runs.reduce(0) { $0 + $1.reactionCounts[reaction.rawValue - 1] })
    }
    let all = counts.reduce(0, +)
    let rest = zip(Reaction.allCases, counts).reduce(0) { $1.0.isHop ? $0 : $0 + $1.1 }
    return zip(Reaction.allCases, counts).map { reaction, count in
      var single = [Int](repeating: 0, count: Reaction.allCases.count)
      single[reaction.rawValue - 1] = 1
      let balance = ChargeBalance(reactionCounts: single, width: runs[0].parameters.width)
      let mean = count / Double(runs.count)
      return ReactionWork(
        reaction: reaction, events: mean, share: all > 0 ? count / all : 0,
        shareWithoutHops: reaction.isHop || rest == 0 ? 0 : count / rest,
        charge: mean * balance.charge, ethylene: mean * balance.ethyleneAmount)
    }
  }
}
