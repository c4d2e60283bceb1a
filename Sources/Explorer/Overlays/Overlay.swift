import Cells

/// Something over the view that takes the keys until it is closed.
enum Overlay: Equatable, Sendable {
  /// The keys of this view.
  case help(HelpState)
  /// Every command, found by typing.
  case palette(PaletteState)
  /// Something to choose from.
  case list(ListState)
  /// A line to type.
  case prompt(PromptState)
}

extension ExplorerState {
  /// Hands a key to the overlay.
  mutating func handleOverlay(_ key: Key, _ modifiers: Modifiers) -> [Effect] {
    switch overlay {
    case .help(let state): handleHelp(state, key, modifiers)
    case .palette(let state): return handlePalette(state, key, modifiers)
    case .list(let state): return handleList(state, key, modifiers)
    case .prompt(let state): return handlePrompt(state, key, modifiers)
    case nil: break
    }
    return []
  }

  /// A press on the overlay or beside it.
  mutating func pressOverlay(_ point: Point) -> [Effect] {
    switch overlay {
    case .palette(let state): return pressPalette(state, point)
    case .list(let state): return pressList(state, point)
    case .help, .prompt, nil: overlay = nil
    }
    return []
  }

  /// The wheel over an overlay, +1 upwards.
  mutating func wheelOverlay(_ direction: Int) {
    switch overlay {
    case .help(let state): handleHelp(state, direction > 0 ? .up : .down, [])
    case .palette(let state): _ = handlePalette(state, direction > 0 ? .up : .down, [])
    case .list(let state): _ = handleList(state, direction > 0 ? .up : .down, [])
    case .prompt, nil: break
    }
  }

  func drawOverlay(on canvas: inout Canvas) {
    switch overlay {
    case .help(let help): HelpOverlay.draw(help, self, on: &canvas)
    case .palette(let palette): PaletteOverlay.draw(palette, self, on: &canvas)
    case .list(let list): ListOverlay.draw(list, self, on: &canvas)
    case .prompt: break  // typed into the status line
    case nil: break
    }
  }
}

/// A box over the view: where it is, and how its rows are drawn and hit.
struct OverlayBox {
  let frame: Rect
  /// Rows for entries, below the title and its blank line.
  var rows: Int { max(0, frame.height - 4) }

  /// In the middle of the screen, as high as its entries need.
  init(entries: Int, width: Int, in size: Size) {
    let width = min(width, size.width - 2)
    let height = min(entries + 4, size.height - 2)
    frame = Rect(
      x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width,
      height: height)
  }

  /// The first entry shown so that a selected one is in sight.
  func first(showing selection: Int, of count: Int) -> Int {
    max(0, min(selection - rows / 2, count - rows))
  }

  /// The entry under a point.
  func entry(at point: Point, first: Int, of count: Int) -> Int? {
    let line = point.y - frame.y - 3
    guard frame.contains(point), line >= 0, line < rows, first + line < count else { return nil }
    return first + line
  }

  /// The box with its title on the left and a hint on the right.
  func draw(_ title: [Segment], hint: String, _ look: Look, on canvas: inout Canvas) {
    canvas.fill(frame, with: look.bar)
    let end = frame.maxX - 2
    canvas.write(
      title, x: frame.x + 2, y: frame.y + 1, width: frame.width - 4 - hint.count - 2)
    canvas.write(hint, endingAt: end, y: frame.y + 1, style: look.dim)
  }

  /// How many entries are hidden below.
  func drawMore(_ hidden: Int, _ look: Look, on canvas: inout Canvas) {
    guard hidden > 0 else { return }
    canvas.write("+\(hidden) ↓", endingAt: frame.maxX - 2, y: frame.maxY - 1, style: look.dim)
  }
}
