import Cells

extension GnuplotScript {
  /// Height of a line of the legend [points].
  private static let legendLine = 18
  /// Edge of a square of colour [points].
  private static let swatch = 10
  /// About the width of a name [points].
  private static func width(of name: String) -> Int {
    name.reduce(0) { $0 + ("mw".contains($1) ? 12 : "fijlrt ".contains($1) ? 5 : 7) }
  }
  /// Labels that each panel has of its own.
  private static let panelLabels = 4

  /// Where each entry stands: from the left edge of the panels, and its line.
  private var legendPlaces: [(x: Int, line: Int)] {
    let most = legendPlaces(perLine: figure.legend.count)
    // As many in each line, where one is not enough.
    let lines = (most.last?.line ?? 0) + 1
    return legendPlaces(perLine: (figure.legend.count + lines - 1) / lines)
  }

  private func legendPlaces(perLine: Int) -> [(x: Int, line: Int)] {
    let room = figure.grid.totalWidth - figure.grid.left
    var (x, line, count) = (0, 0, 0)
    return figure.legend.map { entry in
      let width = Self.swatch + 5 + Self.width(of: entry.name)
      if count == perLine || (count > 0 && x + width > room) {
        (x, line, count) = (0, line + 1, 0)
      }
      defer { (x, count) = (x + width + 14, count + 1) }
      return (x, line)
    }
  }

  /// Height of the legend [points].
  var legendHeight: Int { legendPlaces.last.map { Self.legendLine * ($0.line + 1) } ?? 0 }

  /// Squares of the legend's colours, each with its name, below the panels.
  var legend: [String] {
    let top = totalHeight - legendHeight
    return zip(figure.legend, legendPlaces).enumerated().flatMap { index, pair in
      let (entry, place) = pair
      let (x, y) = (figure.grid.left + place.x, top + place.line * Self.legendLine)
      return [
        "set object \(index + 1) rectangle from \(screen(x, y + Self.swatch)) to "
          + "\(screen(x + Self.swatch, y)) fillcolor rgb '\(entry.color.hex)' fillstyle solid "
          + "border linecolor '#666666' linewidth 0.5",
        "set label \(index + 1 + Self.panelLabels) \(Self.quoted(entry.name)) at "
          + "\(screen(x + Self.swatch + 5, y + Self.swatch / 2)) left \(Self.font(Self.numberSize))",
      ]
    }
  }
}
