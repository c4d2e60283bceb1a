import Cells
import Console
import Explorer
import Files
import Interphase
import Yams

/// What a person's configuration says; docs/sessions.md has its keys.
struct ExplorerConfiguration {
  /// A theme's name.
  var theme: String?
  /// How many colours.
  var color: ColorDepth?
  /// Whether glyphs beyond ASCII are shown.
  var unicode: Bool?
  /// Whether the mouse is ours.
  var mouse: Bool?
  /// The folder of a model.
  var model: String?
  /// Whether the session is saved without being asked for.
  var autosave = true
  /// Keys of commands.
  var keymap = Keymap.standard
  /// What was wrong, a sentence each; the settings concerned are as without a configuration.
  var problems: [String] = []

  private static let keys = [
    "theme", "color", "ascii", "utf8", "mouse", "model", "autosave", "keys",
  ]

  /// A configuration that says nothing.
  init() {}

  /// Reads a file.
  ///
  /// Nothing that is wrong in it keeps the explorer from starting.
  init(path: String) {
    do {
      try read(ConfigurationFile(opening: path, of: "settings"))
    } catch {
      problems.append("\(error)")
    }
  }

  private mutating func read(_ file: ConfigurationFile) throws {
    guard let top = file.root.mapping else {
      throw file.wrong("found \(ConfigurationFile.shown(file.root)), expected settings by name")
    }
    for (key, value) in top {
      do {
        try take(key.scalar?.string ?? ConfigurationFile.shown(key), value, file)
      } catch {
        problems.append("\(error)")
      }
    }
  }

  private mutating func take(_ key: String, _ value: Node, _ file: ConfigurationFile) throws {
    func truth() throws -> Bool {
      guard let truth = Self.truths[value.scalar?.string.lowercased() ?? ""] else {
        throw file.wrong("\(key): found \(ConfigurationFile.shown(value)), expected true or false")
      }
      return truth
    }
    switch key {
    case "theme": theme = try Self.word(key, value, file)
    case "model": model = Self.path(try Self.word(key, value, file), besides: file.path)
    case "color":
      guard let depth = ScreenOptions.depths[value.scalar?.string.lowercased() ?? ""] else {
        throw file.wrong(
          "color: found \(ConfigurationFile.shown(value)), expected truecolor, 256, 16, 8 or mono")
      }
      color = depth
    case "ascii": unicode = try truth() ? false : unicode
    case "utf8": unicode = try truth() ? true : unicode
    case "mouse": mouse = try truth()
    case "autosave": autosave = try truth()
    case "keys": try takeKeys(value, file)
    default: throw file.unknown(key, among: Self.keys)
    }
  }

  private mutating func takeKeys(_ value: Node, _ file: ConfigurationFile) throws {
    guard let commands = value.mapping else {
      throw file.wrong(
        "keys: found \(ConfigurationFile.shown(value)), expected commands with lists of keys")
    }
    var changes: [String: [String]] = [:]
    for (name, keys) in commands {
      let list = keys.sequence.map { Array($0) } ?? [keys]
      guard let name = name.scalar?.string, list.allSatisfy({ $0.scalar != nil }) else {
        throw file.wrong(
          "keys: found \(ConfigurationFile.shown(name)), expected a command with a list of keys")
      }
      changes[name] = list.compactMap { $0.scalar?.string }
    }
    do {
      keymap = try Keymap(changing: changes)
    } catch {
      throw file.wrong(error.description)
    }
  }

  private static let truths = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]

  private static func word(
    _ key: String, _ value: Node, _ file: ConfigurationFile
  ) throws -> String {
    guard let word = value.scalar?.string, !word.isEmpty else {
      throw file.wrong("\(key): found \(ConfigurationFile.shown(value)), expected a name")
    }
    return word
  }

  /// A path as the file means it: from the home, or from the file's own folder.
  private static func path(_ path: String, besides file: String) -> String {
    if path.hasPrefix("~/"), let home = UserFolders.own.home {
      return home + path.dropFirst()
    }
    return path.hasPrefix("/") ? path : "\(Folder.parent(of: file))/\(path)"
  }
}
