import Cells
import Explorer
import Foundation
import Interphase
import SessionFiles
import Testing
import Theming

@testable import ExplorerRuntime

@Suite struct PlainSessionTests {
  /// What is said to some lines, after the greeting.
  private func spoken(to lines: [String], folder: String? = nil) -> [[String]] {
    let state = ExplorerState(
      size: Size(width: 120, height: 40),
      capabilities: Capabilities(colors: .monochrome, unicode: false), themes: [.interphase],
      session: Session(barriers: .middle, seed: 3, eventLimit: 20_000), model: .absent("none here"))
    var files = Archivist.Settings(
      program: "test", folder: folder.map { StateFolder(path: $0) }, home: nil)
    files.autosaves = false
    let said = Said()
    var session = PlainSession(state, model: nil, files: files) {
      said.sentences[said.sentences.count - 1].append($0)
    }
    var rest = lines[...]
    _ = session.run {
      said.sentences.append([])
      return rest.popFirst()
    }
    return Array(said.sentences.dropFirst().prefix(lines.count))
  }

  private final class Said {
    var sentences: [[String]] = [[]]
  }

  @Test func `a slider is set by name, label or id, and says where it stands`() {
    let answers = spoken(to: [
      "get dimerisation", "set dimerisation 350 meV", "set \"P+P→O\" 0,4", "set P+P→O 0.45 eV",
      "undo", "get DIMERISATION",
    ])
    #expect(
      answers[0] == [
        "dimerisation is 0.411 eV, of 0.296 to 0.526; two precursors join to Li₂EDC, releasing C₂H₄."
      ])
    #expect(answers[1].first?.hasPrefix("dimerisation is 0.350 eV") == true)
    #expect(answers[1].contains { $0.hasPrefix("Simulated film: thickness ") })
    #expect(answers[2].first?.hasPrefix("dimerisation is 0.400 eV") == true)
    #expect(answers[3].first?.hasPrefix("dimerisation is 0.450 eV") == true)
    #expect(answers[4].contains { $0.hasPrefix("dimerisation is 0.400 eV") })
    #expect(answers[5].first?.hasPrefix("dimerisation is 0.400 eV") == true)
  }

  @Test func `what cannot be done is told in one sentence with the remedy`() {
    let answers = spoken(to: [
      "set dimerization 0.4", "set pairing much", "set", "undp", "export pdf", "go home",
      "type-seed", "themes", "state sei1:abc", "",
    ])
    let beginnings = [
      "There is no slider 'dimerization': did you mean dimerisation?", "'much' is no number",
      "set wants a name and a value", "There is no command 'undp': did you mean undo?",
      "export wants a format", "There is no bookmark 'home'", "type-seed wants an answer",
      "themes needs the screen", "the state line is mistyped or cut",
    ]
    for (answer, beginning) in zip(answers, beginnings) {
      #expect(answer.first?.hasPrefix(beginning) == true, "\(answer)")
    }
    #expect(answers[9].isEmpty)
  }

  @Test func `commands work by name, also those that ask something`() {
    let answers = spoken(to: ["type-seed 9", "add-bookmark here", "new-seed", "go here", "state"])
    #expect(answers[0].contains { $0.hasPrefix("Simulated film: ") })
    #expect(answers[1].first?.contains("bookmark 'here'") == true)
    var session = Session(barriers: .middle, seed: 9, eventLimit: 20_000)
    session.bookmarks = []
    let saved = SavedSession(session: session, view: .explore, focus: .axis(0))
    #expect(answers[4] == [StateLine(saved).text])
  }

  @Test func `films are as the runner grows them, and lines after quit are not read`() throws {
    let answers = spoken(to: ["films", "quit", "films"])
    #expect(answers.count == 2 && answers[1].isEmpty)
    let events = try #require(answers[0].first { $0.hasPrefix("Simulated") })
    #expect(events.hasSuffix("after 20,000 events.") || events.contains("finished after"))
    #expect(answers[0].contains("No decoded film: none here."))
  }
}
