import Cells
import Interphase
import Theming

extension ExplorerState {
  mutating func open(_ subject: ListState.Subject) {
    let selection = subject == .themes ? themeIndex : 0
    overlay = .list(ListState(subject: subject, selection: selection, themeBefore: themeIndex))
  }

  mutating func handleList(
    _ list: ListState, _ key: Key, _ modifiers: Modifiers
  ) -> [Effect] {
    var list = list
    switch (key, modifiers) {
    case (.escape, _), (.character("q"), []):
      if list.subject == .themes { themeIndex = list.themeBefore }
      overlay = nil
      return []
    case (.enter, _), (.character(" "), _): return choose(list)
    case (.up, _), (.character("k"), []), (.tab, .shift): list.selection -= 1
    case (.down, _), (.character("j"), []), (.tab, _): list.selection += 1
    case (.home, _), (.pageUp, _), (.character("g"), []): list.selection = 0
    case (.end, _), (.pageDown, _), (.character("G"), []): list.selection = .max
    case (.character("t"), []) where list.subject == .themes:
      list.selection = (list.selection + 1) % themes.count
    case (.character("d"), []), (.delete, _): deleteBookmark(list)
    case (.character("w"), []) where list.subject == .bookmarks: return walkToBookmark(list)
    case (.character("c"), []) where list.subject == .bookmarks:
      guard session.bookmarks.indices.contains(list.selection) else { break }
      overlay = .list(ListState(subject: .comparison(session.bookmarks[list.selection])))
      return []
    default: break
    }
    let last = ListOverlay.entries(list.subject, self).count - 1
    list.selection = min(max(0, list.selection), max(0, last))
    if list.subject == .themes { themeIndex = list.selection }
    overlay = .list(list)
    return []
  }

  mutating func pressList(_ list: ListState, _ point: Point) -> [Effect] {
    let box = ListOverlay.box(list, self)
    let count = ListOverlay.entries(list.subject, self).count
    let first = box.first(showing: list.selection, of: count)
    guard let entry = box.entry(at: point, first: first, of: count) else {
      if !box.frame.contains(point) { return handleList(list, .escape, []) }
      return []
    }
    var list = list
    list.selection = entry
    if list.subject == .themes { themeIndex = entry }
    return choose(list)
  }

  private mutating func choose(_ list: ListState) -> [Effect] {
    switch list.subject {
    case .themes:
      overlay = nil
      followsGround = false
      notice = "theme \(theme.name)"
    case .bookmarks:
      guard session.bookmarks.indices.contains(list.selection) else { return [] }
      overlay = nil
      go(to: session.bookmarks[list.selection])
    case .species:
      toggle(LegendView.species[list.selection])
      overlay = .list(list)
    case .comparison(let bookmark):
      overlay = nil
      go(to: bookmark)
    case .exports:
      overlay = nil
      let format = ExportOrder.Format.allCases[list.selection]
      return [.export(ExportOrder(format: format, path: nil, of: self))]
    }
    return []
  }

  private mutating func deleteBookmark(_ list: ListState) {
    guard list.subject == .bookmarks, session.bookmarks.indices.contains(list.selection) else {
      return
    }
    edit { _ = $0.bookmarks.remove(at: list.selection) }
  }

  /// A walk from here to a bookmark: the present point becomes a bookmark of its own.
  private mutating func walkToBookmark(_ list: ListState) -> [Effect] {
    guard session.bookmarks.indices.contains(list.selection) else { return [] }
    let goal = session.bookmarks[list.selection]
    let here =
      session.bookmarks.first { $0.knobs == session.knobs && $0.name != goal.name }?.name
      ?? freshBookmarkName
    let start = Bookmark(name: here, knobs: session.knobs)
    edit { session in
      if !session.bookmarks.contains(start) { session.bookmarks.append(start) }
      session.walk.course = .between(here, goal.name)
    }
    overlay = nil
    show(.walk)
    return []
  }

  /// Shows a species or hides it.
  mutating func toggle(_ species: Species) {
    edit { session in
      if session.hidden.remove(species) == nil { session.hidden.insert(species) }
    }
  }

  /// How a bookmark differs from where the knobs stand.
  func detail(_ bookmark: Bookmark) -> String {
    let there = bookmark.knobs
    let barriers = Reaction.withBarrier.filter { there.barriers[$0] != session.barriers[$0] }.count
    let axes = zip(there.offsets, session.offsets).filter { $0 != $1 }.count
    var parts: [String] = []
    if barriers > 0 { parts.append(barriers == 1 ? "1 barrier" : "\(barriers) barriers") }
    if axes > 0 { parts.append(axes == 1 ? "1 axis" : "\(axes) axes") }
    if there.anchor != session.anchor { parts.append(there.anchor.shortTitle) }
    if there.seed != session.seed { parts.append("seed \(there.seed)") }
    return parts.isEmpty ? "here" : parts.joined(separator: ", ")
  }
}
