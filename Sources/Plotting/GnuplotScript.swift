import Cells
import Exporting

/// A figure in gnuplot's language, to be run in the folder of its table.
struct GnuplotScript {
  private let figure: Figure
  private let name: String

  /// - Parameter name: The files' name, without folder and ending.
  init(_ figure: Figure, name: String) {
    self.figure = figure
    self.name = name
  }

  /// The script. It draws the same panels twice: for the screen and for print.
  var text: String {
    (comments + settings + kinds).joined(separator: "\n") + "\n"
  }

  private var comments: [String] {
    ["# Draws \(name).png and \(name).svg from \(name).csv: 'gnuplot ./\(name).gp' in this folder."]
      + figure.provenance.entries.map { "# \($0.key): \($0.value)" } + [""]
  }

  private var settings: [String] {
    let palette = ColorMap.viridis.anchors.enumerated().map { "\($0.offset) '\($0.element.hex)'" }
    return [
      "set encoding utf8",
      "set datafile separator comma",
      "set datafile missing ''",
      "set tics out nomirror scale 0.75 textcolor '#333333'",
      "set style fill solid noborder",
      "set palette defined (\(palette.joined(separator: ", ")))",
      "set autoscale xfix",
      "data = \(Self.file(name + ".csv"))",
      "",
    ]
  }

  /// Sizes in points of the screen; the PNG has two pixels to each.
  private var kinds: [String] {
    let rows = (figure.panels.count + columns - 1) / columns
    let (width, height) = (Self.panelWidth * columns, Self.panelHeight * rows)
    let fonts = "DejaVu Sans,Helvetica,Arial,sans-serif"
    let right = figure.panels.contains(where: \.isMap) ? 11 : 3
    return [
      "do for [kind in 'png svg'] {",
      "  if (kind eq 'png') {",
      "    set terminal pngcairo size \(2 * width),\(2 * height) font 'DejaVu Sans,22' linewidth 2",
      "  } else {",
      "    set terminal svg size \(width),\(height) dynamic background 'white' font '\(fonts),11'",
      "  }",
      "  set output \(Self.file(name + ".")).kind",
      "  set multiplot layout \(rows),\(columns) "
        + "margins char 10,char \(right),char 4.5,char 3 spacing char \(right + 11),char 7",
    ] + figure.panels.enumerated().flatMap { panel($0.element, isFirst: $0.offset == 0) } + [
      "  unset multiplot", "  unset output", "}",
    ]
  }

  private static let panelWidth = 640
  private static let panelHeight = 340

  private var columns: Int { figure.panels.count > 3 ? 2 : 1 }

  /// What stands above a panel is read from the left; the first one's key is at the right of it.
  private func panel(_ panel: Panel, isFirst: Bool) -> [String] {
    let logarithmic = panel.isMap ? "set logscale cb" : "set logscale y"
    let key = "set key at graph 1, graph 1.03 right bottom horizontal samplen 1.6"
    let lines =
      (panel.isMap ? Self.mapFrame : Self.curveFrame) + [
        isFirst && !panel.isMap ? key : "unset key",
        panel.isLogarithmic ? logarithmic : "unset logscale",
        // Powers of ten, since a zero after the point for each would not fit beside the axis.
        "set format y '\(panel.isLogarithmic && !panel.isMap ? "10^{%T}" : "%g")'",
        "set format cb '\(panel.isLogarithmic && panel.isMap ? "10^{%T}" : "%g")'",
        "set xrange [\(panel.isMap ? "*:*" : range(of: panel))]",
        "set label 1 \(Self.quoted(panel.title)) at graph 0, graph 1.08 left",
        "set xlabel \(Self.quoted(panel.xLabel))",
        "set ylabel \(Self.quoted(panel.yLabel))",
        "plot \(panel.layers.map(layer).joined(separator: ", \\\n       "))",
      ]
    return lines.map { "  " + $0 }
  }

  /// From the first to the last place, also where values are missing there, so that panels below
  /// each other line up.
  private func range(of panel: Panel) -> String {
    let columns = panel.layers.map(\.x).compactMap { figure.table.columns.firstIndex(of: $0) }
    let places = figure.table.rows.flatMap { row in columns.map { row[$0] } }.compactMap { field in
      if case .number(let place) = field, place.isFinite { place } else { nil }
    }
    guard let lower = places.min(), let upper = places.max(), lower < upper else { return "*:*" }
    return "\(lower):\(upper)"
  }

  private static let mapFrame = [
    "set border 15 linewidth 1 linecolor '#333333'", "unset grid", "set autoscale yfix",
  ]

  private static let curveFrame = [
    "set border 3 linewidth 1 linecolor '#333333'",
    "set grid ytics linewidth 0.5 linetype 1 linecolor '#dddddd'", "set autoscale y",
    "set offsets graph 0, graph 0, graph 0.06, graph 0",
  ]

  private func layer(_ layer: Panel.Layer) -> String {
    func using(_ columns: String...) -> String {
      "data using \(columns.map(Self.quoted).joined(separator: ":"))"
    }
    switch layer {
    case .band(let x, let low, let high, let name):
      return "\(using(x, low, high)) with filledcurves linecolor '#aac8e0' "
        + "title \(Self.quoted(name))"
    case .line(let x, let y, let name):
      return "\(using(x, y)) with linespoints linewidth 2 linecolor '#1f4e79' "
        + "pointtype 7 pointsize 0.5 title \(Self.quoted(name))"
    case .map(let x, let y, let value):
      return "\(using(x, y, value)) with image pixels notitle"
    }
  }

  /// A file of the script's folder. Its folder is named, since gnuplot would run as a command what
  /// begins with `<` or `|`.
  private static func file(_ name: String) -> String { quoted("./" + name) }

  /// A string as it stands: in single quotes gnuplot reads nothing but the quote itself.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
