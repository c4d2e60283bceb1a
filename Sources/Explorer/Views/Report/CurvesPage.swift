import Cells
import Charts

/// Losses on the training and the validation split over the epochs (Fig. 1d of the paper).
enum CurvesPage: ReportPage {
  static let hint = "↑↓ term  , . epoch"

  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment] {
    guard let curve = curve(data, state) else { return [] }
    let place = "loss per film, term \(index(data, state) + 1) of \(data.curves.count)"
    guard let best = curve.best else { return [Segment(place, look.dim)] }
    return [
      Segment(place, look.dim),
      Segment("● lowest validation \(ReportText.number(best.loss))", look.focus),
      Segment("at epoch \(NumberText.fixed(best.epoch, 0))", look.dim),
    ]
  }

  static func status(_ data: ReportData, _ state: ExplorerState) -> String {
    guard let curve = curve(data, state), !curve.epochs.isEmpty else {
      return "the model's bundle says nothing of its training"
    }
    let index = epochIndex(curve, state)
    let epoch = NumberText.fixed(curve.epochs[index], 0)
    let when = state.report.epoch == nil ? "at the end, epoch \(epoch)" : "epoch \(epoch)"
    return "\(curve.name), \(when): training \(ReportText.number(curve.training[index])), "
      + "validation \(ReportText.number(curve.validation[index]))"
  }

  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState) {
    guard !data.curves.isEmpty else { return }
    state.report.term = (index(data, state) + step + data.curves.count) % data.curves.count
  }

  static func move(by steps: Int, _ data: ReportData, _ state: inout ExplorerState) {
    guard let curve = curve(data, state), !curve.epochs.isEmpty else { return }
    let last = curve.epochs.count - 1
    let from = state.report.epoch ?? (steps > 0 ? -1 : last + 1)
    state.report.epoch = min(max(from + steps, 0), last)
  }

  static func press(
    _ point: Point, in frame: Rect, _ data: ReportData, _ state: inout ExplorerState
  ) {
    let layout = CurvesLayout(frame, terms: data.curves.count)
    if let table = layout.table, table.contains(point) {
      let term = point.y - table.y - 1
      if data.curves.indices.contains(term) { state.report.term = term }
      return
    }
    guard let curve = curve(data, state),
      let plane = chart(curve, state)?.plane(in: layout.chart, look: Look(state).charts),
      plane.plot.contains(point)
    else { return }
    let epoch = plane.values(at: point).x
    state.report.epoch = curve.epochs.indices.min {
      abs(curve.epochs[$0] - epoch) < abs(curve.epochs[$1] - epoch)
    }
  }

  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas
  ) {
    let look = Look(state)
    guard let curve = curve(data, state), let chart = chart(curve, state) else {
      canvas.write(
        wrapped: "the model's bundle says nothing of its training", in: frame, style: look.dim)
      return
    }
    let layout = CurvesLayout(frame, terms: data.curves.count)
    chart.draw(in: layout.chart, look: look.charts, on: &canvas)
    if let table = layout.table { drawTable(data, state, in: table, look, on: &canvas) }
  }

  /// The chosen term's place.
  private static func index(_ data: ReportData, _ state: ExplorerState) -> Int {
    min(max(0, state.report.term), max(0, data.curves.count - 1))
  }

  private static func curve(_ data: ReportData, _ state: ExplorerState) -> ReportData.Curve? {
    data.curves.isEmpty ? nil : data.curves[index(data, state)]
  }

  /// The epoch under the cursor, else the last one.
  private static func epochIndex(_ curve: ReportData.Curve, _ state: ExplorerState) -> Int {
    min(state.report.epoch ?? .max, curve.epochs.count - 1)
  }

  /// The chosen term's chart; `nil` where there is no epoch.
  static func chart(_ curve: ReportData.Curve, _ state: ExplorerState) -> LineChart? {
    guard let first = curve.epochs.first, let last = curve.epochs.last else { return nil }
    let look = Look(state)
    var marks: [ChartMark] = []
    if state.report.epoch != nil {
      marks.append(ChartMark(x: curve.epochs[epochIndex(curve, state)], style: look.focus))
    }
    if let best = curve.best {
      marks.append(ChartMark(x: best.epoch, y: best.loss, glyph: "●", style: look.focusTitle))
    }
    return LineChart(
      title: curve.name, x: Axis("epoch", from: first, to: max(last, first + 1)),
      y: Axis("", covering: curve.training + curve.validation, scale: curve.scale),
      series: [
        LineChart.Series(
          "training", x: curve.epochs, y: curve.training, color: ChartColor.blue, isDashed: true),
        LineChart.Series(
          "validation", x: curve.epochs, y: curve.validation, color: ChartColor.red),
      ], marks: marks)
  }

  /// All terms at the epoch under the cursor.
  private static func drawTable(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, _ look: Look,
    on canvas: inout Canvas
  ) {
    let ends = [min(frame.maxX - 13, frame.x + 40), min(frame.maxX, frame.x + 53)]
    let chosen = index(data, state)
    if let curve = curve(data, state), !curve.epochs.isEmpty {
      let epoch = NumberText.fixed(curve.epochs[epochIndex(curve, state)], 0)
      canvas.write("epoch \(epoch)", x: frame.x + 2, y: frame.y, style: look.title)
    }
    for (name, end) in zip(["training", "validation"], ends) {
      canvas.write(name, endingAt: end, y: frame.y, style: look.dim)
    }
    for (row, curve) in data.curves.enumerated() where row + 1 < frame.height {
      let y = frame.y + 1 + row
      if row == chosen { canvas.write("▸", x: frame.x, y: y, style: look.focus) }
      canvas.write(
        curve.name, x: frame.x + 2, y: y, style: row == chosen ? look.title : look.dim,
        width: ends[0] - 9 - frame.x)
      guard !curve.epochs.isEmpty else { continue }
      let index = epochIndex(curve, state)
      for (value, end) in zip([curve.training[index], curve.validation[index]], ends) {
        canvas.write(ReportText.number(value), endingAt: end, y: y, style: look.text)
      }
    }
  }
}

/// The chart, and a table of all terms beside it or below.
struct CurvesLayout {
  let chart: Rect
  let table: Rect?

  init(_ frame: Rect, terms: Int) {
    let rows = terms + 1
    if frame.width >= 110 {
      let width = 44
      chart = Rect(
        x: frame.x, y: frame.y, width: frame.width - width - 4, height: frame.height)
      table = Rect(
        x: frame.maxX - width, y: frame.y + 1, width: width, height: min(rows, frame.height - 1))
    } else if frame.height >= rows + 15 {
      chart = Rect(
        x: frame.x, y: frame.y, width: frame.width, height: frame.height - rows - 1)
      table = Rect(x: frame.x, y: chart.maxY + 1, width: frame.width, height: rows)
    } else {
      chart = frame
      table = nil
    }
  }
}

extension ReportData.Curve {
  /// The epoch with the lowest loss on the validation split; `nil` where none is a number.
  var best: (epoch: Double, loss: Double)? {
    zip(epochs, validation).filter { $0.1.isFinite }.min { $0.1 < $1.1 }
      .map { (epoch: $0.0, loss: $0.1) }
  }

  /// Logarithmic where losses are positive and differ more than tenfold.
  var scale: Axis.Scale {
    let losses = (training + validation).filter(\.isFinite)
    guard let low = losses.min(), let high = losses.max(), low > 0 else { return .linear }
    return high > 10 * low ? .logarithmic : .linear
  }
}
