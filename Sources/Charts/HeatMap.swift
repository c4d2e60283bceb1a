public import Cells

/// A value at each place of a grid, as colours.
public struct HeatMap: Hashable, Sendable {
  /// What stands above, with the values' unit.
  public var title: String
  /// What the columns stand for, with its unit.
  public var xLabel: String
  /// What the rows stand for, with its unit.
  public var yLabel: String
  /// Equally spaced, rising; two or more.
  public var x: [Double]
  /// Equally spaced, rising; two or more.
  public var y: [Double]
  /// `values[row][column]`, row 0 at `y[0]`, which is drawn at the bottom; NaN stays blank.
  public var values: [[Double]]
  /// How values are spread over the colours.
  public var scale: Axis.Scale
  /// Colours from the lowest value to the highest.
  public var colors: ColorMap

  /// A map.
  ///
  /// - Precondition: `y.count` rows of `x.count` values, two or more of each.
  public init(
    title: String, xLabel: String, yLabel: String, x: [Double], y: [Double], values: [[Double]],
    scale: Axis.Scale = .linear, colors: ColorMap = .viridis
  ) {
    precondition(
      x.count >= 2 && y.count >= 2 && values.count == y.count
        && values.allSatisfy { $0.count == x.count },
      "\(values.count) rows of \(values.map(\.count)) values on \(x.count) x \(y.count) places")
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.x = x
    self.y = y
    self.values = values
    self.scale = scale
    self.colors = colors
  }

  /// Draws the map with its scale of colours; nothing where the rectangle is smaller than some
  /// 24 × 6 cells.
  ///
  /// Where the grid has more places than there are cells, some are left out. Values are printed in
  /// their places where they have room.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    let scale = Axis("", covering: Array(values.joined()), scale: scale)
    let bar = ColorBar(scale: scale, colors: colors, look: look)
    let halves = Self.usesHalves(look)
    guard
      let axes = ChartFrame(
        in: frame, x: Self.axis(xLabel, around: x), y: Self.axis(yLabel, around: y), look: look,
        right: bar.width,
        fit: { size in
          Size(
            width: Self.multiple(of: x.count, in: size.width),
            height: halves && size.height < y.count
              ? (Self.multiple(of: y.count, in: 2 * size.height) + 1) / 2
              : Self.multiple(of: y.count, in: size.height))
        })
    else { return }
    axes.draw(title: title, on: &canvas)
    let arrow = look.capabilities.unicode ? "↑" : "^"
    canvas.write(
      "\(arrow) \(yLabel)", x: frame.x + title.unicodeScalars.count + 3, y: axes.plot.y - 1,
      style: look.dim, width: max(0, frame.width - title.unicodeScalars.count - 3))
    let raster = Raster(self, scale: scale, plot: axes.plot, halves: halves)
    raster.draw(look, on: &canvas)
    bar.draw(x: axes.plot.maxX, rows: axes.plot.y..<axes.plot.maxY, on: &canvas)
  }

  /// The axis of a grid: each place in the middle of its share.
  private static func axis(_ label: String, around places: [Double]) -> Axis {
    let last = places.count - 1
    let half = (places[last] - places[0]) / Double(2 * last)
    return Axis(label, from: places[0] - half, to: places[last] + half)
  }

  /// The greatest multiple of a count within a length; the length where it is shorter.
  private static func multiple(of count: Int, in length: Int) -> Int {
    length < count ? length : length / count * count
  }

  /// Whether two places of the grid may share a cell, one above the other.
  static func usesHalves(_ look: ChartLook) -> Bool {
    look.isColored && look.capabilities.unicode
  }
}
