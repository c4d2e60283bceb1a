import Cells
import Exporting
import Interphase

extension GnuplotScript {
  /// The command that draws a panel's layers.
  ///
  /// The sites of a film are pixels of an image in a PNG, and boxes in an SVG, where programs would
  /// blur an image; boxes are drawn a little too large, or their edges would shine through.
  func plot(_ panel: Panel) -> [String] {
    guard panel.layers.contains(where: { if case .film = $0 { true } else { false } }) else {
      return [plotCommand(panel, isPNG: true)]
    }
    return [
      Self.speciesPalette, "set cbrange [-0.5:\(Species.allCases.count - 1).5]",
      "if (kind eq 'png') {", "  " + plotCommand(panel, isPNG: true), "} else {",
      "  " + plotCommand(panel, isPNG: false), "}",
    ]
  }

  private func plotCommand(_ panel: Panel, isPNG: Bool) -> String {
    var lines = 0
    let layers = panel.layers.flatMap { layer in
      let drawn = draw(layer, line: lines, isPNG: isPNG)
      if case .line = layer { lines += 1 }
      return drawn
    }
    return "plot \(layers.joined(separator: ", \\\n       "))"
  }

  private func draw(_ layer: Panel.Layer, line: Int, isPNG: Bool) -> [String] {
    switch layer {
    case .band(let x, let low, let high, let name):
      return [
        "\(Self.using(x, low, high)) with filledcurves linecolor '#aac8e0' "
          + "title \(Self.quoted(name))"
      ]
    case .line(let x, let y, let name):
      let look = figure.table.rows.count > Self.mostMarks ? "lines" : "linespoints"
      return [
        "\(Self.using(x, y)) with \(look) linewidth 2 "
          + "linecolor '\(Self.lineColors[line % Self.lineColors.count])'"
          + (look == "lines" ? "" : " pointtype 7 pointsize 0.3 * dot")
          + " title \(Self.quoted(name))"
      ]
    case .map(let x, let y, let value):
      return ["\(Self.using(x, y, value)) with image pixels notitle"]
    case .points(_, _, let value):
      let color = value == nil ? "'#901f4e79'" : "palette"
      return [
        "data every every_th using \(layer.columns.map(Self.quoted).joined(separator: ":")) "
          + "with points pointtype 7 pointsize \(dotSize) * dot linecolor \(color) notitle"
      ]
    case .diagonal: return ["x with lines linewidth 1 linecolor '#999999' notitle"]
    case .film(let x, let y, let code): return [film(x, y, code, isPNG: isPNG)]
    case .numbers(let x, let y, let value, let size): return Self.numbers(x, y, value, size)
    }
  }

  /// Smaller where there are many.
  private var dotSize: Double {
    switch figure.table.rows.count {
    case ..<600: 0.4
    case ..<3000: 0.25
    default: 0.18
    }
  }

  private func film(_ x: String, _ y: String, _ code: String, isPNG: Bool) -> String {
    guard !isPNG else { return "\(Self.using(x, y, code)) with image notitle" }
    let column = "column(\(Self.quoted(code)))"
    // The ground is white: electrolyte needs no box.
    return "data using (\(column) > 0 ? column(\(Self.quoted(x))) : NaN):\(Self.quoted(y))"
      + ":(0.52):(0.52):(\(column)) with boxxyerror linecolor palette notitle"
  }

  /// Dark numbers, and light ones where the ground is dark.
  private static func numbers(
    _ x: String, _ y: String, _ value: String, _ size: Int
  ) -> [String] {
    let column = "column(\(quoted(value)))"
    return [("<= 0.8", "#222222"), ("> 0.8", "#ffffff")].map { condition, color in
      // No minus before what is rounded to 0.
      let value = "abs(\(column)) < 0.005 ? 0 : \(column)"
      let text = "abs(\(column)) \(condition) ? gprintf('%.2f', \(value)) : ''"
      return "data using \(quoted(x)):\(quoted(y)):(\(text)) with labels \(font(size)) "
        + "textcolor '\(color)' notitle"
    }
  }

  private static func using(_ columns: String...) -> String {
    "data using \(columns.map(quoted).joined(separator: ":"))"
  }

  /// Steps instead of a gradient: from half below each code to half above it.
  private static let speciesPalette: String = {
    let steps = LegendEntry.species.enumerated().map { code, entry in
      "\(Double(code) - 0.5) '\(entry.color.hex)', \(Double(code) + 0.5) '\(entry.color.hex)'"
    }
    return "set palette defined (\(steps.joined(separator: ", ")))"
  }()

  /// Told apart by colour-blind eyes too (after Okabe & Ito 2008).
  private static let lineColors = ["#1f4e79", "#d55e00", "#009e73", "#cc79a7"]
  /// Rows beyond which marks on a curve would touch.
  private static let mostMarks = 60
}
