import Cells

extension ExplorerState {
  mutating func handle(_ key: Key, _ modifiers: Modifiers) -> [Effect] {
    clearMessages()
    endDrag()
    if let effect = systemKey(key, modifiers) { return [effect] }
    if entry != nil {
      handleEntry(key, modifiers)
      return []
    }
    if overlay != nil { return handleOverlay(key, modifiers) }
    let chord = KeyChord(key, modifiers)
    if turnTour(chord) { return [] }
    if let effects = view.type.intercept(chord, &self) { return effects }
    guard let name = keymap[chord, in: view] else { return [] }
    return Command.named[name]?.run(&self) ?? []
  }

  mutating func clearMessages() {
    message = nil
    notice = nil
  }

  /// Keys that mean the same everywhere, also while text is typed.
  func systemKey(_ key: Key, _ modifiers: Modifiers) -> Effect? {
    guard modifiers.contains(.control), case .character(let character) = key else { return nil }
    switch character {
    case "c": return .quit
    case "z": return .suspend
    case "l": return .redraw
    default: return nil
    }
  }

  private mutating func handleEntry(_ key: Key, _ modifiers: Modifiers) {
    switch key {
    case .escape: entry = nil
    case .enter: commitEntry()
    default: _ = entry?.field.handle(key, modifiers)
    }
  }
}
