import Cells
import Interphase
import Theming

/// Something to choose from.
struct ListState: Equatable, Sendable {
  /// What there is to choose.
  enum Subject: Equatable, Sendable {
    case themes, bookmarks, species, exports
    /// What differs between here and a bookmark.
    case comparison(Bookmark)
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
        emptyText(list.subject), x: frame.x + 2, y: frame.y + 3, style: look.dim)
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

  private static func emptyText(_ subject: ListState.Subject) -> String {
    if case .comparison = subject { "nothing differs" } else { "none yet: m makes one" }
  }

  private static func title(_ subject: ListState.Subject) -> String {
    switch subject {
    case .themes: "Theme"
    case .bookmarks: "Bookmarks"
    case .species: "Species shown"
    case .exports: "Export"
    case .comparison(let bookmark): "Here → '\(bookmark.name)'"
    }
  }

  private static func hint(_ subject: ListState.Subject) -> String {
    switch subject {
    case .themes: "Enter keeps · Esc goes back"
    case .bookmarks: "Enter goes · c compares · w walks · d deletes"
    case .species: "Enter shows or hides · Esc closes"
    case .exports: "Enter writes · Esc closes"
    case .comparison: "Enter goes there · Esc closes"
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
    case .comparison(let bookmark):
      state.differences(from: state.session.knobs, to: bookmark.knobs).map {
        Entry(title: $0.name, detail: "\($0.first) → \($0.second)")
      }
    }
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
