public import Cells

/// Points in a plane, in braille; without it by glyphs that are denser where more points lie.
public struct ScatterChart: Hashable, Sendable {
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
  /// Their colour; `nil` is the terminal's own.
  public var color: RGB?
  /// Whether a line shows where both values are equal.
  public var showsIdentity: Bool
  /// Signs over the points.
  public var marks: [ChartMark]

  /// A chart.
  ///
  /// - Precondition: As many places on one axis as on the other.
  public init(
    title: String, x: Axis, y: Axis, xs: [Double], ys: [Double], color: RGB? = nil,
    showsIdentity: Bool = false, marks: [ChartMark] = []
  ) {
    precondition(xs.count == ys.count, "\(xs.count) x, \(ys.count) y")
    self.title = title
    self.x = x
    self.y = y
    self.xs = xs
    self.ys = ys
    self.color = color
    self.showsIdentity = showsIdentity
    self.marks = marks
  }

  /// Where the data lie; `nil` where the rectangle is smaller than some 16 × 6 cells.
  public func plane(in frame: Rect, look: ChartLook) -> ChartPlane? {
    axes(in: frame, look: look)?.plane
  }

  /// Draws the chart into a rectangle; nothing where there is no plane.
  public func draw(in frame: Rect, look: ChartLook, on canvas: inout Canvas) {
    guard let axes = axes(in: frame, look: look) else { return }
    axes.draw(title: title, on: &canvas)
    let plane = axes.plane
    if showsIdentity { drawIdentity(on: plane, look, &canvas) }
    drawPoints(on: plane, look, &canvas)
    for mark in marks { mark.draw(on: plane, look: look, &canvas) }
  }

  private func axes(in frame: Rect, look: ChartLook) -> ChartFrame? {
    ChartFrame(in: frame, x: x, y: y, look: look)
  }

  private func drawPoints(on plane: ChartPlane, _ look: ChartLook, _ canvas: inout Canvas) {
    let cloud = PointCloud(x: xs, y: ys, on: plane, unicode: look.capabilities.unicode)
    let plot = plane.plot
    for y in plot.y..<plot.maxY {
      for x in plot.x..<plot.maxX {
        guard let glyph = cloud.glyph(at: Point(x: x, y: y)) else { continue }
        let style = look.ink(color, on: canvas[x, y].style.background, .bold)
        canvas[x, y] = Cell(glyph, style)
      }
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
