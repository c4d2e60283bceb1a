public import Cells

/// A key with what is held down beside it, as people write it: `C-r`, `S-Left`, `?`.
public struct KeyChord: Hashable, Sendable {
  /// The key.
  public var key: Key
  /// What is held down beside it.
  public var modifiers: Modifiers

  /// A key with modifiers.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// Reads a chord: modifiers `C-`, `A-` (also `M-`), `S-`, then a name or a character.
  ///
  /// - Returns: `nil` where the text names no key.
  public init?(_ text: String) {
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-", let held = Self.held[rest.first ?? " "] {
      modifiers.formUnion(held)
      rest = rest.dropFirst(2)
    }
    guard let key = Self.key(named: String(rest)) else { return nil }
    self.init(key, modifiers)
  }

  /// The chord as people write it.
  public var text: String {
    let prefix =
      (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "A-" : "")
      + (modifiers.contains(.shift) ? "S-" : "")
    return prefix + Self.name(of: key)
  }

  private static let held: [Character: Modifiers] = [
    "C": .control, "A": .alt, "M": .alt, "S": .shift,
  ]

  private static let names: [(Key, String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backspace, "Backspace"),
    (.delete, "Del"), (.insert, "Ins"), (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"),
    (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    (.character(" "), "Space"),
  ]

  /// Other ways to write a name, in lower case.
  private static let synonyms: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "escape": .escape,
    "return": .enter, "delete": .delete, "insert": .insert, "pageup": .pageUp,
    "pagedown": .pageDown,
  ]

  private static func name(of key: Key) -> String {
    switch key {
    case .character(let character) where character != " ": return String(character)
    case .function(let number): return "F\(number)"
    default: return names.first { $0.0 == key }?.1 ?? "?"
    }
  }

  private static func key(named name: String) -> Key? {
    if name.count == 1, let character = name.first, names.allSatisfy({ $0.1 != name }) {
      return .character(character)
    }
    let lowered = name.lowercased()
    if let known = names.first(where: { $0.1.lowercased() == lowered })?.0 { return known }
    if let known = synonyms[lowered] { return known }
    guard lowered.first == "f", let number = Int(lowered.dropFirst()), (1...12).contains(number)
    else { return nil }
    return .function(number)
  }
}

extension KeyChord: ExpressibleByStringLiteral {
  /// A chord in the program's own text.
  ///
  /// - Precondition: It names a key.
  public init(stringLiteral text: String) {
    guard let chord = KeyChord(text) else { preconditionFailure("'\(text)' names no key") }
    self = chord
  }
}
