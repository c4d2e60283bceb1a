public import Cells

/// Points in a plane, in braille; without it by glyphs that are denser where more points lie.
public struct ScatterChart: Hashable, Sendable {
  /// How points are coloured.
  public enum Ink: Hashable, Sendable {
    /// All alike; `nil` is the terminal's own colour.
    case plain(RGB?)
    /// By a value of each point: a cell has the colour of the median of its points' values, and a
    /// scale of colours stands on the right.
    case values([Double], scale: Axis, colors: ColorMap)
  }

  /// What stands above.
  public var title: String
  /// The axis below.
  public var x: Axis
  /// The axis on the left.
  public var y: Axis
  /// The points' places on the x axis.
  public var xs: [Double]
  /// Their places on the y axis.
  public var ys: [Double]
  /// How they are coloured.
  public var ink: Ink
  /// Whether a line shows where both values are equal.
  public var showsIdentity: Bool
  /// Signs over the points.
  public var marks: [ChartMark]

  /// A chart.
  ///
  /// - Precondition: As many places on one axis as on the other, and as many values.
  public init(
    title: String, x: Axis, y: Axis, xs: [Double], ys: [Double], ink: Ink = .plain(nil),
    showsIdentity: Bool = false, marks: [ChartMark] = []
  ) {
    if case .values(let values, _, _) = ink {
      precondition(values.count == xs.count, "\(values.count) values of \(xs.count) points")
    }
    precondition(xs.count == ys.count, "\(xs.count) x, \(ys.count) y")
    self.title = title
    self.x = x
    self.y = y
    self.xs = xs
    self.ys = ys
    self.ink = ink
    self.showsIdentity = showsIdentity
    self.marks = marks
  }

  /// Where the data lie; `nil` where the rectangle is smaller than some 16 × 6 cells.
  public func plane(in frame: Rect, look: ChartLook) -> ChartPlane? {
    axes(in: frame, look: look)?.plane
  }

  /// The points over the cells of a plane.
  public func cloud(on plane: ChartPlane, look: ChartLook) -> PointCloud {
    PointCloud(x: xs, y: ys, on: plane, unicode: look.capabilities.unicode)
  }

  /// Draws the chart into a rectangle; nothing where there is no plane.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    guard let axes = axes(in: frame, look: look) else { return }
    axes.draw(title: title, on: &canvas)
    let plane = axes.plane
    if showsIdentity { drawIdentity(on: plane, look, &canvas) }
    drawPoints(cloud(on: plane, look: look), look, on: &canvas)
    bar(look)?.draw(x: plane.plot.maxX, rows: plane.plot.y..<plane.plot.maxY, on: &canvas)
    for mark in marks { mark.draw(on: plane, look: look, &canvas) }
  }

  private func axes(in frame: Rect, look: ChartLook) -> ChartFrame? {
    ChartFrame(in: frame, x: x, y: y, look: look, right: bar(look)?.width ?? 0)
  }

  private func bar(_ look: ChartLook) -> ColorBar? {
    guard look.isColored, case .values(_, let scale, let colors) = ink else { return nil }
    return ColorBar(scale: scale, colors: colors, look: look)
  }

  private func drawPoints(_ cloud: PointCloud, _ look: ChartLook, on canvas: inout Canvas) {
    let plot = cloud.plane.plot
    for y in plot.y..<plot.maxY {
      for x in plot.x..<plot.maxX {
        let cell = Point(x: x, y: y)
        guard let glyph = cloud.glyph(at: cell) else { continue }
        let style = look.ink(color(of: cloud[cell]), on: canvas[x, y].style.background, .bold)
        canvas[x, y] = Cell(glyph, style)
      }
    }
  }

  /// The colour of a cell by the points in it.
  private func color(of members: [Int]) -> RGB? {
    switch ink {
    case .plain(let color): return color
    case .values(let values, let scale, let colors):
      let finite = members.map { values[$0] }.filter(\.isFinite).sorted()
      guard !finite.isEmpty, let share = scale.share(of: finite[finite.count / 2]) else {
        return nil
      }
      return colors[share]
    }
  }

  /// One faint sign a column or row, whichever leaves no gaps.
  private func drawIdentity(
    on plane: ChartPlane, _ look: ChartLook, _ canvas: inout Canvas
  ) {
    let (low, high) = (max(x.lower, y.lower), min(x.upper, y.upper))
    guard low < high else { return }
    let steps = 2 * (plane.plot.width + plane.plot.height)
    for step in 0...steps {
      let value = low + Double(step) / Double(steps) * (high - low)
      guard let cell = plane.cell(x: value, y: value) else { continue }
      canvas.write(
        look.capabilities.unicode ? "·" : "/", x: cell.x, y: cell.y, style: look.dim)
    }
  }
}
