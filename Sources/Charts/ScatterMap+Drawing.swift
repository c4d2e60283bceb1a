public import Cells

extension ScatterMap {
  /// Draws axes, scale and points; nothing where ``places(in:look:)`` has none.
  ///
  /// - Parameter showsSamples: `false` leaves the plot to what is drawn instead of points.
  public func draw(
    in frame: Rect, look: ChartLook, showsSamples: Bool = true, on canvas: inout Canvas
  ) {
    guard let axes = axes(in: frame, look) else { return }
    let places = places(axes, in: frame, look)
    axes.draw(title: title(look), on: &canvas)
    canvas.write(
      values.label, x: places.valueTitle.x, y: places.valueTitle.y,
      style: look.text.adding(.bold))
    let plot = places.plot
    bar(look).draw(x: plot.maxX, rows: plot.y..<plot.maxY, on: &canvas)
    if showsSamples { drawSamples(places, look, on: &canvas) }
  }

  private func drawSamples(_ places: Places, _ look: ChartLook, on canvas: inout Canvas) {
    let usesHalves = HeatMap.usesHalves(look)
    for (cell, halves) in members(places) {
      if usesHalves {
        canvas[cell.x, cell.y] = dots(halves, on: canvas[cell.x, cell.y].style.background)
      } else {
        let all = halves.upper + halves.lower
        canvas.write(glyph(of: all, look), x: cell.x, y: cell.y, style: look.ink(color(of: all)))
      }
    }
  }

  /// The values of the points in each half of a cell.
  private struct Halves {
    var upper: [Double] = []
    var lower: [Double] = []
  }

  private func members(_ places: Places) -> [Point: Halves] {
    let plot = places.plot
    var members: [Point: Halves] = [:]
    for sample in samples where sample.value.isFinite {
      guard let cell = places.cell(x: sample.x, y: sample.y), plot.contains(cell),
        let up = y.share(of: sample.y)
      else { continue }
      let row = Int((1 - up) * Double(2 * plot.height))
      if row <= 2 * (cell.y - plot.y) {
        members[cell, default: Halves()].upper.append(sample.value)
      } else {
        members[cell, default: Halves()].lower.append(sample.value)
      }
    }
    return members
  }

  /// The halves' colours; a glyph also where they are alike, so that the screen's text has its points.
  private func dots(_ halves: Halves, on ground: RGB?) -> Cell {
    var cell = Cell(
      upper: color(of: halves.upper), lower: color(of: halves.lower), on: ground)
    if cell.glyph == " " { (cell.glyph, cell.style.foreground) = ("▀", cell.style.background) }
    return cell
  }

  /// How many points there are, or without colours where their median lies on the scale.
  private func glyph(of members: [Double], _ look: ChartLook) -> String {
    let glyph =
      look.isColored
      ? PointDensity.glyph(members.count)
      : share(of: members).map { ColorBar.shade($0, look) } ?? "?"
    return String(glyph)
  }

  private func color(of members: [Double]) -> RGB? { share(of: members).map { colors[$0] } }

  /// Where the median of some values lies on the scale.
  private func share(of members: [Double]) -> Double? {
    Self.median(of: members).flatMap { values.share(of: $0) }
  }

  /// The middle value, of an even number the lower of the two.
  private static func median(of values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
