import Cells
import Charts
import Interphase

/// Draws how high the two films are over each column.
enum ProfilesView {
  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let simulated = state.run.snapshot?.lattice.filmHeights.map(Double.init)
    let decoded = state.decoded?.result.lattice.filmHeights.map(Double.init)
    let width = max(1, state.latticeSize.width)
    var series: [LineChart.Series] = []
    for (name, heights, color, isDashed) in [
      ("simulated", simulated, look.simulatedColor, false),
      ("decoded", decoded, look.decodedColor, true),
    ] {
      guard let heights else { continue }
      series.append(
        LineChart.Series(
          name, x: heights.indices.map { Double($0) + 0.5 }, y: heights, color: color,
          isDashed: isDashed))
    }
    let highest = series.flatMap(\.y).max() ?? 0
    let isRoomy = frame.width >= 56
    LineChart(
      title: isRoomy ? "Film height [nm]" : "Height [nm]",
      x: Axis("column [nm]", from: 0, to: Double(width)),
      y: Axis("", covering: [0, max(5, highest)]), series: series
    ).draw(in: frame, look: look.charts, on: &canvas)
  }
}
