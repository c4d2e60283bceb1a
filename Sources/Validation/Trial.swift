import Growth
import Interphase
import KineticMonteCarlo

/// Work that was given up because somebody asked to stop.
struct Stopped: Error {}

/// The circumstances of one check: its random numbers, how much is spent on it, who may stop it.
///
/// Runs are cut into a fixed number of parts over all cores, and every run has a seed of its own made
/// of the check's name and its number: what comes out does not depend on threads or other checks.
struct Trial: Sendable {
  /// Parts that a sample is cut into.
  private static let parts = 64

  /// The check's name and the user's seed, as one number.
  let seed: UInt64
  /// The share of the full number of runs.
  let share: Double
  /// Asked some times a second, on several threads.
  let isStopped: @Sendable () -> Bool

  /// - Parameters:
  ///   - seed: The user's.
  ///   - name: The check's.
  init(seed: UInt64, name: String, share: Double, isStopped: @escaping @Sendable () -> Bool) {
    self.seed = name.utf8.reduce(SplitMix64.mix(seed)) { SplitMix64.mix($0 ^ UInt64($1)) }
    self.share = share
    self.isStopped = isStopped
  }

  /// The same circumstances with other random numbers, for another set of runs.
  func part(_ name: String) -> Trial {
    Trial(seed: seed, name: name, share: share, isStopped: isStopped)
  }

  /// What runs from one start came to.
  ///
  /// - Parameters:
  ///   - setup: The start.
  ///   - runs: Their number at full effort.
  ///   - observe: Advances a run and says what is to be kept of it.
  func sample<Value: Sendable>(
    _ setup: Setup, runs: Int, _ observe: @Sendable (inout Simulation) -> Value
  ) throws(Stopped) -> Sample<Value> {
    let wanted = max(200, Int(Double(runs) * share))
    let parts = Parallel.map(count: Self.parts) { part -> Sample<Value>? in
      var sample = Sample<Value>()
      for run in (wanted * part / Self.parts)..<(wanted * (part + 1) / Self.parts) {
        if isStopped() { return nil }
        var simulation = setup.simulation(seed: seed &+ UInt64(run))
        sample.values.append(observe(&simulation))
        sample.add(simulation.reactionCounts)
      }
      return sample
    }
    guard let parts else { throw Stopped() }
    return parts.reduce(into: Sample<Value>()) { whole, part in
      whole.values += part.values
      whole.add(part.reactions)
    }
  }
}

/// Values of many runs, and how often each reaction happened in them.
struct Sample<Value: Sendable>: Sendable {
  /// One a run, in the order of the runs.
  var values: [Value] = []
  /// Executed events of each of the nineteen reactions, at index raw value − 1.
  var reactions = [Int](repeating: 0, count: 19)

  /// Adds the events of a run.
  mutating func add(_ counts: [Int]) {
    for index in counts.indices { reactions[index] += counts[index] }
  }
}
