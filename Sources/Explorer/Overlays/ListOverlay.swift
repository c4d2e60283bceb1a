import Cells
import Interphase
import Theming

/// Something to choose from.
struct ListState: Equatable, Sendable {
  /// What there is to choose.
  enum Subject: Equatable, Sendable {
    case themes, bookmarks, species, exports
  }

  var subject: Subject
  var selection = 0
  /// The theme before the list was opened: Esc goes back to it.
  var themeBefore = 0
}

/// A list over the view: what is chosen with Enter, Space or a click.
enum ListOverlay {
  /// One line.
  struct Entry: Equatable {
    var title: String
    var detail: String
  }

  static func box(_ list: ListState, _ state: ExplorerState) -> OverlayBox {
    OverlayBox(entries: max(1, entries(list.subject, state).count), width: 60, in: state.size)
  }

  static func draw(_ list: ListState, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let box = box(list, state)
    let frame = box.frame
    box.draw(
      [Segment(title(list.subject), look.title)], hint: hint(list.subject), look, on: &canvas)
    let entries = entries(list.subject, state)
    let first = box.first(showing: list.selection, of: entries.count)
    for (line, entry) in entries.dropFirst(first).prefix(box.rows).enumerated() {
      drawRow(
        entry.title, entry.detail, isChosen: first + line == list.selection,
        y: frame.y + 3 + line, in: frame, look, on: &canvas)
    }
    if entries.isEmpty {
      canvas.write(
        "none yet: m makes one", x: frame.x + 2, y: frame.y + 3, style: look.dim)
    }
    box.drawMore(entries.count - first - box.rows, look, on: &canvas)
  }

  /// A line of a list; the chosen one stands out without colours too.
  static func drawRow(
    _ title: String, _ detail: String, isChosen: Bool, y: Int, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    if isChosen {
      canvas.write("▸", x: frame.x + 1, y: y, style: look.focus)
    }
    let room = frame.width - 5 - detail.unicodeScalars.count - 1
    canvas.write(
      title, x: frame.x + 3, y: y, style: isChosen ? look.focusTitle : look.text, width: room)
    canvas.write(
      detail, endingAt: frame.maxX - 2, y: y, style: isChosen ? look.focus : look.dim)
  }

  private static func title(_ subject: ListState.Subject) -> String {
    switch subject {
    case .themes: "Theme"
    case .bookmarks: "Bookmarks"
    case .species: "Species shown"
    case .exports: "Export"
    }
  }

  private static func hint(_ subject: ListState.Subject) -> String {
    switch subject {
    case .themes: "Enter keeps · Esc goes back"
    case .bookmarks: "Enter goes · w walks there · d deletes"
    case .species: "Enter shows or hides · Esc closes"
    case .exports: "Enter writes · Esc closes"
    }
  }

  static func entries(_ subject: ListState.Subject, _ state: ExplorerState) -> [Entry] {
    switch subject {
    case .themes:
      state.themes.map { Entry(title: $0.name, detail: $0.isDark ? "dark" : "light") }
    case .bookmarks: state.session.bookmarks.map { Entry(title: $0.name, detail: state.detail($0)) }
    case .species:
      LegendView.species.map { species in
        Entry(
          title: species.name, detail: state.session.hidden.contains(species) ? "hidden" : "shown")
      }
    case .exports:
      ExportOrder.Format.allCases.map { Entry(title: $0.title, detail: $0.rawValue) }
    }
  }
}

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
      notice = "theme \(theme.name)"
    case .bookmarks:
      guard session.bookmarks.indices.contains(list.selection) else { return [] }
      overlay = nil
      go(to: session.bookmarks[list.selection])
    case .species:
      toggle(LegendView.species[list.selection])
      overlay = .list(list)
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
    if barriers > 0 { parts.append("\(barriers) barriers") }
    if axes > 0 { parts.append("\(axes) axes") }
    if there.anchor != session.anchor { parts.append(there.anchor.shortTitle) }
    if there.seed != session.seed { parts.append("seed \(there.seed)") }
    return parts.isEmpty ? "here" : parts.joined(separator: ", ")
  }
}

extension ExportOrder.Format {
  /// What is written, in words.
  var title: String {
    switch self {
    case .json: "films, knobs and properties (JSON)"
    case .csv: "films and properties as tables (CSV)"
    case .npz: "films and latent point for NumPy (NPZ)"
    case .png: "the two films as a picture (PNG)"
    case .svg: "the screen as a drawing (SVG)"
    case .text: "the screen as text"
    case .ansi: "the screen as text with colours"
    }
  }
}
