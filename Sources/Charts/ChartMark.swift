public import Cells

/// A sign on a chart's plane or axis, or an upright line across it.
public struct ChartMark: Hashable, Sendable {
  /// Where a mark stands at its place of the x axis.
  public enum Position: Hashable, Sendable {
    /// A sign at a value of the y axis.
    case point(y: Double, Unicode.Scalar)
    /// A line over the plot's whole height, behind the data.
    case line(isBroken: Bool)
    /// A sign on the x axis itself, where it hides no data.
    case axis(Unicode.Scalar)
  }

  /// Its place on the x axis.
  public var x: Double
  /// Where it stands there.
  public var position: Position
  /// How it is drawn.
  public var style: Style

  /// A mark at a place of the x axis.
  public init(x: Double, _ position: Position, style: Style) {
    self.x = x
    self.position = position
    self.style = style
  }

  /// A sign at a point.
  public init(x: Double, y: Double, glyph: Unicode.Scalar, style: Style) {
    self.init(x: x, .point(y: y, glyph), style: style)
  }

  /// A broken upright line.
  public init(x: Double, style: Style) { self.init(x: x, .line(isBroken: true), style: style) }

  /// Draws it; nothing where it lies outside the axes.
  func draw(on plane: ChartPlane, look: ChartLook, _ canvas: inout Canvas) {
    let y = if case .point(let y, _) = position { y } else { plane.y.lower }
    guard let cell = plane.cell(x: x, y: y) else { return }
    switch position {
    case .point(_, let glyph):
      canvas.write(String(glyph), x: cell.x, y: cell.y, style: style)
    case .axis(let glyph):
      canvas.write(String(glyph), x: cell.x, y: plane.plot.maxY, style: style)
    case .line(let isBroken):
      let unicode = look.capabilities.unicode
      let glyph = isBroken ? (unicode ? "┊" : ":") : unicode ? "│" : "|"
      for row in plane.plot.y..<plane.plot.maxY where canvas[cell.x, row].glyph == " " {
        canvas.write(glyph, x: cell.x, y: row, style: style)
      }
    }
  }
}
