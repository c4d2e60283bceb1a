public import Cells

extension Canvas {
  /// The canvas as a picture for browsers and documents: SVG 1.1, the same bytes for the same cells.
  ///
  /// Text stays text, in whatever monospaced font there is; blocks, lines and braille are areas, so
  /// that no font is needed for them. A cell is 8 × 16 units.
  /// - Parameters:
  ///   - foreground: Stands for the terminal's own colour of text.
  ///   - background: Stands for the terminal's own background.
  ///   - title: What a browser calls the picture.
  public func svg(foreground: RGB, background: RGB, title: String? = nil) -> String {
    var picture = ScreenPicture(ink: foreground, paper: background)
    for y in 0..<size.height {
      for x in 0..<size.width { picture.add(self[x, y], x: x, y: y) }
    }
    return picture.svg(size: size, title: title)
  }
}

/// A picture while cells are added to it.
private struct ScreenPicture {
  /// Stand for colours that a cell leaves to the terminal.
  let ink, paper: RGB
  private var backgrounds = ColoredAreas()
  private var shapes = ColoredAreas()
  private var texts = TextRuns()

  init(ink: RGB, paper: RGB) { (self.ink, self.paper) = (ink, paper) }

  /// Adds a cell; those of a row from left to right.
  mutating func add(_ cell: Cell, x: Int, y: Int) {
    let (front, back) = colors(of: cell.style)
    let place = Point(x: x * GlyphShape.cell.width, y: y * GlyphShape.cell.height)
    if back != paper { backgrounds.add(Rect(at: place, size: GlyphShape.cell), back) }
    if cell.style.attributes.contains(.underline) {
      shapes.add(Rect(x: place.x, y: place.y + 14, width: GlyphShape.cell.width, height: 1), front)
    }
    guard cell.glyph != " " else { return }
    guard let shape = GlyphShape(cell.glyph) else {
      let isBold = cell.style.attributes.contains(.bold)
      texts.add(
        cell.glyph.inOneColumn, x: x, y: y, TextRuns.Look(color: front, isBold: isBold))
      return
    }
    let color = front.mixed(with: back, share: shape.coverage)
    for part in shape.rectangles { shapes.add(part.moved(by: place), color) }
  }

  private func colors(of style: Style) -> (front: RGB, back: RGB) {
    var (front, back) = (style.foreground ?? ink, style.background ?? paper)
    if style.attributes.contains(.reverse) { swap(&front, &back) }
    return (style.attributes.contains(.dim) ? front.mixed(with: back, share: 0.6) : front, back)
  }

  func svg(size: Size, title: String?) -> String {
    let (width, height) = (size.width * GlyphShape.cell.width, size.height * GlyphShape.cell.height)
    let heading = title.map { "<title>\(Self.printable($0).markupEscaped)</title>\n" } ?? ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)">
      \(heading)<rect width="100%" height="100%" fill="\(paper.hex)"/>
      <g shape-rendering="crispEdges">
      \(backgrounds.svg)\(shapes.svg)</g>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
      font-size="13.3">
      \(texts.svg)</g>
      </svg>

      """
  }

  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.inOneColumn)))
  }
}

extension RGB {
  /// This colour over another, of which a share of it shows (0 to 1).
  fileprivate func mixed(with other: RGB, share: Double) -> RGB {
    func mix(_ mine: UInt8, _ theirs: UInt8) -> UInt8 {
      UInt8((Double(mine) * share + Double(theirs) * (1 - share)).rounded())
    }
    return RGB(
      mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}

extension Rect {
  fileprivate init(at place: Point, size: Size) {
    self.init(x: place.x, y: place.y, width: size.width, height: size.height)
  }

  fileprivate func moved(by offset: Point) -> Rect {
    Rect(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}
