import Cells
import Charts

/// Draws how thickness rose with time, and where the model expects it to end.
enum GrowthView {
  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.write(
      [
        Segment("Growth", look.title), Segment("thickness [nm] over time", look.dim),
        Segment(RunText.speed(state) ?? "", look.text),
      ], x: frame.x, y: frame.y, width: frame.width)
    let plot = Rect(
      x: frame.x + 5, y: frame.y + 1, width: frame.width - 5, height: frame.height - 2)
    guard let axes = Axes(state), plot.width > 4, plot.height > 1 else { return }
    drawCurve(in: plot, axes, look, on: &canvas)
    drawPrediction(in: plot, axes, state, look, on: &canvas)
    canvas.write(
      NumberText.fixed(axes.top, 0), endingAt: plot.x - 1, y: plot.y, style: look.dim)
    canvas.write("0", endingAt: plot.x - 1, y: plot.maxY - 1, style: look.dim)
    canvas.write(
      "0 s", x: plot.x, y: plot.maxY, style: look.dim)
    canvas.write(
      NumberText.duration(axes.last), endingAt: plot.maxX, y: plot.maxY, style: look.dim)
  }

  /// A curve without axes, for a side bar.
  static func drawSmall(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.write("Growth", x: frame.x, y: frame.y, style: look.title)
    canvas.write(
      RunText.speed(state) ?? "", x: frame.x, y: frame.y + 1, style: look.dim, width: frame.width)
    let plot = Rect(
      x: frame.x, y: frame.y + 2, width: min(frame.width, 26), height: min(frame.height - 2, 6))
    guard let axes = Axes(state) else { return }
    drawCurve(in: plot, axes, look, on: &canvas)
  }

  /// The range of both axes: time and height from 0.
  private struct Axes {
    let points: [GrowthPoint]
    let last: Double
    let top: Double

    init?(_ state: ExplorerState) {
      points = state.run.snapshot?.growth.filter { $0.time > 0 && $0.time.isFinite } ?? []
      guard points.count >= 2, points[0].time < points[points.count - 1].time else { return nil }
      last = points[points.count - 1].time
      let predicted = state.decoded?.result
      let expected = (predicted?.regressed.first ?? 0) + (predicted?.spread?[0] ?? 0)
      let highest = max(expected, points.map(\.thickness).max() ?? 0)
      top = max(5, (highest / 5).rounded(.up) * 5)
    }

    func across(_ time: Double) -> Double { time / last }

    /// The height in a share of the plot's width, between the points around it.
    func height(at share: Double) -> Double {
      guard let next = points.firstIndex(where: { across($0.time) >= share }) else {
        return up(points[points.count - 1].thickness)
      }
      guard next > 0 else { return up(points[0].thickness) }
      let (left, right) = (points[next - 1], points[next])
      let from = across(left.time)
      let width = across(right.time) - from
      let part = width > 0 ? (share - from) / width : 1
      return up(left.thickness + part * (right.thickness - left.thickness))
    }

    func up(_ thickness: Double) -> Double { min(1, max(0, thickness / top)) }
  }

  private static func drawCurve(
    in plot: Rect, _ axes: Axes, _ look: Look, on canvas: inout Canvas
  ) {
    let heights = (0..<plot.width).map { column in
      axes.height(at: (Double(column) + 0.5) / Double(plot.width))
    }
    AreaChart(heights: heights).draw(
      in: plot, edge: { look.edge($0) }, filled: look.filled, on: &canvas)
  }

  private static func drawPrediction(
    in plot: Rect, _ axes: Axes, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    guard let result = state.decoded?.result, !result.regressed.isEmpty else { return }
    let spread = result.spread?[0] ?? 0
    let lines = spread > 0 ? [(spread, look.dim), (-spread, look.dim)] : []
    for (shift, style) in lines + [(0, look.focus)] {
      let share = axes.up(result.regressed[0] + shift)
      let y = plot.maxY - 1 - Int((share * Double(plot.height - 1)).rounded())
      canvas.write(
        String(repeating: "╌", count: plot.width), x: plot.x, y: y, style: style,
        width: plot.width)
    }
  }
}
