import Cells

extension HeatMap {
  /// A map's values on the cells of its plot.
  struct Raster {
    private let map: HeatMap
    private let scale: Axis
    private let plot: Rect
    /// Rows of the plot: cells, or half cells.
    private let rows: Int
    private let halves: Bool

    init(_ map: HeatMap, scale: Axis, plot: Rect, halves: Bool) {
      self.map = map
      self.scale = scale
      self.plot = plot
      self.halves = halves
      rows = halves ? 2 * plot.height : plot.height
    }

    func draw(_ look: ChartLook, on canvas: inout Canvas) {
      for line in 0..<plot.height {
        let fromBottom = plot.height - 1 - line
        for column in 0..<plot.width {
          let lower = value(column, halves ? 2 * fromBottom : fromBottom)
          let upper = value(column, halves ? 2 * fromBottom + 1 : fromBottom)
          canvas[plot.x + column, plot.y + line] = cell(lower: lower, upper: upper, look)
        }
      }
      printValues(look, on: &canvas)
    }

    private func value(_ column: Int, _ row: Int) -> Double {
      map.values[row * map.y.count / rows][column * map.x.count / plot.width]
    }

    private func cell(lower: Double, upper: Double, _ look: ChartLook) -> Cell {
      guard look.isColored else { return Cell(shade(lower, look)) }
      return Cell(upper: color(upper), lower: color(lower))
    }

    private func color(_ value: Double) -> RGB? { scale.share(of: value).map { map.colors[$0] } }

    private func shade(_ value: Double, _ look: ChartLook) -> Unicode.Scalar {
      guard let share = scale.share(of: value) else { return " " }
      return ColorBar.shade(share, look)
    }

    /// A value in little room; small ones by their power of ten.
    private static func text(_ value: Double, _ look: ChartLook) -> String {
      value != 0 && abs(value) < 0.01
        ? NumberText.scientific(value, unicode: look.capabilities.unicode)
        : NumberText.significant(value)
    }

    /// The values in the middle of their places, where a place has five columns and a row of its own.
    private func printValues(_ look: ChartLook, on canvas: inout Canvas) {
      let (width, height) = (plot.width / map.x.count, plot.height / map.y.count)
      guard width >= 6, height >= 1 else { return }
      for (row, values) in map.values.enumerated() {
        for (column, value) in values.enumerated() where value.isFinite {
          let text = Self.text(value, look)
          let count = text.unicodeScalars.count
          guard count < width else { continue }
          let y = plot.maxY - 1 - row * height - (height - 1) / 2
          let x = plot.x + column * width + (width - count) / 2
          if !look.isColored { canvas.write(" \(text) ", x: x - 1, y: y) }
          canvas.write(text, x: x, y: y, style: look.ink(color(value).map(RGB.readable(on:))))
        }
      }
    }
  }
}
