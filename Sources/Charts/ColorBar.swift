public import Cells

/// A scale of colours with its values, upright beside a map.
public struct ColorBar: Hashable, Sendable {
  let scale: Axis
  let colors: ColorMap
  let look: ChartLook

  /// A scale of values over colours.
  public init(scale: Axis, colors: ColorMap, look: ChartLook) {
    self.scale = scale
    self.colors = colors
    self.look = look
  }

  private func ticks(rows: Int) -> [Tick] {
    scale.ticks(count: max(2, rows / 2), unicode: look.capabilities.unicode)
  }

  /// Columns: a gap, two of colour, a gap, the widest number.
  var width: Int {
    4 + (ticks(rows: 12).map { $0.text.unicodeScalars.count + 1 }.max() ?? 0)
  }

  /// Draws from the column `x` on.
  public func draw(x: Int, rows: Range<Int>, on canvas: inout Canvas) {
    for row in rows {
      let share = (Double(rows.upperBound - row) - 0.5) / Double(rows.count)
      let cell = Self.cell(share, colors: colors, look)
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

  /// A whole cell of a share of the scale.
  public static func cell(_ share: Double, colors: ColorMap, _ look: ChartLook) -> Cell {
    look.isColored ? Cell(" ", Style(background: colors[share])) : Cell(shade(share, look))
  }

  /// How a share of the scale looks without colours.
  static func shade(_ share: Double, _ look: ChartLook) -> Unicode.Scalar {
    let ramp: [Unicode.Scalar] =
      look.capabilities.unicode
      ? ["·", "░", "▒", "▓", "█"] : [".", ":", "-", "=", "+", "*", "#", "%", "@"]
    return ramp[min(ramp.count - 1, max(0, Int(share * Double(ramp.count))))]
  }
}
