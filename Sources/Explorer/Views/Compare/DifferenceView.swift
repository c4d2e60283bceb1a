import Cells
import Interphase
import Theming

/// Draws where two films differ: what both hold is dim, what one holds alone or in another species
/// has a colour or a letter of its own.
enum DifferenceView {
  static func draw(
    _ place: CompareLayout.Difference, _ films: FilmDifference?, _ state: ExplorerState,
    on canvas: inout Canvas
  ) {
    let look = Look(state)
    let signs = DifferenceSigns(look)
    if place.title.width > 0 {
      var segments = [Segment("Difference", look.title)]
      if place.picture.topRow + 1 < place.picture.sites.height {
        segments.append(Segment("lowest \(place.picture.topRow + 1) nm", look.dim))
      }
      canvas.write(segments, x: place.title.x, y: place.title.y, width: place.title.width)
    }
    guard let films else {
      let frame = place.picture.frame
      LatticeView.drawEmpty(in: frame, look: look, on: &canvas)
      canvas.write(
        wrapped: CompareView.missing(state),
        in: Rect(
          x: frame.x + 1, y: frame.y + frame.height / 3, width: frame.width - 2,
          height: frame.height),
        style: look.dim)
      return
    }
    place.picture.draw(
      look, on: &canvas, color: { signs.color(films[$0]) }, sign: { signs.cell(films[$0]) })
    place.picture.mark(state.compare.site, look, on: &canvas)
    place.legend.height > 1
      ? drawColumn(place, films, signs, on: &canvas) : drawLine(place, films, signs, on: &canvas)
  }

  /// The ways to differ with their names, long and short.
  private static let names: [(mark: SiteMark, long: String, short: String)] = [
    (.simulatedOnly, "simulated only", "sim only"), (.decodedOnly, "decoded only", "dec only"),
    (.otherSpecies, "other species", "other"),
  ]

  private static func drawColumn(
    _ place: CompareLayout.Difference, _ films: FilmDifference, _ signs: DifferenceSigns,
    on canvas: inout Canvas
  ) {
    let frame = place.legend
    let end = frame.x + min(frame.width, CompareLayout.figuresWidth)
    for (line, name) in names.enumerated() where line < frame.height {
      let y = frame.y + line
      canvas[frame.x, y] = swatch(name.mark, place, signs)
      let isLong = end - frame.x >= 22
      canvas.write(isLong ? name.long : name.short, x: frame.x + 2, y: y, style: signs.look.text)
      canvas.write(
        "\(films.count(of: name.mark))", endingAt: end, y: y, style: signs.look.text)
    }
    guard frame.height > names.count else { return }
    let y = frame.y + names.count
    canvas[frame.x, y] = swatch(SiteMark(rawValue: Species.organic.rawValue), place, signs)
    canvas.write("alike", x: frame.x + 2, y: y, style: signs.look.dim)
    canvas.write("\(films.alikeInFilm)", endingAt: end, y: y, style: signs.look.dim)
  }

  private static func drawLine(
    _ place: CompareLayout.Difference, _ films: FilmDifference, _ signs: DifferenceSigns,
    on canvas: inout Canvas
  ) {
    let frame = place.legend
    var x = frame.x
    for name in names {
      let text = "\(name.short) \(films.count(of: name.mark))"
      guard x + 2 + text.count <= frame.maxX else { return }
      canvas[x, frame.y] = swatch(name.mark, place, signs)
      x = canvas.write(text, x: x + 2, y: frame.y, style: signs.look.text) + 2
    }
    let text = "alike \(films.alikeInFilm)"
    guard x + text.count <= frame.maxX else { return }
    canvas.write(text, x: x, y: frame.y, style: signs.look.dim)
  }

  private static func swatch(
    _ mark: SiteMark, _ place: CompareLayout.Difference, _ signs: DifferenceSigns
  ) -> Cell {
    guard !place.picture.isTall else { return signs.cell(mark) }
    return Cell(
      "█", Style(foreground: signs.color(mark), background: signs.color(SiteMark(rawValue: 0))))
  }
}
