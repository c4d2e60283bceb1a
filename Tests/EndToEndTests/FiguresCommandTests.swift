import Foundation
import Testing

/// `seiscope figures`, on a model that was trained for a moment.
@Suite final class FiguresCommandTests {
  private let folder: TemporaryFolder

  private struct Report: Decodable {
    struct Figure: Decodable {
      struct Finding: Decodable {
        let statement: String
        let agrees: Bool?
      }
      let number: String
      let files: [String]
      let findings: [Finding]
    }
    let figures: [Figure]
    let skipped: [[String: String]]
    let provenance: [String: String]
  }

  init() throws {
    folder = try TemporaryFolder()
    let made = try Program.run([
      "dataset", "--samples", "60", "--seed", "3", "--event-limit", "3000", "--out", file("data"),
    ])
    #expect(made.status == 0, "\(made.errors)")
    let trained = try Program.run([
      "train", "--data", file("data"), "--out", file("model"), "--epochs", "2", "--batch-size",
      "8", "--f16",
    ])
    #expect(trained.status == 0, "\(trained.errors)")
  }

  private func file(_ name: String) -> String { folder.path + "/" + name }

  private func figures(_ options: String...) throws -> Program.Outcome {
    try Program.run(["figures", "--model", file("model"), "--out", file("figures")] + options)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file("figures")).sorted()
  }

  @Test func `every file that the report names is there, and the same films give the same bytes`()
    throws
  {
    let outcome = try figures("--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(
      report.figures.map(\.number) == ["1bc", "1d", "2", "3", "4", "5", "6", "7", "8a", "8b"])
    #expect(report.figures.allSatisfy { !$0.findings.isEmpty })
    let expected = report.figures.flatMap(\.files) + ["figures.json", "figures.md"]
    #expect(try names() == expected.sorted())
    #expect(
      try String(contentsOfFile: file("figures/figures.json"), encoding: .utf8)
        == outcome.output)
    let page = try String(contentsOfFile: file("figures/figures.md"), encoding: .utf8)
    #expect(page.contains("![Figure 8b](figure-8b.png)"))
    for name in try names() {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file("figures/" + name)))
      #expect(bytes.count > 200, "\(name)")
      #expect(bytes.count < 2_000_000, "\(name)")
    }
    let hash = try #require(report.provenance["model"])
    for name in ["figure-5.csv", "figure-5.gp", "figure-5.svg", "figure-3-summary.csv"] {
      let text = try String(contentsOfFile: file("figures/" + name), encoding: .utf8)
      #expect(text.contains("model: \(hash)"), "\(name)")
    }
    try dataSetGivesTheSame()
  }

  /// The model's own data set, encoded anew, is the same test split.
  private func dataSetGivesTheSame() throws {
    let before = try String(contentsOfFile: file("figures/figure-4-summary.csv"), encoding: .utf8)
    let outcome = try figures("--data", file("data"), "--only", "3,4")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Figure 3  Properties predicted against actual"))
    #expect(outcome.output.contains("statements agree with the paper"))
    #expect(outcome.errors.isEmpty)
    // A model that is not asked for is not opened.
    let idle = try figures("--only", "4", "--vary", "pairing", "--vae", file("none"))
    #expect(idle.status == 0, "\(idle.errors)")
    #expect(
      idle.errors == "seiscope: --vary changes nothing: Fig. 8a is not drawn\n"
        + "seiscope: --vae changes nothing: Fig. 2 is not drawn\n")
    #expect(try figures("--data", file("data"), "--only", "3,4").status == 0)
    #expect(try names().filter { $0.hasPrefix("figure-") }.count == 10)
    let after = try String(contentsOfFile: file("figures/figure-4-summary.csv"), encoding: .utf8)
    func rows(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
    #expect(rows(before) == rows(after))
  }

  @Test func `what cannot be drawn ends in one sentence`() throws {
    let other = file("other")
    let made = try Program.run([
      "dataset", "--samples", "60", "--seed", "3", "--event-limit", "50", "--out", other,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let cases: [([String], status: Int32, words: String)] = [
      (["--only", "9"], 64, "there is no figure '9': use 1bc, 1d, 2"),
      (["--only", "8c"], 64, "did you mean"),
      (["--film", "999"], 64, "--film 999: the test split has films 0 to"),
      (["--vary", "paring"], 64, "did you mean 'pairing'?"),
      (["--data", other], 65, "event limit: found 50, the model was made for 3000"),
      (["--data", file("none")], 66, "none"),
      (["--vae", file("model")], 64, "is a model of the variant seiscope, expected vae"),
      (["--vae", file("none")], 66, "there is no model folder"),
      (["--out", file("data")], 73, "which is no part of the figures"),
      (["--out", "/proc/figures"], 73, "/proc/figures: cannot be written"),
      (["--out", file("nowhere/deep"), "--film", "999"], 64, "--film 999"),
    ]
    for (options, status, words) in cases {
      let outcome = try Program.run(
        ["figures", "--model", file("model")]
          + (options[0] == "--out" ? [] : ["--out", file("figures")]) + options)
      #expect(outcome.status == status, "\(options)")
      #expect(outcome.output.isEmpty, "\(options)")
      #expect(outcome.errors.contains(words), "\(options): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(options): \(outcome.errors)")
      for name in ["figures", "nowhere"] {
        #expect(!FileManager.default.fileExists(atPath: file(name)), "\(options)")
      }
    }
    let missing = try Program.run(
      ["figures", "--model", file("model"), "--out", file("figures")],
      environment: ["PATH": "/nowhere"])
    #expect(missing.status == 69)
  }
}
