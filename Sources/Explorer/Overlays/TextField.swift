import Cells

/// A line of text being typed.
struct TextField: Equatable, Sendable {
  /// What was typed.
  private(set) var text: [Character] = []
  /// Where the next character goes, 0 before the first.
  private(set) var cursor = 0
  /// Longest text [characters].
  let limit: Int

  init(_ text: String = "", limit: Int) {
    self.limit = limit
    insert(text)
  }

  /// The text as a string.
  var string: String { String(text) }

  /// Takes a key.
  ///
  /// - Returns: Whether it means something to a line of text.
  mutating func handle(_ key: Key, _ modifiers: Modifiers) -> Bool {
    switch key {
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home: move(to: 0)
    case .end: move(to: .max)
    case .character("u") where modifiers == .control: clear()
    case .character(let character) where modifiers.isDisjoint(with: [.control, .alt]):
      insert(String(character))
    default: return false
    }
    return true
  }

  /// Inserts what is printable of a text, as far as there is room.
  mutating func insert(_ more: String) {
    for character in more where text.count < limit {
      guard character.unicodeScalars.allSatisfy(\.isPrintable) else { continue }
      text.insert(character, at: cursor)
      cursor += 1
    }
  }

  mutating func clear() {
    text = []
    cursor = 0
  }

  private mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: cursor)
  }

  private mutating func deleteForward() {
    if cursor < text.count { text.remove(at: cursor) }
  }

  private mutating func move(to place: Int) { cursor = min(max(0, place), text.count) }

  private mutating func move(by step: Int) { move(to: cursor + step) }
}

extension Canvas {
  /// Writes a line being typed with its cursor; a long one is scrolled to the cursor.
  mutating func write(
    _ field: TextField, x: Int, y: Int, width: Int, style: Style, cursor: Style
  ) {
    let first = max(0, field.cursor - width + 1)
    for column in 0..<max(0, width) {
      let index = first + column
      let glyph = index < field.text.count ? String(field.text[index]) : " "
      guard index <= field.text.count, index < field.text.count || index == field.cursor else {
        return
      }
      write(glyph, x: x + column, y: y, style: index == field.cursor ? cursor : style, width: 1)
    }
  }
}
