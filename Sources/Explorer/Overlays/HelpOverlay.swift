import Cells

/// The help overlay: what was typed to filter it, and how far it is scrolled.
struct HelpState: Equatable, Sendable {
  var filter = TextField(limit: 20)
  var scroll = 0
}

/// The keys that work in a view, over it; typing filters them.
enum HelpOverlay {
  /// A command with its keys.
  struct Entry: Equatable {
    var keys: String
    var what: String
  }

  /// What the mouse and the terminal do, which no command is for.
  private static let gestures = [
    Entry(keys: "mouse", what: "drag or click a track, turn the wheel, click tabs and pictures"),
    Entry(keys: "S-drag", what: "select text, as the terminal does"),
    Entry(keys: "Esc", what: "close, leave, keep the value"),
  ]

  /// The keys of a view: its own first.
  static func entries(_ state: ExplorerState) -> [Entry] {
    let here = Command.all.filter { $0.view == nil || $0.view == state.view }
    let ordered =
      here.filter { $0.view != nil }
      + Command.Group.allCases.flatMap { group in
        here.filter { $0.view == nil && $0.group == group }
      }
    return ordered.compactMap { command in
      let keys = state.keymap.keys(of: command)
      let isFree = keys.filter { text in
        KeyChord(text).flatMap { state.keymap[$0, in: state.view] } == command.name
      }
      guard !isFree.isEmpty else { return nil }
      return Entry(keys: isFree.joined(separator: " "), what: command.title)
    } + gestures
  }

  private static func shown(_ help: HelpState, _ state: ExplorerState) -> [Entry] {
    let words = help.filter.string.lowercased().split(separator: " ")
    return entries(state).filter { entry in
      words.allSatisfy { (entry.keys + " " + entry.what).lowercased().contains($0) }
    }
  }

  private static func box(_ state: ExplorerState) -> OverlayBox {
    OverlayBox(entries: entries(state).count, width: 68, in: state.size)
  }

  /// How far the list can be scrolled.
  static func lastScroll(_ state: ExplorerState, _ help: HelpState) -> Int {
    max(0, shown(help, state).count - box(state).rows)
  }

  static func draw(_ help: HelpState, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let box = box(state)
    let frame = box.frame
    let filter =
      help.filter.text.isEmpty
      ? Segment("type to filter", look.dim) : Segment(help.filter.string, look.focus)
    box.draw(
      [Segment("Keys of \(state.view.title)", look.title), filter], hint: "Esc closes", look,
      on: &canvas)
    let list = shown(help, state)
    for (line, entry) in list.dropFirst(help.scroll).prefix(box.rows).enumerated() {
      let y = frame.y + 3 + line
      canvas.write(entry.keys, x: frame.x + 2, y: y, style: look.accent, width: 18)
      canvas.write(entry.what, x: frame.x + 21, y: y, style: look.text, width: frame.width - 23)
    }
    if list.isEmpty {
      canvas.write("no key does that", x: frame.x + 2, y: frame.y + 3, style: look.dim)
    }
    box.drawMore(list.count - help.scroll - box.rows, look, on: &canvas)
  }
}

extension ExplorerState {
  mutating func handleHelp(_ help: HelpState, _ key: Key, _ modifiers: Modifiers) {
    var help = help
    switch key {
    case .escape, .enter, .function(1):
      overlay = nil
      return
    case .character("?") where help.filter.text.isEmpty,
      .character("q") where help.filter.text.isEmpty:
      overlay = nil
      return
    case .up: help.scroll -= 1
    case .down: help.scroll += 1
    case .pageUp: help.scroll -= 10
    case .pageDown: help.scroll += 10
    default: _ = help.filter.handle(key, modifiers)
    }
    help.scroll = min(max(0, help.scroll), HelpOverlay.lastScroll(self, help))
    overlay = .help(help)
  }
}
