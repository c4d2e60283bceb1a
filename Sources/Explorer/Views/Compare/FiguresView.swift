import Cells
import Interphase

/// Draws what is measured of the comparison: agreement, twin ratio, calibration.
enum FiguresView {
  /// A name with its value.
  struct Row {
    var name: String
    var value: String
    var isMain = false
  }

  static func draw(
    _ layout: CompareLayout, _ ensemble: Ensemble, _ state: ExplorerState,
    on canvas: inout Canvas
  ) {
    if let frame = layout.agreement {
      draw("Agreement", agreement(state), in: frame, state, on: &canvas)
    }
    if let frame = layout.twin { drawTwin(in: frame, ensemble, state, on: &canvas) }
    if let frame = layout.calibration {
      let title = "Calibration of p(\(state.session.compare.species.name))"
      draw(title, calibration(ensemble, state), in: frame, state, on: &canvas)
    }
  }

  private static func agreement(_ state: ExplorerState) -> [Row] {
    let figures = state.comparedFilms.map {
      FilmAgreement(simulated: $0.simulated, decoded: $0.decoded)
    }
    func ratio(_ value: Double??) -> String {
      (value ?? nil).map { NumberText.fixed($0, 2) } ?? "–"
    }
    return [
      Row(
        name: "sites alike",
        value: (figures?.alikeShare).map { NumberText.fixed(100 * $0, 0) + " %" } ?? "–",
        isMain: true),
      Row(name: "overlap solid", value: ratio(figures?.solid), isMain: true),
      Row(name: "overlap inorganic", value: ratio(figures?.inorganic)),
      Row(name: "overlap organic", value: ratio(figures?.organic)),
      Row(name: "S₂ error", value: ratio(figures?.twoPointError)),
      Row(
        name: "decoded thicker",
        value: figures.map { NumberText.fixed($0.thicknessDifference, 1, signed: true) + " nm" }
          ?? "–"),
      Row(name: "profile correlation", value: ratio(figures?.profileCorrelation)),
    ]
  }

  private static func calibration(_ ensemble: Ensemble, _ state: ExplorerState) -> [Row] {
    let species = state.session.compare.species
    let width = state.latticeSize.width
    let films = ensemble.films + [state.decoded?.result.lattice].compactMap { $0 }
    let top = films.compactMap { $0.filmHeights.max() }.max() ?? 0
    var found: Calibration?
    if let probability = state.decoded?.result.probability(of: species),
      let frequency = ensemble.frequency(of: species)
    {
      found = Calibration(
        probability: probability, frequency: frequency, sites: width..<width * max(1, top + 1))
    }
    func text(_ value: Double?) -> String { value.map { NumberText.fixed($0, 3) } ?? "–" }
    return [
      Row(name: "mean |p – f|", value: text(found?.meanDifference), isMain: true),
      Row(name: "Brier score", value: text(found?.brier), isMain: true),
      Row(name: "of f itself: best", value: text(found?.least)),
      Row(name: "over rows up to", value: "\(top) nm"),
    ]
  }

  private static func drawTwin(
    in frame: Rect, _ ensemble: Ensemble, _ state: ExplorerState, on canvas: inout Canvas
  ) {
    let look = Look(state)
    let twin = state.comparedFilms.flatMap {
      TwinRatio(decoded: $0.decoded, films: ensemble.films)
    }
    func text(_ value: TwinRatio.Distance?) -> String {
      guard let value else { return "–" }
      let error = value.error.map { " ±" + NumberText.fixed($0, 2) } ?? ""
      return NumberText.fixed(value.mean, 2) + error
    }
    var rows = [
      Row(name: "ratio", value: text(twin?.ratio), isMain: true),
      Row(name: "decoded–sim.", value: text(twin?.toModel)),
      Row(name: "sim.–sim.", value: text(twin?.amongFilms)),
    ]
    if let films = state.comparedFilms {
      let own = TwinRatio.distance(films.decoded, films.simulated)
      rows.append(Row(name: "with this seed", value: NumberText.fixed(own, 2)))
    }
    draw("Twin ratio", rows, in: frame, state, on: &canvas)
    let end = frame.y + 1 + rows.count
    let rest = Rect(x: frame.x, y: end, width: frame.width, height: frame.maxY - end)
    drawProgress(in: rest, ensemble, look, on: &canvas)
  }

  /// How many films have grown, and how the ratio is read.
  private static func drawProgress(
    in frame: Rect, _ ensemble: Ensemble, _ look: Look, on canvas: inout Canvas
  ) {
    guard frame.height > 0 else { return }
    if let failure = ensemble.failure {
      canvas.write(wrapped: failure, in: frame, style: look.warning)
      return
    }
    let count = Ensemble.replicaCount
    let text = "\(ensemble.replicas) of \(count) grown"
    let x = canvas.write(text, x: frame.x, y: frame.y, style: look.dim, width: frame.width) + 2
    if ensemble.replicas < count, x + count <= frame.maxX {
      for column in 0..<count {
        let isGrown = column < ensemble.replicas
        canvas.write(
          isGrown ? "━" : "─", x: x + column, y: frame.y, style: isGrown ? look.accent : look.track)
      }
    }
    let notes =
      frame.width >= 36
      ? ["distance: 1 – overlap of solid", "1 = as good as another seed"]
      : ["distance 1 – solid overlap", "1: as good as other seeds"]
    for (line, note) in notes.enumerated() where line + 1 < frame.height {
      canvas.write(note, x: frame.x, y: frame.y + 1 + line, style: look.dim, width: frame.width)
    }
  }

  /// A title with rows below it, values in one column.
  private static func draw(
    _ title: String, _ rows: [Row], in frame: Rect, _ state: ExplorerState,
    on canvas: inout Canvas
  ) {
    let look = Look(state)
    canvas.write(title, x: frame.x, y: frame.y, style: look.title, width: frame.width)
    let end = frame.x + min(frame.width, 34)
    for (line, row) in rows.enumerated() where line + 1 < frame.height {
      let y = frame.y + 1 + line
      let room = end - frame.x - row.value.count - 1
      canvas.write(row.name, x: frame.x, y: y, style: look.dim, width: room)
      canvas.write(row.value, endingAt: end, y: y, style: row.isMain ? look.title : look.text)
    }
  }
}
