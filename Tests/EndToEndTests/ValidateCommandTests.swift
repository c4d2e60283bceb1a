import Foundation
import Testing

@Suite struct ValidateCommandTests {
  private struct Report: Decodable {
    struct Check: Decodable {
      let name: String
      let findings: [Finding]
      let reactions: [String: Int]
    }
    struct Finding: Decodable {
      let name: String
      let expected: Double
      let measured: Double
      let error: Double
      let probability: Double
      let holds: Bool
    }
    let seed: UInt64
    let quick: Bool
    let holds: Bool
    let falseAlarms: Double
    let unseen: [String]
    let checks: [Check]
  }

  @Test func `a validation in JSON says what it compared, and repeats to the byte`() throws {
    let arguments = [
      "validate", "--quick", "--json", "--seed", "5", "--only", "waiting-times", "dimer-rooms",
    ]
    let first = try Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(try Program.run(arguments).output == first.output)
    let report = try JSONDecoder().decode(Report.self, from: Data(first.output.utf8))
    #expect(report.holds && report.quick && report.seed == 5)
    #expect(report.checks.map(\.name) == ["waiting-times", "dimer-rooms"])
    #expect(report.checks[0].findings.count == 12)
    #expect(report.checks[0].findings.allSatisfy { $0.holds && $0.error > 0 })
    #expect(report.checks[1].reactions["dimer-diffusion"] == 3 * 2500)
    #expect(report.unseen.contains("pairing"))
  }

  @Test func `the table is aligned, and says what it is worth`() throws {
    let outcome = try Program.run(["validate", "--quick", "--only", "waiting-times"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let verdicts = lines.filter { $0.hasSuffix("  holds") }
    #expect(verdicts.count == 12)
    #expect(Set(verdicts.map(\.count)).count == 1)
    #expect(outcome.output.contains("all 12 numbers hold; no run met 2 3 4"))
    #expect(outcome.output.contains("once in 1000"))
  }

  @Test func `an unknown check is named with the one meant`() throws {
    let outcome = try Program.run(["validate", "--only", "kinetic"])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "seiscope: --only: unknown check 'kinetic': did you mean 'kinetics'?\n")
  }
}
