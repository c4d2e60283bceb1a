import Cells
import Interphase

/// Draws the session's decoded film, and beside it a film of the test split.
enum MapFilms {
  static func draw(
    _ scene: MapScene, _ state: ExplorerState, _ look: Look, on canvas: inout Canvas
  ) {
    let films = scene.layout.films
    guard let first = films.first else { return }
    let lattice = state.decoded?.result.lattice
    draw(
      lattice,
      [Segment("Decoded", look.title), Segment(state.session.anchor.shortTitle, look.dim)],
      in: first, scene, look, on: &canvas)
    let companion = films.count > 1 ? scene.companion(state) : nil
    if let companion {
      draw(
        film(companion, scene, state)?.lattice,
        [Segment("Sample \(companion + 1)", look.title), Segment("reconstructed", look.dim)],
        in: films[1], scene, look, on: &canvas)
    }
    guard let figures = scene.layout.figures else { return }
    if films.count > 1 {
      drawTable(companion, scene, state, in: figures, look, on: &canvas)
    } else {
      drawColumn(state, in: figures, look, on: &canvas)
    }
  }

  /// A film of the test split as decoded from its encoding, once it has arrived.
  private static func film(
    _ index: Int, _ scene: MapScene, _ state: ExplorerState
  ) -> StripFilm? {
    guard scene.sheet == nil, state.evidence.sheet.expected == 1 else { return nil }
    return state.evidence.sheet.films.first {
      $0.barriers == scene.data.samples[index].barriers
    }
  }

  private static func draw(
    _ lattice: Lattice?, _ title: [Segment], in frame: PictureFrame, _ scene: MapScene,
    _ look: Look, on canvas: inout Canvas
  ) {
    canvas.write(title, x: frame.title.x, y: frame.title.y, width: frame.title.width, gap: 1)
    if let lattice {
      LatticeView.draw(
        lattice, in: frame.picture, scale: scene.layout.scale, look: look, on: &canvas)
    } else {
      LatticeView.drawEmpty(in: frame.picture, look: look, on: &canvas)
    }
  }

  /// The decoded film's properties, a name and below it the regressed and the measured value.
  private static func drawColumn(
    _ state: ExplorerState, in frame: Rect, _ look: Look, on canvas: inout Canvas
  ) {
    guard let decoded = state.decoded else { return }
    let step = frame.height >= 12 ? 3 : 2
    let prefix = frame.width >= 13 ? "dec" : "d"
    for property in Property.allCases where (property.rawValue + 1) * step <= frame.height + 1 {
      let y = frame.y + property.rawValue * step
      canvas.write(
        [Segment(property.shortName, look.dim), Segment(property.unit, look.dim)], x: frame.x,
        y: y, width: frame.width, gap: 1)
      let measured = NumberText.fixed(property.value(in: decoded.observables), property.decimals)
      let regressed = regressed(property, state)
      canvas.write(
        [Segment(regressed ?? measured, regressed == nil ? look.text : look.focus)]
          + (regressed == nil ? [] : [Segment("\(prefix) \(measured)", look.text)]),
        x: frame.x, y: y + 1, width: frame.width, gap: 1)
    }
  }

  /// Properties of both films, one a line.
  private static func drawTable(
    _ companion: Int?, _ scene: MapScene, _ state: ExplorerState, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    let ends = [frame.x + 31, frame.x + 41, frame.x + 53]
    let heads = ["regressed", "decoded", companion.map { "sample \($0 + 1)" } ?? ""]
    for (head, end) in zip(heads, ends) {
      canvas.write(head, endingAt: end, y: frame.y, style: look.dim)
    }
    for property in Property.allCases {
      let y = frame.y + 1 + property.rawValue
      canvas.write(property.heading, x: frame.x, y: y, style: look.dim)
      let decoded = state.decoded.map { property.value(in: $0.observables) }
      let film = companion.map { scene.data.samples[$0].properties }
        .flatMap { $0.indices.contains(property.rawValue) ? $0[property.rawValue] : nil }
      let texts = [
        regressed(property, state), decoded.map { NumberText.fixed($0, property.decimals) },
        film.map { NumberText.fixed($0, property.decimals) },
      ]
      for ((text, style), end) in zip(zip(texts, [look.focus, look.text, look.text]), ends) {
        canvas.write(text ?? "", endingAt: end, y: y, style: style)
      }
    }
  }

  private static func regressed(_ property: Property, _ state: ExplorerState) -> String? {
    guard let values = state.decoded?.result.regressed, values.count == 4 else { return nil }
    return NumberText.fixed(values[property.rawValue], property.decimals)
  }
}
