/// One cell: a glyph of one column and its style.
public struct Cell: Hashable, Sendable {
  /// A scalar that takes one column; never a control character.
  public var glyph: Unicode.Scalar
  /// How it is drawn.
  public var style: Style

  /// A cell of glyph and style.
  public init(_ glyph: Unicode.Scalar = " ", _ style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }
}

/// A screenful of cells that views draw into; what lies outside is clipped, never an error.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// `size.width * size.height` cells, row-major from the top.
  public private(set) var cells: [Cell]

  /// A canvas of one cell repeated.
  public init(size: Size, filledWith cell: Cell = Cell()) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = [Cell](repeating: cell, count: self.size.width * self.size.height)
  }

  /// The whole canvas.
  public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cell at a place; outside, reads give a blank and writes are ignored.
  public subscript(x: Int, y: Int) -> Cell {
    get { isInside(x, y) ? cells[y * size.width + x] : Cell() }
    set { if isInside(x, y) { cells[y * size.width + x] = newValue } }
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX { self[x, y] = cell }
    }
  }

  /// Writes text from a place to the right, one scalar a column, at most `width` columns.
  ///
  /// Text beyond the width ends in an ellipsis. Control characters, escape sequences among them,
  /// are shown as `?`, so that no label from a file reaches the terminal as a command. A style
  /// without background keeps what was there.
  /// - Returns: The column after the text.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, style: Style = .plain, width: Int = .max
  ) -> Int {
    var scalars = Array(text.unicodeScalars)
    if scalars.count > width {
      scalars = Array(scalars.prefix(max(0, width - 1))) + (width > 0 ? ["…"] : [])
    }
    var column = x
    for scalar in scalars {
      var drawn = style
      drawn.background = style.background ?? self[column, y].style.background
      self[column, y] = Cell(scalar.isPrintable ? scalar : "?", drawn)
      column += 1
    }
    return column
  }

  /// Writes text that ends before column `maxX`.
  public mutating func write(_ text: String, endingAt maxX: Int, y: Int, style: Style = .plain) {
    write(text, x: maxX - text.unicodeScalars.count, y: y, style: style)
  }

  /// The glyphs as lines without trailing blanks.
  public var text: String {
    (0..<size.height).map { y in
      var line = String.UnicodeScalarView()
      for x in 0..<size.width { line.append(self[x, y].glyph) }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  private func isInside(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may be sent to a terminal as a glyph: no C0, DEL or C1 control, no
  /// formatting character that reorders or joins.
  public var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

extension String {
  /// Without what is no glyph, line ends included: names from files and from the environment are
  /// shown, never obeyed.
  package var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.filter(\.isPrintable)))
  }
}
