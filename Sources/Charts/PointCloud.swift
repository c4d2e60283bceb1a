public import Cells

/// Points over the cells of a chart's plane: which lie in a cell, and the glyph that shows them.
///
/// In braille a cell shows up to eight places; in ASCII a denser glyph means more points.
public struct PointCloud: Sendable {
  /// The plane that the points lie on.
  public let plane: ChartPlane
  private let unicode: Bool
  private var grid: DotGrid
  /// Indices of the points in each cell of the plot, row-major.
  private var members: [[Int]]

  /// Points by their values; those outside the axes are left out.
  ///
  /// - Precondition: As many x as y.
  /// - Complexity: O(points + cells).
  public init(x: [Double], y: [Double], on plane: ChartPlane, unicode: Bool) {
    precondition(x.count == y.count, "\(x.count) x, \(y.count) y")
    self.plane = plane
    self.unicode = unicode
    grid = DotGrid(plane.raster)
    members = [[Int]](repeating: [], count: plane.plot.width * plane.plot.height)
    for index in x.indices {
      guard let cell = plane.cell(x: x[index], y: y[index]),
        let share = plane.share(x: x[index], y: y[index])
      else { continue }
      members[place(of: cell)].append(index)
      grid.set(share)
    }
  }

  /// Indices of the points that a cell of the canvas shows, rising.
  public subscript(cell: Point) -> [Int] {
    plane.plot.contains(cell) ? members[place(of: cell)] : []
  }

  /// The glyph of a cell of the canvas; `nil` where no point lies.
  public func glyph(at cell: Point) -> Unicode.Scalar? {
    let count = self[cell].count
    guard count > 0 else { return nil }
    if unicode { return grid.glyph(cell.x - plane.plot.x, cell.y - plane.plot.y) }
    // Each step stands for twice as many.
    let ramp: [Unicode.Scalar] = [".", ":", "+", "*", "#", "@"]
    return ramp[min(ramp.count - 1, Int.bitWidth - 1 - count.leadingZeroBitCount)]
  }

  private func place(of cell: Point) -> Int {
    (cell.y - plane.plot.y) * plane.plot.width + cell.x - plane.plot.x
  }
}
