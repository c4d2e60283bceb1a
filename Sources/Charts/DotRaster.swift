import Cells

/// Places finer than cells: two columns and four rows of them a cell where the terminal has braille,
/// else one.
struct DotRaster: Hashable, Sendable {
  /// The cells that are divided.
  let cells: Size
  /// Dots beside each other in a cell.
  let columnsPerCell: Int
  /// Dots above each other in a cell.
  let rowsPerCell: Int

  /// The dots of so many cells.
  init(cells: Size, unicode: Bool) {
    self.cells = cells
    columnsPerCell = unicode ? 2 : 1
    rowsPerCell = unicode ? 4 : 1
  }

  /// Dots in a row.
  var width: Int { cells.width * columnsPerCell }
  /// Rows of dots.
  var height: Int { cells.height * rowsPerCell }

  /// The dot at a point of a unit square whose lower left corner is (0, 0); row 0 is the top.
  func dot(at point: (x: Double, y: Double)) -> (x: Int, y: Int) {
    (
      Int((point.x * Double(width - 1)).rounded()),
      Int(((1 - point.y) * Double(height - 1)).rounded())
    )
  }

  /// The cell with the dot at a point of the unit square.
  func cell(at point: (x: Double, y: Double)) -> Point {
    let dot = dot(at: point)
    return Point(x: dot.x / columnsPerCell, y: dot.y / rowsPerCell)
  }
}
