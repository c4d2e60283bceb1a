public import Cells

/// Curves over one axis, each with a band around it where it has one.
public struct LineChart: Hashable, Sendable {
  /// A curve through points.
  public struct Series: Hashable, Sendable {
    /// The name in the legend.
    public var name: String
    /// The points' places on the x axis, rising.
    public var x: [Double]
    /// Their values; NaN breaks the curve.
    public var y: [Double]
    /// The lower and the upper end of the band at each point.
    public var band: Band?
    /// The colour of the line; `nil` is the terminal's own.
    public var color: RGB?
    /// Whether the line is broken, so that it differs from others without colours too.
    public var isDashed: Bool

    /// A curve.
    ///
    /// - Precondition: As many values as places.
    public init(
      _ name: String, x: [Double], y: [Double], band: Band? = nil, color: RGB? = nil,
      isDashed: Bool = false
    ) {
      let counts = [y.count, band?.low.count ?? x.count, band?.high.count ?? x.count]
      precondition(counts.allSatisfy { $0 == x.count }, "\(counts) values at \(x.count) points")
      self.name = name
      self.x = x
      self.y = y
      self.band = band
      self.color = color
      self.isDashed = isDashed
    }
  }

  /// An area between two curves.
  public struct Band: Hashable, Sendable {
    /// The name in the legend.
    public var name: String
    /// Lower ends.
    public var low: [Double]
    /// Upper ends.
    public var high: [Double]
    /// Its colour.
    public var color: RGB

    /// An area.
    public init(_ name: String, low: [Double], high: [Double], color: RGB = ChartColor.blue) {
      self.name = name
      self.low = low
      self.high = high
      self.color = color
    }
  }

  /// What stands above, with the unit of the y axis.
  public var title: String
  /// The axis below.
  public var x: Axis
  /// The axis on the left.
  public var y: Axis
  /// The curves, later ones over earlier ones.
  public var series: [Series]
  /// Upright lines behind the curves, signs over them.
  public var marks: [ChartMark]

  /// A chart.
  public init(title: String, x: Axis, y: Axis, series: [Series], marks: [ChartMark] = []) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.marks = marks
  }

  /// Where the data lie; `nil` where the rectangle is too small for a chart.
  public func plane(in frame: Rect, look: ChartLook) -> ChartPlane? {
    ChartFrame(in: frame, x: x, y: y, look: look)?.plane
  }

  /// Draws the chart into a rectangle; nothing where it is smaller than some 16 × 6 cells.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    guard let axes = ChartFrame(in: frame, x: x, y: y, look: look) else { return }
    axes.draw(title: title, on: &canvas)
    drawLegend(in: frame, axes, look, on: &canvas)
    for one in series {
      if let band = one.band { draw(band, of: one, axes, look, on: &canvas) }
    }
    for one in series { drawLine(of: one, axes, look, on: &canvas) }
    for mark in marks { mark.draw(on: axes.plane, look: look, &canvas) }
  }

  private func drawLine(
    of series: Series, _ axes: ChartFrame, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let plot = axes.plot
    var grid = DotGrid(axes.plane.raster)
    let points = zip(series.x, series.y).map { axes.plane.share(x: $0, y: $1) }
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      let next = index + 1 < points.count ? points[index + 1] : nil
      grid.line(from: point, to: next ?? point)
    }
    for y in 0..<plot.height {
      for x in 0..<plot.width where !series.isDashed || x % 3 != 2 {
        let under = canvas[plot.x + x, plot.y + y]
        guard let glyph = grid.glyph(x, y, over: under.glyph) else { continue }
        canvas[plot.x + x, plot.y + y] = Cell(
          series.isDashed && glyph == "*" ? "o" : glyph,
          look.ink(series.color, on: Self.ground(of: under), .bold))
      }
    }
  }

  /// The colour behind a line that crosses a cell of a band, half covered ones too.
  private static func ground(of cell: Cell) -> RGB? {
    ["▄", "▀"].contains(cell.glyph) ? cell.style.foreground : cell.style.background
  }

  private func drawLegend(
    in frame: Rect, _ axes: ChartFrame, _ look: ChartLook, on canvas: inout Canvas
  ) {
    var entries: [(sign: [Cell], name: String)] = []
    for one in series {
      entries.append((Self.sign(of: one, look), one.name))
      if let band = one.band {
        let covered = Self.covered(band.color, look)
        entries.append(([covered, covered], band.name))
      }
    }
    let width = entries.map { $0.name.unicodeScalars.count + 5 }.reduce(0, +)
    var column = axes.plot.maxX - width
    guard column > frame.x + title.unicodeScalars.count + 1 else { return }
    for entry in entries {
      for (shift, cell) in entry.sign.enumerated() {
        let ground = canvas[column + 2 + shift, axes.plot.y - 1].style.background
        var cell = cell
        cell.style.background = cell.style.background ?? ground
        canvas[column + 2 + shift, axes.plot.y - 1] = cell
      }
      column = canvas.write(
        " " + entry.name, x: column + 4, y: axes.plot.y - 1, style: look.dim)
    }
  }

  /// Two cells of a line.
  private static func sign(of series: Series, _ look: ChartLook) -> [Cell] {
    let style = look.ink(series.color)
    let unicode = look.capabilities.unicode
    guard series.isDashed else {
      return [Cell](repeating: Cell(unicode ? "━" : "*", style), count: 2)
    }
    return unicode
      ? [Cell](repeating: Cell("╍", style), count: 2) : [Cell("o", style), Cell(" ", style)]
  }
}
