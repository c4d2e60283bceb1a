import Explorer
import Interphase

/// A session as JSON and back: the one place that knows the keys of all but the views' settings.
enum SessionRecord {
  private static let keys = [
    "version", "program", "model", "view", "focus", "theme", "knobs", "bookmarks", "locked",
    "hidden", "compare", "map", "walk", "report",
  ]

  static func value(of saved: SavedSession, program: String) -> JSONValue {
    let session = saved.session
    var members: [String: JSONValue] = [
      "version": .whole(UInt64(SessionFile.version)), "program": .text(program),
      "view": .text(saved.view.rawValue), "focus": .text(saved.focus.name),
      "knobs": KnobsRecord.value(of: session.knobs),
      "compare": CompareRecord.value(of: session.compare),
      "map": MapRecord.value(of: session.map), "walk": WalkRecord.value(of: session.walk),
      "report": ReportRecord.value(of: session.report),
    ]
    for (key, list) in [
      ("bookmarks", session.bookmarks.map(BookmarkRecord.value)),
      ("locked", session.locked.map(\.name).sorted().map(JSONValue.text)),
      ("hidden", session.hidden.map(\.name).sorted().map(JSONValue.text)),
    ] where !list.isEmpty {
      members[key] = .list(list)
    }
    members["theme"] = saved.theme.map(JSONValue.text)
    members["model"] = saved.modelHash.map(JSONValue.text)
    return .object(members)
  }

  static func session(from root: Field) throws(SessionError) -> SavedSession {
    try checkVersion(of: root)
    let members = try root.members(keys)
    let start = StartState.standard
    var session = Session(barriers: start.barriers, seed: start.seed)
    try members.read("knobs", into: &session.knobs, KnobsRecord.knobs)
    try members.read("bookmarks", into: &session.bookmarks, BookmarkRecord.bookmarks)
    try members.read("locked", into: &session.locked) { field throws(SessionError) in
      try set(field, ControlRecord.control)
    }
    try members.read("hidden", into: &session.hidden) { field throws(SessionError) in
      try set(field, SpeciesRecord.species)
    }
    try members.read("compare", into: &session.compare, CompareRecord.settings)
    try members.read("map", into: &session.map, MapRecord.settings)
    try members.read("walk", into: &session.walk, WalkRecord.settings)
    try members.read("report", into: &session.report, ReportRecord.settings)
    var saved = SavedSession(session: session, view: .explore, focus: .axis(0))
    try members.read("view", into: &saved.view) { field throws(SessionError) in
      try field.word(ViewKind.allCases.map { ($0.rawValue, $0) })
    }
    try members.read("focus", into: &saved.focus, ControlRecord.control)
    try members.read("theme", into: &saved.theme) { field throws(SessionError) in
      try field.text()
    }
    try members.read("model", into: &saved.modelHash) { field throws(SessionError) in
      try field.text()
    }
    return saved
  }

  /// A newer version is told before its keys are found to be unknown.
  private static func checkVersion(of root: Field) throws(SessionError) {
    guard case .object(let members) = root.value,
      let version = Members(file: root.file, path: "", members: members)["version"]
    else {
      throw SessionError(
        "\(root.file): is no session: expected an object with 'version': \(SessionFile.version)")
    }
    guard case .whole(let number) = version.value, number > UInt64(SessionFile.version) else {
      _ = try version.count(1...SessionFile.version)
      return
    }
    throw SessionError(
      "\(root.file): version \(number) of a newer program, this one reads "
        + "\(SessionFile.version): update it")
  }

  private static func set<Element: Hashable>(
    _ field: Field, _ read: (Field) throws(SessionError) -> Element
  ) throws(SessionError) -> Set<Element> {
    var result: Set<Element> = []
    for element in try field.elements(atMost: 100) { result.insert(try read(element)) }
    return result
  }
}

/// Sliders by name.
enum ControlRecord {
  static func control(_ field: Field) throws(SessionError) -> Control {
    try field.word(Control.all.map { ($0.name, $0) })
  }
}

/// Species by name.
enum SpeciesRecord {
  static func species(_ field: Field) throws(SessionError) -> Species {
    try field.word(Species.allCases.map { ($0.name, $0) })
  }
}
