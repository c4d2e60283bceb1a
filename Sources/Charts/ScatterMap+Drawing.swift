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
    let members = members(places)
    let usesHalves = HeatMap.usesHalves(look)
    for (cell, halves) in members {
      if usesHalves {
        drawHalves(halves, at: cell, look, on: &canvas)
      } else {
        drawGlyph(of: halves.upper + halves.lower, at: cell, look, on: &canvas)
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
    for sample in samples {
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

  private func drawHalves(
    _ halves: Halves, at cell: Point, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let upper = Self.median(of: halves.upper).flatMap { values.share(of: $0) }.map { colors[$0] }
    let lower = Self.median(of: halves.lower).flatMap { values.share(of: $0) }.map { colors[$0] }
    if let upper {
      canvas.write("▀", x: cell.x, y: cell.y, style: look.ink(upper, on: lower))
    } else {
      canvas.write("▄", x: cell.x, y: cell.y, style: look.ink(lower))
    }
  }

  private func drawGlyph(
    of members: [Double], at cell: Point, _ look: ChartLook, on canvas: inout Canvas
  ) {
    let share = Self.median(of: members).flatMap { values.share(of: $0) }
    let glyph =
      look.isColored
      ? Self.density(members.count) : share.map { ColorBar.shade($0, look) } ?? "?"
    canvas.write(String(glyph), x: cell.x, y: cell.y, style: look.ink(share.map { colors[$0] }))
  }

  /// A glyph that grows darker with the number of points.
  private static func density(_ count: Int) -> Unicode.Scalar {
    let ramp: [(from: Int, Unicode.Scalar)] = [(16, "@"), (8, "#"), (4, "*"), (2, ":")]
    return ramp.first { count >= $0.from }?.1 ?? "."
  }

  /// The middle value, of an even number the lower of the two.
  private static func median(of values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
