import Explorer
import Interphase

/// What a line of a plain session asks for.
enum PlainRequest: Equatable {
  case nothing
  /// The sentence says what is wrong with the line.
  case mistake(String)
  case help
  case films
  case get([Control])
  case event(ExplorerEvent)
  case export(ExportOrder.Format)
  case stateLine

  /// What can be asked.
  static let guide = [
    "set NAME VALUE moves a slider, as in set PC1 1.2 or set dimerisation 350 meV.",
    "get NAME says where a slider stands; get alone says it of all.",
    "films describes both films; state prints the state as one line; state LINE goes there.",
    "go NAME moves to a bookmark; export FORMAT writes a file: json, csv, npz, png, svg, text or ansi.",
    "Every command of 'seiscope keys' works by its name, with an answer behind it where it asks "
      + "one, as in type-seed 7; undo takes back.",
    "quit ends.",
  ]

  private static let words = ["set", "get", "films", "help", "state", "go", "export", "quit"]

  /// Reads a line.
  init(_ line: String, _ state: ExplorerState) {
    let parts = Self.split(line)
    let rest = parts.dropFirst().joined(separator: " ")
    switch parts.first?.lowercased() {
    case nil: self = .nothing
    case "help", "?": self = .help
    case "films": self = .films
    case "get": self = Self.get(rest, state)
    case "set": self = Self.set(Array(parts.dropFirst()), state)
    case "state": self = rest.isEmpty ? .stateLine : .event(.command("paste-state", answer: rest))
    case "go": self = Self.go(rest, state)
    case "export": self = Self.export(rest)
    case let word?: self = Self.command(word, rest)
    }
  }

  private static func command(_ word: String, _ rest: String) -> PlainRequest {
    let names = Command.all.map(\.name)
    guard names.contains(word) else {
      let hint = nearest(to: word, among: names + words).map { "did you mean \($0)?" }
      return .mistake("There is no command '\(word)': \(hint ?? "help lists what can be asked.")")
    }
    return .event(.command(word, answer: rest.isEmpty ? nil : rest))
  }

  private static func get(_ name: String, _ state: ExplorerState) -> PlainRequest {
    if name.isEmpty { return .get(state.controlNames.compactMap { state.control(named: $0) }) }
    guard let control = state.control(named: name) else { return unknown(name, state) }
    return .get([control])
  }

  private static func set(_ words: [String], _ state: ExplorerState) -> PlainRequest {
    // A label without quotation marks has several words too: the longest that is a name counts.
    for count in (1..<max(2, words.count)).reversed() where words.count > count {
      let name = words.prefix(count).joined(separator: " ")
      guard let control = state.control(named: name) else { continue }
      return .event(.typed(words.dropFirst(count).joined(separator: " "), control))
    }
    guard words.count > 1 else {
      return .mistake("set wants a name and a value, as in set PC1 1.2.")
    }
    return unknown(words[0], state)
  }

  private static func unknown(_ name: String, _ state: ExplorerState) -> PlainRequest {
    let hint = nearest(to: name.lowercased(), among: state.controlNames.map { $0.lowercased() })
    return .mistake(
      "There is no slider '\(name)': "
        + (hint.map { "did you mean \($0)?" } ?? "get lists all of them."))
  }

  private static func go(_ name: String, _ state: ExplorerState) -> PlainRequest {
    guard let bookmark = state.session.bookmarks.first(where: { $0.name == name }) else {
      let names = state.session.bookmarks.map(\.name)
      let all =
        names.isEmpty ? "add-bookmark NAME makes one" : "there are \(names.joined(separator: ", "))"
      return .mistake("There is no bookmark '\(name)': \(all).")
    }
    var saved = state.saved
    saved.session.knobs = bookmark.knobs
    return .event(.restored(saved))
  }

  private static func export(_ name: String) -> PlainRequest {
    guard let format = ExportOrder.Format(rawValue: name.lowercased()) else {
      let names = ExportOrder.Format.allCases.map(\.rawValue).joined(separator: ", ")
      return .mistake("export wants a format: \(names).")
    }
    return .export(format)
  }

  /// Words, those in quotation marks as one.
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index.isMultiple(of: 2) {
        words += part.split(whereSeparator: \.isWhitespace).map(String.init)
      } else {
        words.append(String(part))
      }
    }
    return words
  }
}
