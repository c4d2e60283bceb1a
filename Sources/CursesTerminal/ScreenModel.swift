import Cells

/// What the terminal shows, and how to get from there to a canvas.
struct ScreenModel {
  private(set) var size: Size
  private var canvas: Canvas?
  private var painted: [Painted]
  private var planner: RowPlanner
  private var glyphs: GlyphFilter
  /// Colours by number.
  var mapper: ColorMapper {
    didSet { canvas = nil }
  }

  /// An empty screen of a terminal that can show so much.
  init(size: Size, capabilities: Capabilities, glyphs: GlyphFilter? = nil) {
    self.size = size
    painted = [Painted](repeating: .blank, count: size.width * size.height)
    mapper = ColorMapper(depth: capabilities.colors)
    planner = RowPlanner(hasBlocks: capabilities.unicode)
    self.glyphs = glyphs ?? GlyphFilter(unicode: capabilities.unicode)
  }

  /// A run of cells in a row.
  struct RowRun: Equatable {
    var row: Int
    var column: Int
    var cells: [Painted]
  }

  /// Takes another size and forgets what is shown.
  mutating func resize(to newSize: Size) {
    size = newSize
    painted = [Painted](repeating: .blank, count: newSize.width * newSize.height)
    forget()
  }

  /// Forgets what is shown: every cell is given to ncurses again.
  mutating func forget() {
    let nowhere = Painted(glyph: "\0", pair: .terminalDefault, attributes: [])
    painted = [Painted](repeating: nowhere, count: painted.count)
    canvas = nil
  }

  /// The runs to give to ncurses so that it shows a canvas; remembers them as shown.
  ///
  /// A canvas of another size is clipped, what it does not cover stays.
  mutating func update(to next: Canvas) -> [RowRun] {
    var runs: [RowRun] = []
    planner.pen = .terminalDefault  // ncurses ends each frame with it
    let width = min(size.width, next.size.width)
    let previous = canvas?.size == next.size ? canvas : nil
    for y in 0..<min(size.height, next.size.height) {
      let row = next.cells[(y * next.size.width)..<(y * next.size.width + width)]
      if let previous, previous.cells[row.startIndex..<row.endIndex] == row { continue }
      let start = y * size.width
      let wanted = row.map { look($0) }
      let pictures = row.map { $0.glyph.isBlock }
      // No slice of what is painted may live on while that is changed: it would be copied whole.
      let planned = planner.plan(
        shown: painted[start..<(start + width)], wanted: wanted, pictures: pictures)
      for run in planned {
        painted.replaceSubrange(
          (start + run.column)..<(start + run.column + run.cells.count), with: run.cells)
        runs.append(RowRun(row: y, column: run.column, cells: run.cells))
      }
    }
    canvas = next
    return runs
  }

  private mutating func look(_ cell: Cell) -> Look {
    let glyph = glyphs.shown(cell.glyph)
    let style = cell.style
    let pair: ColorPair
    if glyph.isSolidBlock {
      pair = ColorPair(
        foreground: mapper.index(style.foreground), background: mapper.index(style.background))
    } else {
      let colors = mapper.indices(foreground: style.foreground, background: style.background)
      pair = ColorPair(foreground: colors.foreground, background: colors.background)
    }
    return Look(Painted(glyph: glyph, pair: pair, attributes: style.attributes))
  }
}

extension Unicode.Scalar {
  /// Blank and half blocks are pictures, not text: their colours may meet.
  fileprivate var isSolidBlock: Bool { self == " " || isBlock }

  fileprivate var isBlock: Bool { self == "▀" || self == "▄" || self == "█" }
}
