public import Cells

/// Where a chart's data lie on the canvas: values to cells and back.
public struct ChartPlane: Hashable, Sendable {
  /// The axis across.
  public let x: Axis
  /// The axis upwards.
  public let y: Axis
  /// The cells that data are drawn into.
  public let plot: Rect
  /// The dots of the plot's cells.
  let raster: DotRaster

  init(x: Axis, y: Axis, plot: Rect, unicode: Bool) {
    self.x = x
    self.y = y
    self.plot = plot
    raster = DotRaster(
      cells: Size(width: plot.width, height: plot.height), unicode: unicode)
  }

  /// A point of the unit square whose lower left corner is (0, 0); `nil` for what an axis cannot show.
  func share(x: Double, y: Double) -> (x: Double, y: Double)? {
    guard let across = self.x.share(of: x), let up = self.y.share(of: y) else { return nil }
    return (across, up)
  }

  /// The cell that shows a point; `nil` outside the axes.
  public func cell(x: Double, y: Double) -> Point? {
    guard let share = share(x: x, y: y), (0...1).contains(share.x), (0...1).contains(share.y)
    else { return nil }
    let cell = raster.cell(at: share)
    return Point(x: plot.x + cell.x, y: plot.y + cell.y)
  }

  /// The values in the middle of a cell; beyond the axes outside the plot.
  public func values(at cell: Point) -> (x: Double, y: Double) {
    let across = (Double(cell.x - plot.x) + 0.5) / Double(plot.width)
    let up = (Double(plot.maxY - cell.y) - 0.5) / Double(plot.height)
    return (x.value(at: across), y.value(at: up))
  }
}
