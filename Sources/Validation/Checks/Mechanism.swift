import Interphase
import KineticMonteCarlo

/// The whole mechanism beside its master equation.
enum WholeMechanism {
  /// A start with few enough configurations to list them all, and barriers to try on it.
  struct Case: Sendable {
    /// Starts and barriers. All can be reached from the first; which barriers are 100 eV is the same.
    let setups: [(name: String, setup: Setup)]
    /// The state is compared after so many events.
    let events: Int
    /// Whether all runs soon end, so that the end states are compared too.
    let ends: Bool
    let runs: Int
  }

  /// Events after which a run that should have ended counts as astray.
  private static let endLimit = 200_000

  static func check(_ name: String, _ comparison: String, _ cases: [Case]) -> Check {
    Check(name, comparison) { trial throws(Stopped) in
      var outcome = Check.Outcome()
      for example in cases {
        let space = try StateSpace(example.setups[0].setup, isStopped: trial.isStopped)
        for (name, setup) in example.setups {
          try outcome.add(compare(name, example, setup, space, trial.part(name)))
        }
      }
      return outcome
    }
  }

  private static func compare(
    _ name: String, _ example: Case, _ setup: Setup, _ space: StateSpace, _ trial: Trial
  ) throws(Stopped) -> Check.Outcome {
    if trial.isStopped() { throw Stopped() }
    let chain = MarkovChain(space, rates: setup.rates, start: setup.configuration)
    let sample = try sample(example, setup, space, trial)
    let prefix = name.isEmpty ? "" : "\(name): "
    var outcome = Check.Outcome()
    outcome.add(findings(prefix, example, chain, sample.values), from: sample)
    try outcome.add(timed(prefix, example, setup, space, chain, trial.part("timed")))
    return outcome
  }

  /// What is kept of a run.
  struct Observation: Sendable {
    /// Index of the state after the case's events, −1 for one that the rules cannot reach.
    let state: Int
    /// The time of the last event till then [s], and how often each reaction had happened.
    let time: Double
    let reactions: [Int]
    /// Index of the end state, −1 for none.
    let end: Int
  }

  static func sample(
    _ example: Case, _ setup: Setup, _ space: StateSpace, _ trial: Trial
  ) throws(Stopped) -> Sample<Observation> {
    try trial.sample(setup, runs: example.runs) { run in
      run.advance(toEvents: example.events)
      let state = space.indices[StateKey(run.configuration)] ?? -1
      let (time, reactions) = (run.time, run.reactionCounts)
      var end = -1
      if example.ends {
        run.advance(toEvents: endLimit)
        if run.isFinished { end = space.indices[StateKey(run.configuration)] ?? -1 }
      }
      return Observation(state: state, time: time, reactions: reactions, end: end)
    }
  }

  static func findings(
    _ prefix: String, _ example: Case, _ chain: MarkovChain, _ values: [Observation]
  ) -> [Finding] {
    let passage = chain.passage(events: example.events)
    var found = [
      counts("\(prefix)state after \(example.events) events", values.map(\.state), passage.chances),
      reactions("\(prefix)events", values, passage),
      .mean(
        "\(prefix)time of event \(example.events)", values.map { $0.time / passage.time },
        expected: 1, unit: "of the mean"),
    ]
    if example.ends {
      let end = chain.end()
      found.append(counts("\(prefix)end state", values.map(\.end), end.chances))
    }
    return found
  }

  /// The states at the time that the case's events take in the mean, p(t) = exp(Qt) p(0).
  private static func timed(
    _ prefix: String, _ example: Case, _ setup: Setup, _ space: StateSpace, _ chain: MarkovChain,
    _ trial: Trial
  ) throws(Stopped) -> Check.Outcome {
    let time = chain.passage(events: example.events).time
    let sample = try trial.sample(setup, runs: example.runs / 2) { run in
      run.advance(toEvents: .max, deadline: time)
      return space.indices[StateKey(run.configuration)] ?? -1
    }
    var outcome = Check.Outcome()
    outcome.add(
      [counts("\(prefix)state at that time", sample.values, chain.chances(at: time))],
      from: sample)
    return outcome
  }

  private static func counts(_ name: String, _ states: [Int], _ chances: [Double]) -> Finding {
    var observed = [Int](repeating: 0, count: chances.count)
    for state in states where state >= 0 { observed[state] += 1 }
    return .counts(name, observed, chances: chances, outside: states.count { $0 < 0 })
  }

  /// How often each reaction happened, beside the expectation; those with fewer than 50 in all runs
  /// are left to the states, since so few are not normally distributed.
  private static func reactions(
    _ name: String, _ values: [Observation], _ passage: MarkovChain.Passage
  ) -> Finding {
    let deviations = Reaction.allCases.compactMap { reaction -> (of: String, sigma: Double)? in
      let index = reaction.rawValue - 1
      let expected = passage.reactions[index]
      guard expected * Double(values.count) > 50 else { return nil }
      let counts = values.map { Double($0.reactions[index]) }
      return (reaction.id, Finding.mean(reaction.id, counts, expected: expected).deviation)
    }
    return .largest(name, deviations)
  }
}
