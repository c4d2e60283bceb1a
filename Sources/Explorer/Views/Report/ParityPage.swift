import Cells
import Charts
import Interphase

/// Regressed against measured properties of the test films (Fig. 3 of the paper).
enum ParityPage: ReportPage {
  static let hint = "↑↓ property  , . film"

  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment] {
    guard let parity = parity(data, state) else { return [] }
    return [
      Segment("regressed ↑ against measured →", look.dim),
      Segment("\(NumberText.grouped(parity.actual.count)) test films", look.dim),
      Segment("on \(look.capabilities.unicode ? "···" : "///") equal", look.dim),
    ]
  }

  static func status(_ data: ReportData, _ state: ExplorerState) -> String {
    guard let parity = parity(data, state) else { return missing }
    let property = parity.property
    guard let film = film(parity, state) else {
      return "\(property.name): R² \(determination(parity)) over "
        + "\(NumberText.grouped(parity.actual.count)) test films"
    }
    let (actual, regressed) = (parity.actual[film], parity.regressed[film])
    let decimals = property.decimals + 1
    let unit = property.unit.isEmpty ? "" : " \(property.unit)"
    return
      "test film \(film + 1): \(property.name) measured \(NumberText.fixed(actual, decimals)), "
      + "regressed \(NumberText.fixed(regressed, decimals))\(unit), off by "
      + NumberText.fixed(regressed - actual, decimals, signed: true)
  }

  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState) {
    guard !data.parity.isEmpty else { return }
    let next = (index(data, state) + step + data.parity.count) % data.parity.count
    state.report.property = data.parity[next].property
  }

  /// To films with more or less of the chosen property.
  static func move(by steps: Int, _ data: ReportData, _ state: inout ExplorerState) {
    guard let parity = parity(data, state), !parity.actual.isEmpty else { return }
    let order = parity.actual.indices.sorted { parity.actual[$0] < parity.actual[$1] }
    let start = steps > 0 ? -1 : order.count
    let place = film(parity, state).flatMap { order.firstIndex(of: $0) } ?? start
    // Ten films of two thousand are no way: a far step is a twentieth of them.
    let far = max(10, order.count / 20)
    let moved = place + (abs(steps) == 1 ? steps : steps.signum() * far)
    state.report.film = order[min(max(moved, 0), order.count - 1)]
  }

  static func press(
    _ point: Point, in frame: Rect, _ data: ReportData, _ state: inout ExplorerState
  ) {
    guard
      let (parity, frame) = charts(data, state, in: frame).first(where: { $0.1.contains(point) })
    else { return }
    state.report.property = parity.property
    guard let plane = chart(parity, state).plane(in: frame, look: Look(state).charts),
      plane.plot.contains(point)
    else { return }
    state.report.film = nearest(to: point, parity, on: plane)
  }

  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas
  ) {
    let look = Look(state)
    if data.parity.isEmpty { canvas.write(wrapped: missing, in: frame, style: look.dim) }
    for (parity, frame) in charts(data, state, in: frame) {
      chart(parity, state).draw(in: frame, look: look.charts, on: &canvas)
    }
  }

  private static let missing = "the model regresses no properties: its variant has no regressor"

  /// All properties two by two or in a row where there is room, else the chosen one.
  static func charts(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect
  ) -> [(ReportData.Parity, Rect)] {
    guard let chosen = parity(data, state) else { return [] }
    let columns = frame.width >= 180 && frame.height < 32 ? 4 : 2
    let rows = (data.parity.count + columns - 1) / columns
    let (width, height) = (frame.width / columns, frame.height / rows)
    guard width >= 36, height >= 11 else { return [(chosen, frame)] }
    return data.parity.enumerated().map { index, parity in
      let place = Rect(
        x: frame.x + index % columns * width, y: frame.y + index / columns * height,
        width: width - 2, height: height)
      return (parity, place)
    }
  }

  static func chart(_ parity: ReportData.Parity, _ state: ExplorerState) -> ScatterChart {
    let look = Look(state)
    let isChosen = parity.property == state.report.property
    let axis = Axis("", covering: parity.actual + parity.regressed)
    var marks: [ChartMark] = []
    if let film = film(parity, state) {
      marks.append(
        ChartMark(
          x: parity.actual[film], y: parity.regressed[film], glyph: "●", style: look.focusTitle))
    }
    return ScatterChart(
      title: "\(isChosen ? "▸ " : "")\(parity.property.heading)  R² \(determination(parity))",
      x: axis, y: axis, xs: parity.actual, ys: parity.regressed, color: look.data,
      showsIdentity: true, marks: marks)
  }

  private static func determination(_ parity: ReportData.Parity) -> String {
    parity.determination.isFinite ? NumberText.fixed(parity.determination, 3) : "-"
  }

  private static func index(_ data: ReportData, _ state: ExplorerState) -> Int {
    data.parity.firstIndex { $0.property == state.report.property } ?? 0
  }

  private static func parity(_ data: ReportData, _ state: ExplorerState) -> ReportData.Parity? {
    data.parity.isEmpty ? nil : data.parity[index(data, state)]
  }

  /// The film under the cursor, as far as the report has it.
  private static func film(_ parity: ReportData.Parity, _ state: ExplorerState) -> Int? {
    state.report.film.flatMap { parity.actual.indices.contains($0) ? $0 : nil }
  }

  /// The film whose dot is nearest, within three cells.
  private static func nearest(
    to point: Point, _ parity: ReportData.Parity, on plane: ChartPlane
  ) -> Int? {
    func distance(_ film: Int) -> Int {
      guard let cell = plane.cell(x: parity.actual[film], y: parity.regressed[film]) else {
        return .max
      }
      // A cell is about twice as high as wide.
      let (across, up) = (cell.x - point.x, 2 * (cell.y - point.y))
      return across * across + up * up
    }
    let nearest = parity.actual.indices.map { (film: $0, distance: distance($0)) }
      .min { $0.distance < $1.distance }
    return nearest.flatMap { $0.distance <= 9 ? $0.film : nil }
  }
}
