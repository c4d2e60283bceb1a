import Cells
import Exporting

extension GnuplotScript {
  /// One panel: its place, its axes, what stands around it, and what it shows.
  func panel(at index: Int) -> [String] {
    let panel = figure.panels[index]
    let legend = index == figure.panels.count - 1 ? self.legend : []
    return ["# \(panel.title.split(separator: "\n").joined(separator: ", "))"]
      + place(index) + frame(of: panel) + axes(of: panel) + colors(of: panel, index)
      + texts(of: panel, index) + legend + plot(panel)
  }

  private func place(_ index: Int) -> [String] {
    let (grid, origin) = (figure.grid, figure.grid.origin(ofPanel: index))
    func x(_ place: Int) -> String { "at screen \(Self.share(place, of: grid.totalWidth))" }
    func y(_ place: Int) -> String {
      "at screen \(Self.share(totalHeight - place, of: totalHeight))"
    }
    return [
      "set lmargin \(x(origin.x))", "set rmargin \(x(origin.x + grid.width))",
      "set tmargin \(y(origin.y))", "set bmargin \(y(origin.y + grid.height))",
    ]
  }

  private func frame(of panel: Panel) -> [String] {
    let line = "linewidth 1 linecolor '#333333'"
    switch panel.kind {
    case .map: return ["set border 15 \(line)", "unset grid", "set offsets"]
    case .cloud:
      let isFixed = panel.x != .automatic && panel.y != .automatic
      let room = isFixed ? "" : " graph 0.03, graph 0.03, graph 0.04, graph 0.04"
      return ["set border \(isFixed ? 15 : 3) \(line)", "unset grid", "set offsets\(room)"]
    case .curves:
      return [
        "set border 3 \(line)",
        "set grid ytics linewidth 0.5 linetype 1 linecolor '#dddddd'",
        // A little room would take a logarithmic axis to its next power of ten.
        "set offsets" + (panel.isLogarithmic ? "" : " graph 0, graph 0, graph 0.06, graph 0"),
      ]
    }
  }

  private func axes(of panel: Panel) -> [String] {
    let look = "out nomirror scale 0.75 textcolor '#333333' \(Self.font(Self.numberSize))"
    let isLogarithmic = panel.isLogarithmic && panel.kind == .curves
    return [
      panel.isLogarithmic ? "set logscale \(isLogarithmic ? "y" : "cb")" : "unset logscale",
      "set tics \(look)",
      // Powers of ten, since a zero after the point for each would not fit beside the axis.
      "set format y '\(!panel.showsYNumbers ? "" : isLogarithmic ? "10^{%T}" : "%g")'",
      "set xrange [\(range(of: panel.x, in: panel, isX: true))]",
      "set yrange [\(range(of: panel.y, in: panel, isX: false))]",
      "set xtics \(Self.tics(panel.x, isX: true))",
      "set ytics \(Self.tics(panel.y, isX: false))",
    ] + (panel.kind == .map && panel.x == .automatic ? ["set autoscale xfix"] : [])
      + (panel.kind == .map && panel.y == .automatic ? ["set autoscale yfix"] : [])
  }

  private static func tics(_ axis: Panel.Axis, isX: Bool) -> String {
    guard case .names(let names) = axis else {
      return "norotate offset \(isX ? "0, 0.5" : "0.5, 0") autofreq"
    }
    let places = names.enumerated().map { "\(quoted($0.element)) \($0.offset + 1)" }
    let isTurned = isX && names.count > mostLevelNames
    return
      "\(isTurned ? "rotate by 90 right" : "norotate") offset 0, 0 (\(places.joined(separator: ", ")))"
  }

  private func range(of axis: Panel.Axis, in panel: Panel, isX: Bool) -> String {
    switch axis {
    case .range(let range): "\(range.lowerBound):\(range.upperBound)"
    case .names(let names): isX ? "0.5:\(names.count).5" : "\(names.count).5:0.5"
    case .automatic: isX && panel.kind == .curves ? extent(of: panel) : "*:*"
    }
  }

  /// From the first to the last place, also where values are missing there, so that panels below
  /// each other line up.
  private func extent(of panel: Panel) -> String {
    let columns = panel.layers.compactMap(\.columns.first).compactMap {
      figure.table.columns.firstIndex(of: $0)
    }
    let places = figure.table.rows.flatMap { row in columns.map { row[$0] } }.compactMap { field in
      switch field {
      case .number(let place) where place.isFinite: place
      case .integer(let place): Double(place)
      default: nil
      }
    }
    guard let lower = places.min(), let upper = places.max(), lower < upper else { return "*:*" }
    return "\(lower):\(upper)"
  }

  private func colors(of panel: Panel, _ index: Int) -> [String] {
    guard panel.hasColorScale else { return ["unset colorbox"] }
    let anchors = panel.colors.map.anchors.enumerated().map { "\($0.offset) '\($0.element.hex)'" }
    let range = panel.colors.range.map { "\($0.lowerBound):\($0.upperBound)" } ?? "*:*"
    let (grid, origin) = (figure.grid, figure.grid.origin(ofPanel: index))
    let box =
      "set colorbox user origin "
      + screen(origin.x + grid.width + 8, origin.y + grid.height)
      + " size screen \(Self.share(10, of: grid.totalWidth)), "
      + "screen \(Self.share(grid.height, of: totalHeight)) noborder"
    return [
      "set palette defined (\(anchors.joined(separator: ", ")))",
      "set cbrange [\(range)]",
      "set format cb '\(panel.isLogarithmic ? "10^{%T}" : "%g")'",
      panel.showsColorBar ? box : "unset colorbox",
    ]
  }

  /// What stands above a panel is read from the left; the first one's key is at the right of it.
  private func texts(of panel: Panel, _ index: Int) -> [String] {
    let (grid, origin) = (figure.grid, figure.grid.origin(ofPanel: index))
    let hasKey = panel.kind == .curves && (index == 0 || figure.panels[0].kind != .curves)
    let noteTop = origin.y + grid.height + (panel.xLabel.isEmpty ? 38 : 58)
    let notes = Self.quoted(panel.notes.joined(separator: "\n"))
    return [
      hasKey
        ? "set key at graph 1, graph 1.03 right bottom horizontal samplen 1.6"
        : "unset key",
      "set label 1 \(Self.quoted(panel.title)) at \(screen(origin.x, origin.y - 14)) left",
      panel.notes.isEmpty
        ? "unset label 2"
        : "set label 2 \(notes) at \(screen(origin.x, noteTop)) left "
          + "\(Self.font(Self.numberSize)) textcolor '#333333'",
      "set label 3 \(Self.quoted(panel.xLabel)) at "
        + "\(screen(origin.x + grid.width / 2, origin.y + grid.height + 38)) center",
      "set label 4 \(Self.quoted(panel.yLabel)) at "
        + "\(screen(origin.x - grid.left + 12, origin.y + grid.height / 2)) center rotate by 90",
    ]
  }

  /// Font of an axis' numbers [points].
  static let numberSize = 9
  private static let mostLevelNames = 8
}
