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

  /// Where each species stands, its first line.
  private static func rows(in frame: Rect, wide: Bool) -> [(species: Species, y: Int)] {
    var y = frame.y + (wide ? 1 : 2)
    var rows: [(species: Species, y: Int)] = []
    for species in species where y + (wide ? 0 : 1) < frame.maxY {
      rows.append((species, y))
      y += wide || !isCounted(species) ? 1 : 2
    }
    return rows
  }

  private static func isCounted(_ species: Species) -> Bool {
    species != .electrolyte && species != .electrode
  }

  /// The species whose entry is under a point.
  static func species(
    at point: Point, in frame: Rect, form: LegendForm, _ state: ExplorerState
  ) -> Species? {
    guard frame.contains(point) else { return nil }
    guard form != .line else {
      return lineEntries(in: frame, state)
        .first { point.x >= $0.x && point.x < $0.x + $0.width }?.species
    }
    return rows(in: frame, wide: form == .wide).last { $0.y <= point.y }
      .flatMap {
        point.y <= $0.y + (form == .narrow && isCounted($0.species) ? 1 : 0) ? $0.species : nil
      }
  }

  private static func drawSpecies(
    in frame: Rect, wide: Bool, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) -> Int {
    let counts = Counts(state)
    canvas.write("Species", x: frame.x, y: frame.y, style: look.title)
    let end = frame.x + (wide ? min(frame.width, 26) : min(frame.width, 15))
    let ends = [end - (wide ? 6 : 5), end]
    let heading = frame.y + (wide ? 0 : 1)
    canvas.write("sim", endingAt: ends[0], y: heading, style: look.dim)
    if counts.decoded != nil {
      canvas.write("dec", endingAt: ends[1], y: heading, style: look.dim)
    }
    let rows = rows(in: frame, wide: wide)
    for (species, y) in rows {
      let isHidden = state.session.hidden.contains(species)
      drawSwatch(species, x: frame.x, y: y, width: 2, isHidden: isHidden, look, on: &canvas)
      canvas.write(
        species.name, x: frame.x + 3, y: y,
        style: isCounted(species) && !isHidden ? look.text : look.dim)
      guard isCounted(species) else { continue }
      for (text, end) in zip(counts.texts(of: species), ends) {
        canvas.write(
          text, endingAt: end, y: wide ? y : y + 1,
          style: wide && !isHidden ? look.text : look.dim)
      }
    }
    guard let last = rows.last else { return heading + 1 }
    return last.y + (wide || !isCounted(last.species) ? 1 : 2)
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
    for entry in lineEntries(in: frame, state) {
      let isHidden = state.session.hidden.contains(entry.species)
      drawSwatch(
        entry.species, x: entry.x, y: frame.y, width: 1, isHidden: isHidden, look, on: &canvas)
      canvas.write(entry.text, x: entry.x + 2, y: frame.y, style: look.dim)
    }
  }

  /// The entries of a legend of one line, as many as fit.
  private static func lineEntries(
    in frame: Rect, _ state: ExplorerState
  ) -> [(species: Species, text: String, x: Int, width: Int)] {
    let counts = Counts(state)
    var x = frame.x
    var entries: [(species: Species, text: String, x: Int, width: Int)] = []
    for species in species.prefix(5) {
      let text = species.name + " " + counts.texts(of: species).joined(separator: "/")
      guard x + 2 + text.count <= frame.maxX else { break }
      entries.append((species, text, x, text.count + 2))
      x += text.count + 4
    }
    return entries
  }

  private static func drawSwatch(
    _ species: Species, x: Int, y: Int, width: Int, isHidden: Bool, _ look: Look,
    on canvas: inout Canvas
  ) {
    guard !isHidden else {
      canvas.write(String(repeating: "·", count: width), x: x, y: y, style: look.dim)
      return
    }
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
      simulated = state.shownFilm?.counts
      decoded = state.decoded?.result.lattice.counts
    }

    func texts(of species: Species) -> [String] {
      [simulated, decoded].compactMap { $0.map { String($0[Int(species.rawValue)]) } }
    }
  }
}
