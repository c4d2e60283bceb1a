public import Interphase

/// One comparison of the simulator with what is known of it otherwise.
public struct Check: Sendable {
  /// The name on the command line.
  public let name: String
  /// What is compared with what: the formula, its source, the set-up.
  public let comparison: String
  /// Runs the simulator and compares.
  private let measure: @Sendable (Trial) throws(Stopped) -> Outcome

  /// What a check's runs came to.
  struct Outcome: Sendable {
    /// The numbers compared.
    var findings: [Finding] = []
    /// Executed events of each of the nineteen reactions, at index raw value − 1.
    var reactions = [Int](repeating: 0, count: 19)

    /// Adds another part of the same check.
    mutating func add(_ other: Outcome) {
      findings += other.findings
      for index in reactions.indices { reactions[index] += other.reactions[index] }
    }

    /// Adds the findings from a sample, and the events of its runs.
    mutating func add<Value>(_ findings: [Finding], from sample: Sample<Value>) {
      self.findings += findings
      for index in reactions.indices { reactions[index] += sample.reactions[index] }
    }
  }

  /// - Parameters:
  ///   - name: Lower case, words joined by hyphens.
  ///   - comparison: One or two sentences.
  ///   - measure: Runs the simulator and compares.
  init(
    _ name: String, _ comparison: String,
    measure: @escaping @Sendable (Trial) throws(Stopped) -> Outcome
  ) {
    self.name = name
    self.comparison = comparison
    self.measure = measure
  }

  /// Runs the check.
  ///
  /// - Parameters:
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - share: Of the full number of runs, above 0; at least 200 runs are made.
  ///   - isStopped: Asked often, on several threads.
  /// - Returns: What was found, `nil` once stopped.
  /// - Complexity: Seconds at a share of 1, over all cores.
  public func run(
    seed: UInt64, share: Double = 1, isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> CheckResult? {
    let trial = Trial(seed: seed, name: name, share: share, isStopped: isStopped)
    do {
      let outcome = try measure(trial)
      return CheckResult(
        name: name, comparison: comparison, findings: outcome.findings,
        reactions: outcome.reactions)
    } catch {
      return nil
    }
  }
}

/// What a check found.
public struct CheckResult: Hashable, Sendable, Codable {
  /// The check's name.
  public let name: String
  /// What it compares.
  public let comparison: String
  /// The numbers compared.
  public let findings: [Finding]
  /// Executed events of each of the nineteen reactions, at index raw value − 1.
  public let reactions: [Int]

  /// The reactions that happened in its runs.
  public var seen: [Reaction] { Reaction.allCases.filter { reactions[$0.rawValue - 1] > 0 } }
}
