import Cells
import Theming

extension ExplorerState {
  mutating func handle(_ key: Key, _ modifiers: Modifiers) -> [Effect] {
    clearMessages()
    endDrag()
    if let effect = systemKey(key, modifiers) { return [effect] }
    if entry != nil {
      handleEntry(key, modifiers)
      return []
    }
    if help != nil {
      handleHelp(key, modifiers)
      return []
    }
    if moveFocus(key, modifiers) || moveValue(key, modifiers) { return [] }
    return command(key, modifiers)
  }

  mutating func clearMessages() {
    message = nil
    notice = nil
  }

  /// Keys that mean the same everywhere, also while text is typed.
  private func systemKey(_ key: Key, _ modifiers: Modifiers) -> Effect? {
    guard modifiers.contains(.control), case .character(let character) = key else { return nil }
    switch character {
    case "c": return .quit
    case "z": return .suspend
    case "l": return .redraw
    default: return nil
    }
  }

  private mutating func command(_ key: Key, _ modifiers: Modifiers) -> [Effect] {
    guard modifiers.isDisjoint(with: [.control, .alt]) else {
      if key == .character("r"), modifiers == .control { redo() }
      return []
    }
    switch key {
    case .character("q"): return [.quit]
    case .character("?"), .function(1): help = HelpState()
    case .character("="), .enter: entry = ValueEntry(control: focus)
    case .character("r"), .backspace, .delete: reset(focus)
    case .character("R"): resetAll()
    case .character("n"): newSeed()
    case .character("a"): nextAnchor()
    case .character("A"): anotherAnchor()
    case .character("t"): nextTheme()
    case .character("u"): undo()
    case .character("U"): redo()
    default: break
    }
    return []
  }

  private mutating func handleEntry(_ key: Key, _ modifiers: Modifiers) {
    switch key {
    case .escape: entry = nil
    case .enter: commitEntry()
    case .backspace: entry?.deleteBackward()
    case .delete: entry?.deleteForward()
    case .left: entry?.move(by: -1)
    case .right: entry?.move(by: 1)
    case .home: entry?.move(to: 0)
    case .end: entry?.move(to: .max)
    case .character("u") where modifiers == .control: entry?.clear()
    case .character(let character) where modifiers.isDisjoint(with: [.control, .alt]):
      entry?.insert(String(character))
    default: break
    }
  }

  private mutating func handleHelp(_ key: Key, _ modifiers: Modifiers) {
    guard var state = help else { return }
    switch key {
    case .escape, .enter, .function(1): help = nil
    case .character("?") where state.filter.isEmpty, .character("q") where state.filter.isEmpty:
      help = nil
    case .up: state.scroll -= 1
    case .down: state.scroll += 1
    case .pageUp: state.scroll -= 10
    case .pageDown: state.scroll += 10
    case .backspace: _ = state.filter.popLast()
    case .character(let character)
    where modifiers.isDisjoint(with: [.control, .alt]) && state.filter.count < 20:
      state.filter.append(character)
    default: break
    }
    if help != nil {
      state.scroll = min(max(0, state.scroll), HelpOverlay.lastScroll(self, state))
      help = state
    }
  }
}

// MARK: - Focus and values

extension ExplorerState {
  /// Tab and up/down walk through all sliders; Page keys jump between axes and barriers.
  private mutating func moveFocus(_ key: Key, _ modifiers: Modifiers) -> Bool {
    switch (key, modifiers) {
    case (.tab, []), (.down, []), (.character("j"), []): stepFocus(by: 1)
    case (.tab, .shift), (.up, []), (.character("k"), []): stepFocus(by: -1)
    case (.pageUp, _), (.pageDown, _): jumpFocus()
    default: return false
    }
    return true
  }

  private mutating func stepFocus(by step: Int) {
    let all = controls
    let index = all.firstIndex(of: focus) ?? 0
    focus = all[(index + step + all.count) % all.count]
  }

  private mutating func jumpFocus() {
    if let other = controls.first(where: { $0.isBarrier != focus.isBarrier }) { focus = other }
  }

  private mutating func moveValue(_ key: Key, _ modifiers: Modifiers) -> Bool {
    switch key {
    case .left, .character("h"), .character("H"): nudge(focus, by: -steps(key, modifiers))
    case .right, .character("l"), .character("L"): nudge(focus, by: steps(key, modifiers))
    case .home: toEnd { $0.lowerBound }
    case .end: toEnd { $0.upperBound }
    default: return false
    }
    return true
  }

  private mutating func toEnd(_ end: (ClosedRange<Double>) -> Double) {
    set(focus, to: end(range(of: focus)))
  }

  private func steps(_ key: Key, _ modifiers: Modifiers) -> Double {
    let shifted = modifiers.contains(.shift) || key == .character("H") || key == .character("L")
    let size: StepSize =
      shifted ? .coarse : modifiers.isDisjoint(with: [.control, .alt]) ? .normal : .fine
    return size.factor
  }
}

// MARK: - Commands

extension ExplorerState {
  private mutating func resetAll() {
    let origin = start
    edit { $0 = origin }
  }

  mutating func newSeed() { edit { $0.seed &+= 1 } }

  mutating func nextAnchor() {
    guard let summary = model.summary else {
      message = "an anchor needs a model"
      return
    }
    edit { session in
      repeat {
        session.anchor = session.anchor.next(testSamples: summary.testSamples)
      } while !summary.hasConditionalPrior && session.anchor.usesPrior
    }
  }

  /// Another draw of the prior, another test sample.
  private mutating func anotherAnchor() {
    guard let other = session.anchor.another(testSamples: model.summary?.testSamples ?? 0) else {
      message =
        "the anchor '\(session.anchor.title)' is the only one of its kind: a chooses another"
      return
    }
    edit { $0.anchor = other }
  }

  mutating func nextTheme() {
    themeIndex = (themeIndex + 1) % themes.count
    notice = themes.count > 1 ? "theme \(theme.name)" : "no other theme was found"
  }
}

extension Anchor {
  /// Whether it is taken from the conditional prior.
  var usesPrior: Bool {
    switch self {
    case .priorMean, .priorDraw: true
    default: false
    }
  }
}
