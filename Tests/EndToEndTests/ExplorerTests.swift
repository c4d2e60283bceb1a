import Foundation
import Interphase
import Testing

/// The explorer of the built program in a real terminal multiplexer.
@Suite(.serialized) struct ExplorerTests {
  private func start(columns: Int = 120, rows: Int = 40, options: String = "") throws
    -> TmuxSession
  {
    try TmuxSession(
      columns: columns, rows: rows,
      command: "'\(Program.path)' explore \(options); echo \"ended with $?\"; sleep 60")
  }

  @Test func `a film grows, a slider moves it, and q leaves a clean screen`() throws {
    let session = try start()
    let grown = try session.wait(for: "finished")
    #expect(grown.found, "\(grown.screen)")
    #expect(grown.screen.contains("thickness"))
    #expect(grown.screen.contains("P+P→O"))
    #expect(grown.screen.contains("▀") || grown.screen.contains("▄"))

    try session.send("n")
    let reseeded = try session.wait(for: "seed \(StartState.standard.seed + 1)")
    #expect(reseeded.found, "\(reseeded.screen)")
    try session.send("u")
    let undone = try session.wait(for: "seed \(StartState.standard.seed)")
    #expect(undone.found, "\(undone.screen)")

    try session.send("q")
    let ended = try session.wait(for: "ended with 0")
    #expect(ended.found, "\(ended.screen)")
    #expect(!ended.screen.contains("thickness"))
  }

  @Test func `a state is copied, a session saved, and the end keeps it`() throws {
    let session = try start()
    _ = try session.wait(for: "finished")
    try session.send("n")
    _ = try session.wait(for: "seed \(StartState.standard.seed + 1)")
    try session.send("y")
    let copied = try session.wait(for: "clipboard.txt")
    #expect(copied.found, "\(copied.screen)")
    try session.send("w")
    let saved = try session.wait(for: "session saved")
    #expect(saved.found, "\(saved.screen)")
    try session.send("q")
    _ = try session.wait(for: "ended with 0")
    let state = session.folder.path + "/seiscope"
    let line = try String(contentsOfFile: state + "/clipboard.txt", encoding: .utf8)
    #expect(line.hasPrefix("sei1:") && line.hasSuffix("\n"))
    let kept = try String(contentsOfFile: state + "/autosave.json", encoding: .utf8)
    #expect(kept.contains("\"seed\" : \(StartState.standard.seed + 1)"))
  }

  @Test func `help lists keys and goes away`() throws {
    let session = try start()
    _ = try session.wait(for: "Simulated")
    try session.send("?")
    let shown = try session.wait(for: "new seed")
    #expect(shown.found, "\(shown.screen)")
    try session.send("Escape")
    let closed = try session.wait { !$0.contains("new seed") }
    #expect(closed.found, "\(closed.screen)")
  }

  @Test func `a window too small says what it needs and recovers when enlarged`() throws {
    let session = try start()
    _ = try session.wait(for: "Simulated")
    try session.resize(columns: 30, rows: 10)
    let small = try session.wait { $0.contains("40×12") && !$0.contains("Simulated") }
    #expect(small.found, "\(small.screen)")
    try session.resize(columns: 100, rows: 30)
    let large = try session.wait(for: "Simulated")
    #expect(large.found, "\(large.screen)")
  }

  @Test func `without a terminal the explorer says so in one sentence`() throws {
    let outcome = try Program.run(["explore"])
    #expect(outcome.status == 69)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("terminal"))
  }

  @Test func `a frame is printed without a terminal at the size asked for`() throws {
    let outcome = try Program.run(
      ["--print-frame", "--size", "80x24", "--color", "mono"], environment: ["LANG": "C.UTF-8"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count >= 24)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(outcome.output.contains("Simulated"))
  }
}
