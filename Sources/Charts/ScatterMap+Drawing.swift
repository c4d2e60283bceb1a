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
    let plot = places.plot
    let raster = DotRaster(
      cells: Size(width: plot.width, height: plot.height), unicode: look.capabilities.unicode)
    var grid = DotGrid(raster)
    // Where there are many dots to a point, single ones are hard to see.
    let isLarge = raster.width * raster.height >= Self.sparse * samples.count
    var members: [Point: [Double]] = [:]
    for sample in samples {
      guard let cell = places.cell(x: sample.x, y: sample.y), plot.contains(cell),
        let across = x.share(of: sample.x), let up = y.share(of: sample.y)
      else { continue }
      members[cell, default: []].append(sample.value)
      grid.set(across: across, up: up, of: raster, isLarge: isLarge)
    }
    for (cell, values) in members {
      let share = self.values.share(of: Self.median(of: values))
      let glyph = Self.glyph(
        share, count: values.count, braille: grid.glyph(cell.x - plot.x, cell.y - plot.y), look)
      let style = look.ink(share.map { colors[$0] })
      canvas.write(String(glyph), x: cell.x, y: cell.y, style: style)
    }
  }

  /// Dots to a point from which on a point takes more than one.
  private static let sparse = 4

  private static func glyph(
    _ share: Double?, count: Int, braille: Unicode.Scalar?, _ look: ChartLook
  ) -> Unicode.Scalar {
    guard look.isColored else { return share.map { ColorBar.shade($0, look) } ?? "?" }
    if look.capabilities.unicode, let braille { return braille }
    let ramp: [(from: Int, Unicode.Scalar)] = [(16, "@"), (8, "#"), (4, "*"), (2, ":")]
    return ramp.first { count >= $0.from }?.1 ?? "."
  }

  /// The middle value, of an even number the lower of the two.
  private static func median(of values: [Double]) -> Double {
    values.sorted()[(values.count - 1) / 2]
  }
}

extension DotGrid {
  /// Sets the dot at a point of the unit square, or a square of four inside of its cell.
  fileprivate mutating func set(across: Double, up: Double, of raster: DotRaster, isLarge: Bool) {
    let x = min(raster.width - 1, Int(across * Double(raster.width)))
    let y = min(raster.height - 1, Int((1 - up) * Double(raster.height)))
    set(x, y)
    guard isLarge else { return }
    for (column, row) in [(x ^ 1, y), (x, y ^ 1), (x ^ 1, y ^ 1)] { set(column, row) }
  }
}
