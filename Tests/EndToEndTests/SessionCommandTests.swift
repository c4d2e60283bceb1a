import Foundation
import Interphase
import NumpyArchives
import Testing

/// State lines, session files, configuration, exports and plain sessions of the built program.
@Suite struct SessionCommandTests {
  private func environment(_ folder: TemporaryFolder) -> [String: String] {
    [
      "HOME": folder.path, "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "", "LANG": "C.UTF-8",
      "NO_COLOR": "",
    ]
  }

  /// Runs `explore --plain` with lines as its input.
  private func plain(
    _ lines: [String], options: String = "", _ folder: TemporaryFolder
  ) throws -> Program.Outcome {
    let input = folder.path + "/input"
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: input, atomically: true, encoding: .utf8)
    return try Program.run(
      program: "/bin/sh",
      ["-c", "cd '\(folder.path)' && '\(Program.path)' explore --plain \(options) < input"],
      environment: environment(folder))
  }

  @Test func `a state line gives the same picture elsewhere`() throws {
    let folder = try TemporaryFolder()
    let made = try plain(
      ["set dimerisation 0.37", "set PC2 1.5", "type-seed 12", "view-explore", "state"],
      options: "--events 30000", folder)
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    let line = try #require(
      made.output.split(separator: "\n").last { $0.hasPrefix("sei1:") }.map(String.init))
    #expect(line.count <= 160)

    func frame(_ options: [String]) throws -> String {
      let outcome = try Program.run(
        ["explore", "--print-frame", "--size", "120x40"] + options,
        environment: environment(folder))
      #expect(outcome.status == 0, "\(outcome.errors)")
      // How fast the film grew is the machine's matter.
      return outcome.output.replacing(/[0-9.]+ [kMG]\/s/, with: "")
    }
    let pasted = try frame(["--state", "\(line)."])
    #expect(pasted.contains("seed 12"))
    // A session file of the same point draws the same screen.
    _ = try plain(["state \(line)", "save-session-as ./point.json"], folder)
    #expect(try frame(["--session", folder.path + "/point.json"]) == pasted)

    let broken = try Program.run(["explore", "--print-frame", "--state", line + "x"])
    #expect(broken.status == 65 && broken.output.isEmpty)
    #expect(broken.errors.contains("mistyped or cut"))
  }

  @Test func `the end of an explorer is where the next one continues`() throws {
    let folder = try TemporaryFolder()
    let first = try plain(["type-seed 4711"], options: "--events 5000", folder)
    #expect(first.status == 0, "\(first.errors)")
    let next = try plain(["state"], options: "--continue", folder)
    #expect(next.output.contains("seed 4711"), "\(next.output)")
    let empty = try TemporaryFolder()
    let none = try plain(["state"], options: "--continue --events 5000", empty)
    #expect(none.status == 0 && none.output.contains("no session to continue"))
  }

  @Test func `a session file is begun, written at the end, and left alone when damaged`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/mine.json"
    let begun = try plain(["type-seed 8"], options: "--session mine.json --events 5000", folder)
    #expect(begun.status == 0 && begun.errors.isEmpty, "\(begun.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\"seed\" : 8"))
    let damaged = text.replacing("\"seed\" : 8", with: "\"seed\" : -8")
    try damaged.write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try plain([], options: "--session mine.json", folder)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("mine.json: knobs.seed: found"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == damaged)
  }

  @Test func `the tables of the explorer's page are the program's`() throws {
    /// Each table below the head of one of keys.
    func tables(_ text: String) -> Set<String> {
      let head = "| keys | command | what it does |\n"
      return Set(
        text.components(separatedBy: head).dropFirst().map { rest in
          rest.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("|") }.joined(separator: "\n")
        })
    }
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/explorer.md")
    let printed = tables(try Program.run(["keys", "--markdown", "--no-config"]).output)
    let written = tables(try String(contentsOf: page, encoding: .utf8))
    #expect(printed.count >= 9)
    #expect(
      written == printed,
      "docs/explorer.md lacks \(printed.subtracting(written)), has \(written.subtracting(printed))")
  }

  @Test func `a configuration changes keys and what is wrong in it is told`() throws {
    let folder = try TemporaryFolder()
    func keys(_ text: String) throws -> Program.Outcome {
      let path = folder.path + "/config.yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return try Program.run(["keys", "--config", path], environment: environment(folder))
    }
    let good = try keys("theme: paper\nmouse: false\nkeys:\n  undo: [F5]\n  quit: q\n")
    #expect(good.status == 0 && good.output.contains(/F5 +undo/), "\(good.errors)")
    for (text, message) in [
      ("thme: paper", "unknown key 'thme': did you mean 'theme'?"),
      ("color: 12", "color: found '12', expected truecolor"),
      ("keys: {undi: [x]}", "no command is called 'undi': did you mean undo?"),
      ("keys: {undo: [x], redo: [x]}", "'x' is given to both"),
      ("mouse: maybe", "mouse: found 'maybe', expected true or false"),
      ("- a", "expected settings by name"),
    ] {
      let outcome = try keys(text)
      #expect(outcome.status == 65 && outcome.errors.contains(message), "\(outcome.errors)")
    }
    // The explorer starts all the same, and says it.
    let frame = try Program.run(
      [
        "--print-frame", "--size", "200x60", "--events", "1000", "--config",
        folder.path + "/config.yaml",
      ],
      environment: environment(folder))
    #expect(frame.status == 0 && frame.output.contains("expected settings by name"))
  }

  @Test func `every format is written without a terminal`() throws {
    let folder = try TemporaryFolder()
    for ending in ["json", "csv", "npz", "png", "txt", "ansi"] {
      let path = folder.path + "/film." + ending
      let outcome = try Program.run(
        ["export", "--events", "20000", "--seed", "5", "--output", path],
        environment: environment(folder))
      #expect(outcome.status == 0, "\(ending): \(outcome.errors)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 1000, "\(ending)")
    }
    let json = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/film.json"))
    let object = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(object["seed"] as? Int == 5 && object["decoded"] is [String: Any])
    let unnamed = try Program.run(["export", "--output", folder.path + "/film"])
    #expect(unnamed.status == 64 && unnamed.errors.contains("--format"))
  }
}
