public import Cells

extension LineChart {
  /// A place on the x axis that is pointed out.
  public struct Mark: Hashable, Sendable {
    /// How it is pointed out.
    public enum Form: Hashable, Sendable {
      /// A line through the whole plot, behind the curves.
      case line
      /// A broken line.
      case brokenLine
      /// A sign on the axis itself, where it hides no curve.
      case sign(Unicode.Scalar)
    }

    /// The place.
    public var x: Double
    /// How it is pointed out.
    public var form: Form
    /// Its colour; `nil` is the terminal's own.
    public var color: RGB?

    /// A mark at a place.
    public init(at x: Double, _ form: Form, color: RGB? = nil) {
      self.x = x
      self.form = form
      self.color = color
    }
  }

  /// The cells that curves are drawn into when the chart is drawn into a rectangle; `nil` where it
  /// has no room.
  public func plot(in frame: Rect, look: ChartLook) -> Rect? {
    ChartFrame(in: frame, x: x, y: y, look: look)?.plot
  }

  /// Draws a mark over what is there; lines leave the curves alone.
  func draw(_ mark: Mark, _ axes: ChartFrame, _ look: ChartLook, on canvas: inout Canvas) {
    guard let share = x.share(of: mark.x), (0...1).contains(share) else { return }
    let column = axes.column(share)
    let unicode = look.capabilities.unicode
    let glyph: Unicode.Scalar
    switch mark.form {
    case .sign(let sign):
      canvas.write(
        String(sign), x: column, y: axes.plot.maxY, style: look.ink(mark.color, on: nil, .bold))
      return
    case .line: glyph = unicode ? "│" : "|"
    case .brokenLine: glyph = unicode ? "┊" : ":"
    }
    for row in axes.plot.y..<axes.plot.maxY where canvas[column, row].glyph == " " {
      canvas.write(String(glyph), x: column, y: row, style: look.ink(mark.color))
    }
  }
}
