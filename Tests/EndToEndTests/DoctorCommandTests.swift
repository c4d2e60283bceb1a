import Foundation
import Testing

/// `seiscope doctor` as a user runs it.
@Suite struct DoctorCommandTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      let what, value, verdict: String
      let remedy: String?
    }
    let canExplore: Bool
    let findings: [Finding]
  }

  @Test func `in a pipe it says so, without escape sequences`() throws {
    let outcome = try Program.run(["doctor"])
    #expect(outcome.status == 69)
    #expect(outcome.output.hasPrefix("✗ terminal    none"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.errors.hasPrefix("seiscope: the explorer cannot run here: terminal: none"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `its findings can be read by programs`() throws {
    let outcome = try Program.run(["doctor", "--json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(!report.canExplore)
    let models = report.findings.filter { $0.what == "model" }
    #expect(models.map(\.value) == ["carbonate", "prvae", "vae"])
    #expect(report.findings.first { $0.what == "themes" }?.value == "7")
    let verdicts = Set(report.findings.map(\.verdict))
    #expect(verdicts.isSubset(of: ["fine", "caution", "obstacle"]))
    for what in ["oneDNN", "simulating", "decoding", "cores", "memory"] {
      #expect(report.findings.contains { $0.what == what }, "\(what)")
    }
  }

  @Test func `in a terminal it finds that the explorer can run`() throws {
    let session = try TmuxSession(
      columns: 150, rows: 40, command: "\(Program.path) doctor; echo status=$?; sleep 60")
    let (found, screen) = try session.wait(for: "status=")
    #expect(found && screen.contains("status=0"), "\(screen)")
    #expect(screen.contains("✓ terminal    150 x 40 cells"))
    #expect(screen.contains("in tmux"))
    #expect(screen.contains("! clipboard   tmux keeps it (set-clipboard external)"))
    #expect(screen.contains("The explorer can run"))
  }
}
