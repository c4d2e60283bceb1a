import Cells

/// Points over the cells of a chart's plane: how many lie in a cell, and the glyph that shows them.
///
/// In braille a cell shows up to eight places; in ASCII a denser glyph means more points.
struct PointCloud {
  /// The plane that the points lie on.
  let plane: ChartPlane
  private let unicode: Bool
  private var grid: DotGrid
  /// How many points each cell of the plot has, row-major.
  private var counts: [Int]

  /// Points by their values; those outside the axes are left out.
  ///
  /// - Precondition: As many x as y.
  /// - Complexity: O(points + cells).
  init(x: [Double], y: [Double], on plane: ChartPlane, unicode: Bool) {
    precondition(x.count == y.count, "\(x.count) x, \(y.count) y")
    self.plane = plane
    self.unicode = unicode
    grid = DotGrid(plane.raster)
    counts = [Int](repeating: 0, count: plane.plot.width * plane.plot.height)
    for index in x.indices {
      guard let cell = plane.cell(x: x[index], y: y[index]),
        let share = plane.share(x: x[index], y: y[index])
      else { continue }
      counts[place(of: cell)] += 1
      grid.set(share)
    }
  }

  /// The glyph of a cell of the plot; `nil` where no point lies.
  func glyph(at cell: Point) -> Unicode.Scalar? {
    let count = counts[place(of: cell)]
    guard count > 0 else { return nil }
    if unicode { return grid.glyph(cell.x - plane.plot.x, cell.y - plane.plot.y) }
    return PointDensity.glyph(count)
  }

  private func place(of cell: Point) -> Int {
    (cell.y - plane.plot.y) * plane.plot.width + cell.x - plane.plot.x
  }
}
