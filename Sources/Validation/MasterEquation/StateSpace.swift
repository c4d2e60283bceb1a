import Interphase
import KineticMonteCarlo
import ReferenceSimulator

/// All configurations that a start can come to, and the ways between them, from the rules as
/// ``ReferenceSimulator`` spells them out.
///
/// Which barriers the rules are given matters only where a rate constant is 0: a way's rate is the
/// rate constant of its reaction times its weight.
struct StateSpace: Sendable {
  /// From one state to another.
  struct Way: Sendable {
    /// The state that it leads to.
    let target: Int32
    /// Index of the reaction, raw value − 1.
    let reaction: UInt8
    /// How often it is listed; each time shared among equally likely outcomes, and for a cluster's
    /// move times exp(−n/30).
    var weight: Double
  }

  /// The index of each state; the start has 0.
  private(set) var indices: [StateKey: Int] = [:]
  /// The ways out of each state, one after another, from `starts[state]` up to `starts[state + 1]`.
  private(set) var ways: [Way] = []
  /// See ``ways``.
  private(set) var starts = [0]

  /// States.
  var count: Int { starts.count - 1 }

  /// Follows every event from a start, breadth first.
  ///
  /// - Parameters:
  ///   - setup: Start and barriers; the barriers of 100 eV take a reaction out.
  ///   - most: Gives up beyond so many states.
  ///   - isStopped: Asked at each state.
  /// - Throws: Once stopped.
  /// - Precondition: No more than `most` states can be reached.
  /// - Complexity: One listing of all events for each state, a copy of it for each outcome.
  init(
    _ setup: Setup, most: Int = 200_000, isStopped: () -> Bool = { false }
  ) throws(Stopped) {
    let dimers = setup.configuration.dimers.map { ($0[0], $0[1]) }
    let start = ReferenceState(
      lattice: setup.configuration.lattice, dimers: dimers,
      clusters: setup.configuration.clusters)
    var queue = [start.normalised]
    indices[StateKey(start)] = 0
    var next = 0
    while next < queue.count {
      if isStopped() { throw Stopped() }
      precondition(queue.count <= most, "more than \(most) states")
      append(Self.ways(from: queue[next], setup), to: &queue)
      next += 1
    }
  }

  /// The outcomes of every event, with reaction and weight.
  private static func ways(
    from state: ReferenceState, _ setup: Setup
  ) -> [(outcome: ReferenceState, reaction: Reaction, weight: Double)] {
    state.events(setup.parameters).flatMap { event in
      let outcomes = state.outcomes(of: event)
      var weight = 1 / Double(outcomes.count)
      if event.reaction == .clusterDiffusion {
        let name = state.cluster[event.site]
        weight = RateConstants.slowdown(sites: state.cluster.count { $0 == name })
      }
      return outcomes.map { ($0.normalised, event.reaction, weight) }
    }
  }

  /// Appends the ways out of one state, those of one reaction to one state summed up.
  private mutating func append(
    _ found: [(outcome: ReferenceState, reaction: Reaction, weight: Double)],
    to queue: inout [ReferenceState]
  ) {
    let first = ways.count
    for (outcome, reaction, weight) in found {
      let key = StateKey(outcome)
      let target = indices[key] ?? queue.count
      if target == queue.count {
        indices[key] = target
        queue.append(outcome)
      }
      let code = UInt8(reaction.rawValue - 1)
      if let known = ways[first...].firstIndex(where: { $0.target == target && $0.reaction == code }
      ) {
        ways[known].weight += weight
      } else {
        ways.append(Way(target: Int32(target), reaction: code, weight: weight))
      }
    }
    starts.append(ways.count)
  }
}
