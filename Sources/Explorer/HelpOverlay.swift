import Cells

/// The keys that work here, over the view; typing filters them.
enum HelpOverlay {
  private static let entries: [(keys: String, what: String)] = [
    ("Tab ↓ j", "next slider"), ("S-Tab ↑ k", "previous slider"),
    ("PgUp PgDn", "latent axes or barriers"), ("← → h l", "change the value"),
    ("S-← S-→ H L", "change it in coarse steps"), ("C-← C-→ A-h A-l", "change it in fine steps"),
    ("Home End", "lowest, highest value"),
    ("= Enter", "type a value: eV, meV or 1/s"), ("Esc", "leave, keep the value"),
    ("r", "reset the slider"), ("R", "reset everything"), ("u  C-r U", "undo, redo"),
    ("n", "new seed for the simulation"), ("a", "next anchor of the latent point"),
    ("A", "another draw or test sample"), ("t", "next theme"),
    ("mouse", "drag, click a track, turn the wheel"),
    ("S-drag", "select text, as the terminal does"), ("C-l", "draw the screen again"),
    ("C-z", "suspend"), ("? F1", "this help"), ("q C-c", "quit"),
  ]

  private static func shown(_ help: HelpState) -> [(keys: String, what: String)] {
    let words = help.filter.lowercased().split(separator: " ")
    return entries.filter { entry in
      words.allSatisfy { (entry.keys + " " + entry.what).lowercased().contains($0) }
    }
  }

  private static func frame(_ state: ExplorerState) -> Rect {
    let width = min(64, state.size.width - 2)
    let height = min(entries.count + 4, state.size.height - 2)
    return Rect(
      x: (state.size.width - width) / 2, y: (state.size.height - height) / 2, width: width,
      height: height)
  }

  /// How far the list can be scrolled.
  static func lastScroll(_ state: ExplorerState, _ help: HelpState) -> Int {
    max(0, shown(help).count - (frame(state).height - 4))
  }

  /// Rows that the keys take in two columns, their heading included.
  static let tableHeight = 2 + (entries.count + 1) / 2

  /// All keys in two columns, where a large screen has room for them.
  static func drawTable(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.write("Keys", x: frame.x, y: frame.y, style: look.title)
    let rows = (entries.count + 1) / 2
    let width = (frame.width + 3) / 2
    for (index, entry) in entries.enumerated() {
      let x = frame.x + index / rows * width
      let y = frame.y + 1 + index % rows
      canvas.write(entry.keys, x: x, y: y, style: look.dim, width: 16)
      canvas.write(entry.what, x: x + 17, y: y, style: look.dim, width: width - 18)
    }
  }

  static func draw(_ state: ExplorerState, on canvas: inout Canvas) {
    guard let help = state.help else { return }
    let look = Look(state)
    let frame = frame(state)
    canvas.fill(frame, with: look.bar)
    canvas.write("Keys", x: frame.x + 2, y: frame.y + 1, style: look.title)
    canvas.write(
      help.filter.isEmpty ? "type to filter" : help.filter, x: frame.x + 8, y: frame.y + 1,
      style: help.filter.isEmpty ? look.dim : look.focus)
    canvas.write("Esc closes", endingAt: frame.maxX - 2, y: frame.y + 1, style: look.dim)
    let rows = frame.height - 4
    let list = shown(help)
    for (line, entry) in list.dropFirst(help.scroll).prefix(rows).enumerated() {
      let y = frame.y + 3 + line
      canvas.write(entry.keys, x: frame.x + 2, y: y, style: look.accent, width: 16)
      canvas.write(entry.what, x: frame.x + 19, y: y, style: look.text, width: frame.width - 21)
    }
    if list.isEmpty {
      canvas.write("no key does that", x: frame.x + 2, y: frame.y + 3, style: look.dim)
    }
    let below = list.count - help.scroll - rows
    if below > 0 {
      canvas.write("+\(below) ↓", endingAt: frame.maxX - 2, y: frame.maxY - 1, style: look.dim)
    }
  }
}
