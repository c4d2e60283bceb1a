import Console
import Interphase
import KineticMonteCarlo
import Validation

extension ValidationReport {
  /// One JSON object.
  func json(seed: UInt64, quick: Bool) throws -> String {
    try JSONText.of(ValidationRecord(self, seed: seed, quick: quick))
  }
}

/// A validation in JSON.
private struct ValidationRecord: Encodable {
  struct CheckRecord: Encodable {
    let name: String
    let comparison: String
    let findings: [FindingRecord]
    let reactions: [String: Int]
  }

  struct FindingRecord: Encodable {
    let name: String
    let kind: Finding.Kind
    let expected: Double
    let measured: Double
    let error: Double
    let unit: String
    let probability: Double
    let holds: Bool
  }

  let seed: UInt64
  let quick: Bool
  let version: String
  let rulesVersion: Int
  let holds: Bool
  let falseAlarms: Double
  let threshold: Double
  let unseen: [String]
  let checks: [CheckRecord]

  init(_ report: ValidationReport, seed: UInt64, quick: Bool) {
    self.seed = seed
    self.quick = quick
    version = Version.number
    rulesVersion = KineticMonteCarlo.rulesVersion
    holds = report.holds
    falseAlarms = ValidationReport.falseAlarms
    threshold = report.threshold
    unseen = report.unseen.map(\.id)
    checks = report.results.map { result in
      CheckRecord(
        name: result.name, comparison: result.comparison,
        findings: result.findings.map { Self.record($0, holds: report.holds($0)) },
        reactions: Dictionary(
          uniqueKeysWithValues: Reaction.allCases.map {
            ($0.id, result.reactions[$0.rawValue - 1])
          }))
    }
  }

  private static func record(_ finding: Finding, holds: Bool) -> FindingRecord {
    FindingRecord(
      name: finding.name, kind: finding.kind, expected: finding.expected,
      measured: finding.measured, error: finding.error, unit: finding.unit,
      probability: finding.probability, holds: holds)
  }
}
