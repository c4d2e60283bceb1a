import Cells
import Interphase

/// The palette: what was typed, and which of the answers is chosen.
struct PaletteState: Equatable, Sendable {
  var typed = TextField(limit: 40)
  var selection = 0
}

/// Every command, and every slider to go to, found by typing letters of its name.
enum PaletteOverlay {
  /// Something to do.
  struct Entry: Equatable {
    enum Action: Equatable {
      case command(String)
      case focus(Control)
    }
    var title: String
    var detail: String
    var action: Action
  }

  static func entries(_ state: ExplorerState) -> [Entry] {
    let here = Command.all.filter { $0.view == nil || $0.view == state.view }
    let commands = here.filter { $0.name != "palette" }.map { command in
      Entry(
        title: command.title, detail: state.keymap.keys(of: command).joined(separator: " "),
        action: .command(command.name))
    }
    let sliders = state.controls.map { control in
      let summary = if case .barrier(let reaction) = control { " \(reaction.summary)" } else { "" }
      return Entry(
        title: "go to \(SliderView.label(of: control, state))" + summary,
        detail: SliderView.valueText(of: control, state), action: .focus(control))
    }
    return commands + sliders
  }

  /// The entries that answer, the best first.
  static func shown(_ palette: PaletteState, _ state: ExplorerState) -> [Entry] {
    let all = entries(state)
    guard !palette.typed.text.isEmpty else { return all }
    let scored = all.enumerated().compactMap { index, entry in
      FuzzyMatch.score(palette.typed.string, in: name(of: entry)).map { ($0, index, entry) }
    }
    return scored.sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }.map(\.2)
  }

  private static func name(of entry: Entry) -> String {
    if case .command(let name) = entry.action { entry.title + " " + name } else { entry.title }
  }

  static func box(_ state: ExplorerState) -> OverlayBox {
    OverlayBox(entries: 16, width: 68, in: state.size)
  }

  static func draw(_ palette: PaletteState, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let box = box(state)
    let frame = box.frame
    box.draw([Segment(":", look.focusTitle)], hint: "Enter does · Esc closes", look, on: &canvas)
    canvas.write(
      palette.typed, x: frame.x + 4, y: frame.y + 1, width: frame.width - 32, style: look.focus,
      cursor: look.cursor)
    let list = shown(palette, state)
    let first = box.first(showing: palette.selection, of: list.count)
    for (line, entry) in list.dropFirst(first).prefix(box.rows).enumerated() {
      let isChosen = first + line == palette.selection
      ListOverlay.drawRow(
        entry.title, entry.detail, isChosen: isChosen, y: frame.y + 3 + line, in: frame, look,
        on: &canvas)
    }
    if list.isEmpty {
      canvas.write("no command is called that", x: frame.x + 2, y: frame.y + 3, style: look.dim)
    }
    box.drawMore(list.count - first - box.rows, look, on: &canvas)
  }
}

extension ExplorerState {
  mutating func handlePalette(
    _ palette: PaletteState, _ key: Key, _ modifiers: Modifiers
  ) -> [Effect] {
    var palette = palette
    switch (key, modifiers) {
    case (.escape, _):
      overlay = nil
      return []
    case (.enter, _):
      let list = PaletteOverlay.shown(palette, self)
      guard list.indices.contains(palette.selection) else { return [] }
      return perform(list[palette.selection].action)
    case (.up, _), (.character("p"), .control), (.tab, .shift): palette.selection -= 1
    case (.down, _), (.character("n"), .control), (.tab, _): palette.selection += 1
    case (.pageUp, _): palette.selection -= 10
    case (.pageDown, _): palette.selection += 10
    default: if palette.typed.handle(key, modifiers) { palette.selection = 0 }
    }
    let count = PaletteOverlay.shown(palette, self).count
    palette.selection = min(max(0, palette.selection), max(0, count - 1))
    overlay = .palette(palette)
    return []
  }

  mutating func pressPalette(_ palette: PaletteState, _ point: Point) -> [Effect] {
    let box = PaletteOverlay.box(self)
    let list = PaletteOverlay.shown(palette, self)
    let first = box.first(showing: palette.selection, of: list.count)
    guard let entry = box.entry(at: point, first: first, of: list.count) else {
      if !box.frame.contains(point) { overlay = nil }
      return []
    }
    return perform(list[entry].action)
  }

  private mutating func perform(_ action: PaletteOverlay.Entry.Action) -> [Effect] {
    overlay = nil
    switch action {
    case .focus(let control):
      focus = control
      return []
    case .command(let name): return Command.named[name]?.run(&self) ?? []
    }
  }
}
