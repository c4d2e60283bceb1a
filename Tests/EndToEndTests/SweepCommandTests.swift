import Foundation
import Testing

@Suite struct SweepCommandTests {
  private static let small = ["--size", "12x16", "--events", "2000", "--preset", "esmaeilpour"]

  @Test func `a sweep prints a plain table in a pipe, and repeats to the byte`() throws {
    let arguments =
      ["sweep", "--vary", "dimerisation=0.3:0.5:3", "--replicas", "3", "--seed", "5"] + Self.small
    let first = try Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(try Program.run(arguments).output == first.output)
    let lines = first.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "3 runs at each of 3 points, seeds 5 to 7: medians and 5–95 %")
    #expect(lines[2].hasPrefix("dimerisation [eV]  finished  thickness [nm]"))
    #expect(lines[3...5].map { $0.prefix(4) } == ["0.3 ", "0.4 ", "0.5 "])
    #expect(!first.output.contains("\u{1b}"))
  }

  @Test func `a sweep in JSON and CSV holds the same, for all measures`() throws {
    struct Sweep: Decodable {
      struct Point: Decodable {
        let barriers: [String: Float]
        let runs: Int
        let measures: [String: [String: Double?]]
      }
      let varied: [String]
      let provenance: [String: String]
      let points: [Point]
    }
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      [
        "sweep", "--vary", "pairing=0.6:0.7:2", "--vary", "dimerisation=0.3:0.5:3",
        "--replicas", "2", "--json", "--csv", "\(folder.path)/s.csv",
      ] + Self.small)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let sweep = try JSONDecoder().decode(Sweep.self, from: Data(outcome.output.utf8))
    #expect(sweep.varied == ["pairing", "dimerisation"])
    #expect(sweep.points.count == 6)
    #expect(sweep.points[1].barriers == ["pairing": 0.6, "dimerisation": 0.4])
    #expect(sweep.provenance["barrier-coalescence"] == "0.48")
    #expect(sweep.provenance["barrier-pairing"] == nil)
    let rows = try String(contentsOfFile: "\(folder.path)/s.csv", encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 7)
    let column = try #require(rows[0].firstIndex(of: "thickness median [nm]"))
    for (row, point) in zip(rows.dropFirst(), sweep.points) {
      #expect(Float(row[0]) == point.barriers["pairing"])
      #expect(Double(row[column]) == point.measures["thickness"]?["median"])
    }
  }

  @Test func `a terminal gets a chart that fits, plain where it wants no colours`()
    throws
  {
    let command =
      "'\(Program.path)' sweep --vary dimerisation=0.3:0.5:3 --replicas 2 "
      + Self.small.joined(separator: " ")
    let outcome = try Program.run(
      program: "/usr/bin/script",
      ["-qec", "stty cols 70 rows 40; \(command)", "/dev/null"],
      environment: ["TERM": "xterm-256color", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.contains("━━ median") })
    #expect(lines.contains { $0.contains("└┬") })
    let chart = lines.drop { !$0.contains("━━ median") }
    #expect(chart.allSatisfy { $0.count < 70 && !$0.contains("\u{1b}") })
  }

  @Test func `figures appear beside their table`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["sweep", "--vary", "pairing", "--replicas", "1", "--plot", "\(folder.path)/p"] + Self.small)
    #expect(outcome.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "p.csv", "p.gp", "p.png", "p.svg",
      ])
  }

  @Test(arguments: [
    ([], "--vary is missing"),
    (["--vary", "dimerization"], "did you mean 'dimerisation'?"),
    (["--vary", "dimer-escape"], "unknown barrier 'dimer-escape'"),
    (["--vary", "pairing=0.5"], "expected id=from:to:count"),
    (["--vary", "pairing=0.5:0.6:3:4"], "expected id=from:to:count"),
    (["--vary", "pairing=0.6:0.5:3"], "does not rise"),
    (["--vary", "pairing=0.6:0.6"], "does not rise"),
    (["--vary", "pairing=0.5:0.6:1"], "give 2 to 1000"),
    (["--vary", "pairing=0.5:0.6:2000"], "give 2 to 1000"),
    (["--vary", "pairing=0.5:0.6:x"], "'x' is no count"),
    (["--vary", "pairing=a:0.6:3"], "'a' is no number"),
    (["--vary", "pairing=nan:0.6:3"], "pairing = nan eV is outside physics"),
    (["--vary", "pairing=0.5:inf:3"], "pairing = inf eV is outside physics"),
    (["--vary", "pairing=-1:0.5:3"], "outside physics"),
    (["--vary", "pairing", "--vary", "pairing"], "pairing is to vary twice"),
    (["--vary", "pairing", "--vary", "dimerisation", "--vary", "coalescence"], "given 3 times"),
    (["--vary", "pairing", "--set", "pairing=0.5"], "contradict each other"),
    (["--vary", "pairing", "--replicas", "0"], "--replicas 0"),
    (["--vary", "pairing=0.4:0.5:1000", "--replicas", "2000"], "too many runs"),
    (["--vary", "pairing", "--observable", "thicknes"], "did you mean 'thickness'?"),
    (["--vary", "pairing", "--size", "2x2"], "give 3 x 3"),
  ])
  func `a wrong value is named in one sentence with status 64`(
    options: [String], message: String
  ) throws {
    let outcome = try Program.run(["sweep"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `what cannot be written is refused before anything is simulated`() throws {
    // So many runs that the test would time out if they were begun.
    let long = ["sweep", "--vary", "pairing=0.4:0.9:1000", "--replicas", "1000"]
    for output in [
      ["--csv", "/nowhere/s.csv"], ["--plot", "/nowhere/s"], ["--csv", "/dev/full"],
    ] {
      let outcome = try Program.run(long + output)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains(output[1]))
    }
    let missing = try Program.run(long + ["--plot", "s"], environment: ["PATH": "/nowhere"])
    #expect(missing.status == 69)
    #expect(missing.errors.contains("gnuplot-nox"))
  }

  @Test func `Ctrl-C stops with status 130 and leaves no file`() throws {
    let folder = try TemporaryFolder()
    let sweep = "sweep --vary pairing=0.4:0.9:1000 --replicas 100 --csv '\(folder.path)/s'"
    // The shell gets the Ctrl-C too, and is to outlive it.
    let session = try TmuxSession(
      columns: 100, rows: 12,
      command: "trap : INT; '\(Program.path)' \(sweep); echo status $?; exec sleep 60")
    let running = try session.wait(for: " of 100000 runs")
    #expect(running.found, "\(running.screen)")
    try session.send("C-c")
    let ended = try session.wait(for: "status 130")
    #expect(ended.found, "\(ended.screen)")
    #expect(ended.screen.contains("seiscope: stopped: nothing is lost"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
