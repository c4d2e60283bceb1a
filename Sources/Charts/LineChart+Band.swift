import Cells

extension LineChart {
  /// The area of a band, in half cells where there are colours for it.
  func draw(
    _ band: Band, of series: Series, _ axes: ChartFrame, _ look: ChartLook,
    on canvas: inout Canvas
  ) {
    let plot = axes.plot
    let halves = 2 * plot.height
    for column in 0..<plot.width {
      let value = x.value(at: (Double(column) + 0.5) / Double(plot.width))
      guard let low = Self.value(of: band.low, over: series.x, at: value).flatMap(y.share(of:)),
        let high = Self.value(of: band.high, over: series.x, at: value).flatMap(y.share(of:)),
        high >= 0, low <= 1
      else { continue }
      // At least half a cell, so that a narrow band is seen.
      let bottom = min(halves - 1, max(0, Int(low * Double(halves))))
      let top = min(halves - 1, max(bottom, Int(high * Double(halves))))
      for row in bottom / 2...top / 2 {
        canvas[plot.x + column, plot.maxY - 1 - row] = Self.bandCell(
          lower: 2 * row >= bottom, upper: 2 * row + 1 <= top, band.color, look)
      }
    }
  }

  /// A cell that is covered by a band in full or in one half.
  private static func bandCell(lower: Bool, upper: Bool, _ color: RGB, _ look: ChartLook) -> Cell {
    guard look.isColored, look.capabilities.unicode, lower != upper else {
      // Without half blocks what is half covered is drawn as covered.
      return covered(color, look)
    }
    return Cell(lower ? "▄" : "▀", look.ink(color))
  }

  /// A cell inside of a band.
  static func covered(_ color: RGB, _ look: ChartLook) -> Cell {
    if look.isColored { return Cell(" ", Style(background: color)) }
    return Cell(look.capabilities.unicode ? "░" : ":")
  }

  /// The value between the points around a place; `nil` beyond the first and last.
  static func value(of values: [Double], over places: [Double], at place: Double) -> Double? {
    guard let next = places.firstIndex(where: { $0 >= place }) else { return nil }
    guard places[next] > place else { return values[next] }
    guard next > 0 else { return nil }
    let part = (place - places[next - 1]) / (places[next] - places[next - 1])
    return values[next - 1] + part * (values[next] - values[next - 1])
  }
}
