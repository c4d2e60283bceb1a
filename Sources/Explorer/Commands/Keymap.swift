import Cells
import Interphase

/// Which key asks for which command.
public struct Keymap: Equatable, Sendable {
  /// Commands' names for keys that work in all views.
  private var general: [KeyChord: String] = [:]
  /// Commands' names for keys that work in one view, stronger than the general ones.
  private var special: [ViewKind: [KeyChord: String]] = [:]
  /// Keys of each command, in order.
  private var keys: [String: [KeyChord]] = [:]

  /// The keys that commands have by themselves.
  public static let standard = Keymap()

  private init() {
    for command in Command.all { assign(command.keys, to: command) }
  }

  /// The keys of a configuration: each command that is named has the given keys instead of its own.
  ///
  /// A key that another command had by itself is taken from it.
  /// - Parameter changes: Names of commands, and keys as text; none leaves the command without.
  /// - Throws: Where a command or a key does not exist, with the nearest name, or where two commands
  ///   are given the same key.
  public init(changing changes: [String: [String]]) throws(KeymapError) {
    self = .standard
    var given: [(command: Command, chords: [KeyChord])] = []
    for (name, texts) in changes.sorted(by: { $0.key < $1.key }) {
      guard let command = Command.named[name] else {
        throw .unknownCommand(name, nearest: nearest(to: name, among: Command.all.map(\.name)))
      }
      given.append((command, try Self.chords(texts, of: name)))
    }
    try Self.checkConflicts(among: given)
    // All are released before any is given a key, so that two may exchange theirs.
    for change in given { release(change.command) }
    for change in given { assign(change.chords, to: change.command) }
  }

  private static func chords(
    _ texts: [String], of name: String
  ) throws(KeymapError) -> [KeyChord] {
    var chords: [KeyChord] = []
    for text in texts {
      guard let chord = KeyChord(text) else { throw .unknownKey(text, command: name) }
      chords.append(chord)
    }
    return chords
  }

  private static func checkConflicts(
    among given: [(command: Command, chords: [KeyChord])]
  ) throws(KeymapError) {
    for (index, (command, chords)) in given.enumerated() {
      for chord in chords {
        let other = given[..<index].first { earlier in
          let meet =
            earlier.command.view == nil || command.view == nil
            || earlier.command.view == command.view
          return meet && earlier.chords.contains(chord)
        }
        if let other { throw .conflict(chord.text, command.name, other.command.name) }
      }
    }
  }

  /// The command of a key in a view.
  subscript(chord: KeyChord, in view: ViewKind?) -> String? {
    view.flatMap { special[$0]?[chord] } ?? general[chord]
  }

  /// The keys of a command, as text.
  public func keys(of command: Command) -> [String] { keys[command.name]?.map(\.text) ?? [] }

  private mutating func release(_ command: Command) {
    for chord in keys[command.name] ?? [] {
      if let view = command.view {
        special[view]?[chord] = nil
      } else if general[chord] == command.name {
        general[chord] = nil
      }
    }
    keys[command.name] = []
  }

  private mutating func assign(_ chords: [KeyChord], to command: Command) {
    for chord in chords {
      let former = command.view.map { special[$0]?[chord] } ?? general[chord]
      if let former { keys[former]?.removeAll { $0 == chord } }
      if let view = command.view {
        special[view, default: [:]][chord] = command.name
      } else {
        general[chord] = command.name
      }
    }
    keys[command.name] = chords
  }
}

/// What is wrong with the keys of a configuration.
public enum KeymapError: Error, Equatable, CustomStringConvertible {
  /// There is no such command.
  case unknownCommand(String, nearest: String?)
  /// There is no such key.
  case unknownKey(String, command: String)
  /// Two commands were given one key.
  case conflict(String, String, String)

  /// One sentence.
  public var description: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "keys: no command is called '\(name)': "
        + (nearest.map { "did you mean \($0)?" } ?? "the palette (:) lists all of them")
    case .unknownKey(let text, let command):
      "keys: \(command): '\(text)' is no key: write one like x, C-x, S-Left, F5, Space or Enter"
    case .conflict(let key, let first, let second):
      "keys: '\(key)' is given to both \(first) and \(second): give it to one of them"
    }
  }
}
