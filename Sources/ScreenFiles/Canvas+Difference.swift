import Cells

extension Canvas {
  /// Escape sequences that turn a terminal that shows one canvas into one that shows this.
  ///
  /// They set 24-bit colours, and leave the terminal's own style chosen. Empty where nothing differs.
  /// - Parameter previous: What is shown; the screen is cleared first if it is of another size, or
  ///   `nil`.
  func sequences(after previous: Canvas?) -> [UInt8] {
    var pen = Pen()
    var shown = Canvas(size: size)
    if let previous, previous.size == size { shown = previous } else { pen.clear() }
    for y in 0..<size.height {
      let row = (y * size.width)..<((y + 1) * size.width)
      guard cells[row] != shown.cells[row] else { continue }
      for index in row where cells[index] != shown.cells[index] {
        pen.put(cells[index], x: index - row.lowerBound, y: y)
      }
    }
    return pen.finished()
  }
}

/// Where a terminal's cursor is and what style is chosen, while sequences are written.
private struct Pen {
  private var output = ScreenBytes()
  private var place: Point?
  private var style = Style.plain
  private var mapper = ColorMapper(depth: .direct)

  mutating func clear() { output.append("\u{1b}[H\u{1b}[2J") }

  mutating func put(_ cell: Cell, x: Int, y: Int) {
    move(to: Point(x: x, y: y))
    output.choose(cell.style, after: style, &mapper)
    style = cell.style
    output.append(glyph: cell.glyph.inOneColumn)
    place = Point(x: x + 1, y: y)
  }

  private mutating func move(to target: Point) {
    guard place != target else { return }
    output.append("\u{1b}[")
    if let place, place.y == target.y, place.x < target.x {
      output.append(number: target.x - place.x)
      output.append("C")
    } else {
      output.append(number: target.y + 1)
      output.append(";")
      output.append(number: target.x + 1)
      output.append("H")
    }
  }

  /// The sequences, the style reset.
  mutating func finished() -> [UInt8] {
    if style != .plain { output.append("\u{1b}[0m") }
    return output.bytes
  }
}
