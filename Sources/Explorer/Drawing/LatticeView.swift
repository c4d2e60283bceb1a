import Cells
import Interphase
import Theming

/// Draws a lattice, the electrode at the bottom.
enum LatticeView {
  static func draw(
    _ lattice: Lattice, in frame: Rect, scale: LatticeScale, look: Look, on canvas: inout Canvas
  ) {
    let mosaic = Mosaic(lattice, scale: scale, tall: look.usesGlyphs)
    for line in 0..<frame.height {
      let fromBottom = frame.height - 1 - line
      for column in 0..<frame.width {
        canvas[frame.x + column, frame.y + line] =
          look.usesGlyphs
          ? letterCell(mosaic[column, fromBottom], look)
          : blockCell(
            upper: mosaic[column, 2 * fromBottom + 1], lower: mosaic[column, 2 * fromBottom], look)
      }
    }
  }

  /// Marks a site: its half of the cell takes the focus' colour, or the cell is reversed where a cell
  /// shows one sign.
  static func mark(
    _ site: (x: Int, y: Int), width: Int, height: Int, in frame: Rect, scale: LatticeScale,
    look: Look, on canvas: inout Canvas
  ) {
    let place = scale.cell(of: site, width: width, height: height, tall: look.usesGlyphs)
    let (x, y) = (frame.x + place.column, frame.y + place.line)
    guard frame.contains(Point(x: x, y: y)) else { return }
    guard !look.usesGlyphs else {
      canvas[x, y].style.attributes.formSymmetricDifference(.reverse)
      return
    }
    let cell = canvas[x, y]
    let other = colors(of: cell)
    canvas[x, y] = Cell(
      place.isUpper ? "▀" : "▄",
      Style(
        foreground: look.theme.focus ?? look.theme.text,
        background: place.isUpper ? other.lower : other.upper))
  }

  /// The colours of a cell's two halves.
  private static func colors(of cell: Cell) -> (upper: RGB?, lower: RGB?) {
    let (front, ground) = (cell.style.foreground, cell.style.background)
    return switch cell.glyph {
    case "█": (front, front)
    case "▀": (front, ground)
    case "▄": (ground, front)
    default: (ground, ground)
    }
  }

  /// Where nothing has been computed yet.
  static func drawEmpty(in frame: Rect, look: Look, on canvas: inout Canvas) {
    let style = look.isColored ? Style(background: look.color(0)) : .plain
    canvas.fill(frame, with: Cell(" ", style))
  }

  private static func letterCell(_ code: UInt8?, _ look: Look) -> Cell {
    let glyph = look.glyph(code)
    guard look.isColored else { return Cell(glyph) }
    let ground = look.theme.species[0]
    guard let code, code != 0 else {
      return Cell(" ", Style(foreground: look.color(7), background: code == nil ? nil : ground))
    }
    return Cell(glyph, Style(foreground: look.color(code), background: ground, attributes: .bold))
  }

  /// Two elements in one cell.
  ///
  /// A given pair of species has one way to be drawn, whatever is beside
  /// it, and the lower species code is the ground: void, surface and inside of a film then share
  /// their colours, so that few colours change along a line and from one picture to the next.
  private static func blockCell(upper: UInt8?, lower: UInt8?, _ look: Look) -> Cell {
    guard let lower else { return look.blank }
    guard let upper else {
      return Cell("▄", Style(foreground: look.color(lower), background: look.color(nil)))
    }
    let ground = upper == lower ? Species.electrolyte.rawValue : min(upper, lower)
    let front = max(upper, lower)
    let shown = front == ground ? Species.organic.rawValue : front
    let style = Style(foreground: look.color(shown), background: look.color(ground))
    if front == ground { return Cell(" ", style) }
    return Cell(upper == lower ? "█" : upper == front ? "▀" : "▄", style)
  }
}
