import Foundation
import Testing

@testable import seiscope

@Suite struct ManualTests {
  private static let keys = [(keys: "← → h l", what: "change the value"), ("C-c", "'quit'")]

  private func page() throws -> String { try ManualCommand.page(keys: Self.keys).text() }

  @Test func `every command has its place, with its options`() throws {
    let page = try page()
    func check(_ command: CommandEntry, _ path: String) {
      #expect(page.contains(".SS \"\(path)\"\n"))
      for argument in command.ownArguments {
        guard let name = argument.longName else { continue }
        #expect(page.contains("\\fB\(Roff.literal("--" + name))\\fR"), "\(path) --\(name)")
      }
      for inner in command.shownCommands { check(inner, "\(path) \(inner.commandName)") }
    }
    let program = try ManualCommand.help()
    #expect(program.shownCommands.count > 10)
    for command in program.shownCommands { check(command, "seiscope \(command.commandName)") }
    #expect(!page.contains("seiscope manual"))
    #expect(!page.contains("seiscope help"))
  }

  @Test func `options that commands share are described once`() throws {
    let page = try page()
    #expect(page.contains("As for seiscope explore."))
    let presets = page.components(separatedBy: "the authors\\(aq published example").count - 1
    #expect((1...3).contains(presets), "\(presets) lists of presets")
  }

  @Test func `every line that begins with a point is a request of man`() throws {
    let known: Set = [
      ".TH", ".ad", ".SH", ".SS", ".PP", ".TP", ".br", ".RS", ".RE", ".nf", ".fi",
    ]
    for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test func `the explorer's keys are a section of their own`() throws {
    let section = try #require(
      try page().components(separatedBy: ".SH \"KEYS\"\n").last?.components(separatedBy: ".SH")
        .first)
    #expect(section.contains(".TP\n\\fB← → h l\\fR\nchange the value\n"))
    #expect(section.contains(".TP\n\\fBC\\-c\\fR\n\\(aqquit\\(aq\n"))
  }

  @Test func `all exit statuses are named`() throws {
    let page = try page()
    for status in [0, 64, 65, 66, 69, 70, 73, 74, 75, 130] {
      #expect(page.contains(".TP\n\\fB\(status)\\fR\n"), "\(status)")
    }
  }

  @Test(arguments: [
    (".so /etc/passwd", "\\&.so /etc/passwd"), ("'quoted'", "\\(aqquoted\\(aq"),
    ("a\\fBb", "a\\efBb"), ("--json", "\\-\\-json"), ("two-point", "two-point"),
    ("^C ~", "\\(haC \\(ti"),
  ])
  func `text is no markup`(text: String, roff: String) {
    #expect(Roff.escaped(text) == roff)
  }
}
