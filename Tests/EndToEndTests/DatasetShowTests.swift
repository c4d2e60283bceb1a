import Foundation
import Testing

/// `seiscope dataset show`.
@Suite final class DatasetShowTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String) -> String { folder.path + "/" + name }

  private func makeSet() throws {
    let outcome = try Program.run([
      "dataset", "--samples", "40", "--seed", "4", "--event-limit", "60000", "--out", file("set"),
    ])
    #expect(outcome.status == 0)
  }

  @Test func `a pipe gets counts, quantiles, numbers and signs without escapes`() throws {
    try makeSet()
    let outcome = try Program.run(["dataset", "show", file("set")])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasSuffix("40 samples in 1 files, 28 training, 6 validation, 6 test"))
    #expect(outcome.output.contains("thickness [nm]"))
    #expect(!outcome.output.contains("\u{1B}"))
    let map = try #require(lines.firstIndex { $0.hasPrefix("correlations in hundredths") })
    #expect(lines[(map + 1)...].prefix(21).allSatisfy { $0.hasSuffix(" 100") })
    #expect(lines[map + 21].hasPrefix("  21 log events"))
    #expect(outcome.output.contains("monolayer, samples "))
    #expect(outcome.output.contains("━━━━━━━━━━━━━━━━━━━━━━━━━"))
  }

  @Test func `a terminal gets colours, and none where NO_COLOR says so`() throws {
    try makeSet()
    let show = "'\(Program.path)' dataset show '\(file("set"))'"
    func shown(_ environment: String) throws -> String {
      let script = "stty cols 80 rows 24; env \(environment) TERM=xterm-256color \(show)"
      return try Program.run(
        program: "/usr/bin/script", ["-qec", script, "/dev/null"]
      ).output
    }
    let colored = try shown("-u NO_COLOR COLORTERM=truecolor LC_ALL=C.UTF-8")
    #expect(colored.contains("\u{1B}[0;38;2;"))
    #expect(colored.contains("correlations, blue −1 to red +1"))
    #expect(colored.contains("▀"))
    let plain = try shown("NO_COLOR=1 LC_ALL=C.UTF-8")
    #expect(!plain.contains("\u{1B}[0;38"))
  }

  @Test func `files are written, and not replaced without --force`() throws {
    try makeSet()
    let arguments = [
      "dataset", "show", file("set"), "--csv", file("set.csv"), "--png", file("set.png"),
    ]
    #expect(try Program.run(arguments).status == 0)
    let rows = try String(contentsOfFile: file("set.csv"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count == 22)
    #expect(rows[0].hasPrefix("quantity,mean,standard deviation,ec-reduction-electrode [eV],"))
    let thickness = try #require(rows.first { $0.hasPrefix("thickness [nm],") }).split(
      separator: ",")
    #expect(thickness.count == 24)
    #expect(Double(thickness[3 + 15]) == 1)
    let picture = try Data(contentsOf: URL(fileURLWithPath: file("set.png")))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let again = try Program.run(arguments)
    #expect(again.status == 73)
    #expect(again.errors.contains("set.csv: is there already"))
    #expect(try Program.run(arguments + ["--force"]).status == 0)
  }
}
