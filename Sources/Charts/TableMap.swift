public import Cells

/// A table of numbers on their colours, with names for its rows and columns.
///
///              thickness  porosity
///     PC1         0.99     -0.31
///     PC2        -0.04      0.88
public struct TableMap: Hashable, Sendable {
  /// Names on the left, the first one on top.
  public var rows: [String]
  /// Names above.
  public var columns: [String]
  /// `values[row][column]`; NaN is shown as a dash.
  public var values: [[Double]]
  /// The values at both ends of the colours.
  public var range: ClosedRange<Double>
  /// Colours from the lowest value to the highest.
  public var colors: ColorMap

  /// A table.
  ///
  /// - Precondition: As many values as names, and a range that is not empty.
  public init(
    rows: [String], columns: [String], values: [[Double]], range: ClosedRange<Double> = -1...1,
    colors: ColorMap = .blueRed
  ) {
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "\(values.map(\.count)) values under \(rows.count) x \(columns.count) names")
    precondition(range.lowerBound < range.upperBound, "colours over \(range)")
    self.rows = rows
    self.columns = columns
    self.values = values
    self.range = range
    self.colors = colors
  }

  /// Rows that the table takes with cells of a height.
  public func height(cells height: Int) -> Int { 2 + rows.count * height }

  /// Draws the table as large as it has room, up to 14 columns and 3 rows a cell.
  ///
  /// Columns and rows that have no room are left out, the last ones first.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    guard let grid = grid(in: frame) else { return }
    for column in 0..<grid.columns { drawName(ofColumn: column, grid, look, on: &canvas) }
    for row in 0..<grid.rows {
      let y = grid.y + row * grid.height
      canvas.write(
        rows[row], x: frame.x, y: y + (grid.height - 1) / 2, style: look.text, width: grid.names)
      for column in 0..<grid.columns {
        let cell = Rect(
          x: grid.x + column * grid.width, y: y, width: grid.width, height: grid.height)
        draw(values[row][column], in: cell, look, on: &canvas)
      }
    }
  }

  /// Where cells lie.
  private struct Grid {
    var x: Int
    var y: Int
    var names: Int
    var width: Int
    var height: Int
    var rows: Int
    var columns: Int
  }

  private func grid(in frame: Rect) -> Grid? {
    let names = min(rows.map(\.unicodeScalars.count).max() ?? 0, frame.width / 3)
    let room = frame.width - names - 1
    let shown = min(columns.count, room / Self.narrowest)
    let lines = min(rows.count, frame.height - 2)
    guard shown > 0, lines > 0 else { return nil }
    return Grid(
      x: frame.x + names + 1, y: frame.y + 2, names: names, width: min(14, room / shown),
      height: min(3, max(1, (frame.height - 2) / rows.count)), rows: lines, columns: shown)
  }

  /// Columns of a cell that has room for `-.93`.
  private static let narrowest = 5

  /// A name on one or two lines, the last one just above the cells.
  private func drawName(
    ofColumn column: Int, _ grid: Grid, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let lines = Self.broken(columns[column], width: grid.width - 1)
    for (line, text) in lines.enumerated() {
      let count = min(grid.width, text.unicodeScalars.count)
      canvas.write(
        text, x: grid.x + column * grid.width + (grid.width - count) / 2,
        y: grid.y - lines.count + line, style: look.text, width: grid.width - 1)
    }
  }

  /// A name as it is, or its first word above the others.
  static func broken(_ name: String, width: Int) -> [String] {
    guard name.unicodeScalars.count > width, let space = name.firstIndex(of: " ") else {
      return [name]
    }
    return [String(name[..<space]), String(name[name.index(after: space)...])]
  }

  private func draw(
    _ value: Double, in cell: Rect, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let color = value.isFinite ? colors[share(of: value)] : nil
    if look.isColored, let color {
      canvas.fill(cell, with: Cell(" ", Style(background: color)))
    }
    let text = Self.text(value, width: cell.width)
    let x = cell.x + (cell.width - text.unicodeScalars.count) / 2
    let style = color.map { look.ink(.readable(on: $0)) } ?? look.dim
    canvas.write(text, x: x, y: cell.y + (cell.height - 1) / 2, style: style)
  }

  private func share(of value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// Two decimals; in little room without the zero before the point.
  private static func text(_ value: Double, width: Int) -> String {
    guard value.isFinite else { return "-" }
    let text = NumberText.fixed(value, 2)
    guard text.count >= width else { return text }
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : NumberText.fixed(value, 1)
  }
}
