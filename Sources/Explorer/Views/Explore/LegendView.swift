import Cells
import Interphase
import Theming

/// Draws what the colours mean and how many sites there are of each, then what else is measured.
enum LegendView {
  static func draw(
    in frame: Rect, form: LegendForm, _ state: ExplorerState, on canvas: inout Canvas
  ) {
    let look = Look(state)
    switch form {
    case .line: drawLine(in: frame, state, look, on: &canvas)
    case .wide, .narrow:
      let y = drawSpecies(in: frame, wide: form == .wide, state, look, on: &canvas) + 1
      let rest = Rect(x: frame.x, y: y, width: frame.width, height: frame.maxY - y)
      if rest.height >= 5 { drawFilm(in: rest, state, look, on: &canvas) }
    }
  }

  /// Film first, then what is dissolved, then what never changes.
  static let species: [Species] = [
    .organic, .inorganic, .monomer, .dimer, .precursor, .electrolyte, .electrode,
  ]

  private static func drawSpecies(
    in frame: Rect, wide: Bool, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) -> Int {
    let counts = Counts(state)
    var y = frame.y
    canvas.write("Species", x: frame.x, y: y, style: look.title)
    if !wide { y += 1 }
    let end = frame.x + (wide ? min(frame.width, 26) : min(frame.width, 15))
    let ends = [end - (wide ? 6 : 5), end]
    canvas.write("sim", endingAt: ends[0], y: y, style: look.dim)
    if counts.decoded != nil { canvas.write("dec", endingAt: ends[1], y: y, style: look.dim) }
    y += 1
    for species in species where y + (wide ? 0 : 1) < frame.maxY {
      let isCounted = species != .electrolyte && species != .electrode
      drawSwatch(species, x: frame.x, y: y, width: 2, look, on: &canvas)
      canvas.write(
        species.name, x: frame.x + 3, y: y, style: isCounted ? look.text : look.dim)
      if isCounted, !wide { y += 1 }
      if isCounted {
        for (text, end) in zip(counts.texts(of: species), ends) {
          canvas.write(text, endingAt: end, y: y, style: wide ? look.text : look.dim)
        }
      }
      y += 1
    }
    return y
  }

  /// What is measured beside the four properties; organic and inorganic are known from counts.
  private static func drawFilm(
    in frame: Rect, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let wide = frame.width >= 26
    let end = frame.x + (wide ? 26 : min(frame.width, 15))
    var y = frame.y
    for figure in FilmFigure.all(state).dropFirst(wide ? 0 : 2) where y + 1 < frame.maxY {
      canvas.write(figure.name, x: frame.x, y: y, style: look.text, width: frame.width)
      if !wide { y += 1 }
      let style = wide ? look.text : look.dim
      canvas.write(figure.simulated ?? "", endingAt: end - (wide ? 6 : 5), y: y, style: style)
      canvas.write(figure.decoded ?? "", endingAt: end, y: y, style: style)
      y += 1
    }
    let rest = Rect(x: frame.x, y: y + 1, width: frame.width, height: frame.maxY - y - 1)
    if rest.height >= 4, state.layout.growth == nil {
      GrowthView.drawSmall(in: rest, state, on: &canvas)
    }
  }

  private static func drawLine(
    in frame: Rect, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let counts = Counts(state)
    var x = frame.x
    for species in species.prefix(5) {
      let text = species.name + " " + counts.texts(of: species).joined(separator: "/")
      guard x + 2 + text.count <= frame.maxX else { return }
      drawSwatch(species, x: x, y: frame.y, width: 1, look, on: &canvas)
      x = canvas.write(text, x: x + 2, y: frame.y, style: look.dim) + 2
    }
  }

  private static func drawSwatch(
    _ species: Species, x: Int, y: Int, width: Int, _ look: Look, on canvas: inout Canvas
  ) {
    for column in x..<x + width {
      canvas[column, y] =
        look.usesGlyphs
        ? Cell(
          look.glyph(species.rawValue),
          look.isColored
            ? Style(
              foreground: look.color(species.rawValue), background: look.color(0),
              attributes: .bold) : .plain)
        : Cell("█", Style(foreground: look.color(species.rawValue), background: look.color(0)))
    }
  }

  /// Sites of each species on both sides.
  private struct Counts {
    let simulated: [Int]?
    let decoded: [Int]?

    init(_ state: ExplorerState) {
      simulated = state.run.snapshot?.lattice.counts
      decoded = state.decoded?.result.lattice.counts
    }

    func texts(of species: Species) -> [String] {
      [simulated, decoded].compactMap { $0.map { String($0[Int(species.rawValue)]) } }
    }
  }
}
