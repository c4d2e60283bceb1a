import Cells

/// Which dots of a raster are set.
struct DotGrid {
  private let raster: DotRaster
  /// Braille's bits of each cell, row-major.
  private var bits: [UInt8]

  /// No dots.
  init(_ raster: DotRaster) {
    self.raster = raster
    bits = [UInt8](repeating: 0, count: raster.cells.width * raster.cells.height)
  }

  /// Sets a dot; row 0 is the top. Outside nothing happens.
  mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, x < raster.width, y >= 0, y < raster.height else { return }
    let cell = y / raster.rowsPerCell * raster.cells.width + x / raster.columnsPerCell
    bits[cell] |= Self.bit(x % raster.columnsPerCell, y % raster.rowsPerCell)
  }

  /// Sets the dot at a point of a unit square whose lower left corner is (0, 0).
  mutating func set(_ point: (x: Double, y: Double)) {
    let dot = raster.dot(at: point)
    set(dot.x, dot.y)
  }

  /// Sets the dots between two points of a unit square whose lower left corner is (0, 0); two dots
  /// thick where a cell has several, since single ones are faint in many fonts.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard let part = Self.clipped(start, end) else { return }
    let (fromX, fromY) = raster.dot(at: part.start)
    let (toX, toY) = raster.dot(at: part.end)
    let steps = max(abs(toX - fromX), abs(toY - fromY), 1)
    let isSteep = abs(toY - fromY) > abs(toX - fromX)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = fromX + Int((share * Double(toX - fromX)).rounded())
      let y = fromY + Int((share * Double(toY - fromY)).rounded())
      set(x, y)
      // The row above, or at the top the one below: a curve along the edge stays as thick.
      if raster.rowsPerCell > 1 { isSteep ? set(x + 1, y) : set(x, y > 0 ? y - 1 : 1) }
    }
  }

  /// The glyph of a cell, `nil` where it has no dot; the dots that are there stay.
  func glyph(_ x: Int, _ y: Int, over under: Unicode.Scalar = " ") -> Unicode.Scalar? {
    let bits = bits[y * raster.cells.width + x]
    guard bits != 0 else { return nil }
    let others = Self.isDots(under) ? under.value & 0xFF : 0
    return raster.rowsPerCell == 1 ? "*" : Unicode.Scalar(0x2800 + (UInt32(bits) | others))
  }

  /// Whether a glyph is one of braille's.
  static func isDots(_ glyph: Unicode.Scalar) -> Bool { (0x2800...0x28FF).contains(glyph.value) }

  /// Unicode's numbering of the eight dots: 1, 2, 3, 7 on the left, 4, 5, 6, 8 on the right.
  private static func bit(_ column: Int, _ row: Int) -> UInt8 {
    row == 3 ? 1 << (6 + column) : 1 << (3 * column + row)
  }

  /// The part of a segment inside the unit square (Liang & Barsky 1984).
  private static func clipped(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> (start: (x: Double, y: Double), end: (x: Double, y: Double))? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    for (slope, room) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    guard enter <= leave else { return nil }
    return (
      (start.x + enter * dx, start.y + enter * dy), (start.x + leave * dx, start.y + leave * dy)
    )
  }
}
