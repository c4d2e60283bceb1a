import Cells

/// A scale of colours with its values, upright beside a map.
struct ColorBar {
  let scale: Axis
  let colors: ColorMap
  let look: ChartLook

  private func ticks(rows: Int) -> [Tick] {
    scale.ticks(count: max(2, rows / 2), unicode: look.capabilities.unicode)
  }

  /// Columns: a gap, two of colour, a gap, the widest number.
  var width: Int {
    4 + (ticks(rows: 12).map { $0.text.unicodeScalars.count + 1 }.max() ?? 0)
  }

  /// Draws from the column `x` on.
  func draw(x: Int, rows: Range<Int>, on canvas: inout Canvas) {
    for row in rows {
      let share = (Double(rows.upperBound - row) - 0.5) / Double(rows.count)
      let cell =
        look.isColored
        ? Cell(" ", Style(background: colors[share])) : Cell(Self.shade(share, look))
      for column in x + 2...x + 3 { canvas[column, row] = cell }
    }
    var lastRow = rows.upperBound
    for tick in ticks(rows: min(12, rows.count)) {
      guard let share = scale.share(of: tick.value) else { continue }
      let row = max(rows.lowerBound, rows.upperBound - 1 - Int(share * Double(rows.count)))
      guard row < lastRow else { continue }
      canvas.write(tick.text, x: x + 5, y: row, style: look.dim)
      lastRow = row
    }
  }

  /// How a share of the scale looks without colours.
  static func shade(_ share: Double, _ look: ChartLook) -> Unicode.Scalar {
    let ramp: [Unicode.Scalar] =
      look.capabilities.unicode
      ? ["·", "░", "▒", "▓", "█"] : [".", ":", "-", "=", "+", "*", "#", "%", "@"]
    return ramp[min(ramp.count - 1, max(0, Int(share * Double(ramp.count))))]
  }
}
