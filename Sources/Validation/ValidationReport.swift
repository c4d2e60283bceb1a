public import Interphase
import SampleStatistics

/// All that a validation found, and whether it holds.
public struct ValidationReport: Hashable, Sendable {
  /// The chance that a right simulator fails anything at all of one validation.
  public static let falseAlarms = 0.001

  /// By check.
  public let results: [CheckResult]

  /// - Parameter results: By check.
  public init(_ results: [CheckResult]) { self.results = results }

  /// All numbers compared.
  public var findings: [Finding] { results.flatMap(\.findings) }

  /// The probability below which a finding fails, so that the chance of one false failure in the
  /// whole table is ``falseAlarms`` (Šidák): the fewer findings, the higher.
  public var threshold: Double {
    ManyTests.threshold(falseAlarms: Self.falseAlarms, among: findings.count)
  }

  /// Whether a finding is what must be expected.
  ///
  /// Not so where its probability is no number: a sample without spread proves nothing.
  public func holds(_ finding: Finding) -> Bool { finding.probability >= threshold }

  /// Whether all findings are.
  public var holds: Bool { !findings.isEmpty && findings.allSatisfy { holds($0) } }

  /// Reactions that happened in no run of any check: of those this validation says nothing.
  public var unseen: [Reaction] {
    let seen = Set(results.flatMap(\.seen))
    return Reaction.allCases.filter { !seen.contains($0) }
  }
}
