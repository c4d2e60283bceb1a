import Cells
import Charts

/// The present model beside a vanilla variational autoencoder and one with property regressor.
enum ModelsPage: ReportPage {
  static let hint = "↑↓ figures"

  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment] {
    guard data.models.count > 1 else {
      return [Segment("no other bundled model was found to compare with", look.dim)]
    }
    return [
      Segment("the present model beside the bundled ones", look.dim), Segment("● best", look.focus),
    ]
  }

  static func status(_ data: ReportData, _ state: ExplorerState) -> String {
    data.models.isEmpty
      ? "no model was found to compare"
      : ReportText.list(data.models.map { title(of: $0) })
  }

  /// Scrolls the table, no farther than its last figure.
  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState) {
    let panels = ReportLayout(state).panels
    guard let frame = panels.first(where: { $0.page == .models })?.content else { return }
    let comparison = ModelComparison(models: data.models)
    let rest = parts(comparison, of: frame).rest
    state.report.firstFigure = max(
      0, ModelsTable(comparison, in: rest, from: state.report.firstFigure + step).first)
  }

  static func move(by steps: Int, _ data: ReportData, _ state: inout ExplorerState) {
    choose(by: steps, data, &state)
  }

  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas
  ) {
    let look = Look(state)
    let comparison = ModelComparison(models: data.models)
    let (sentence, rest) = parts(comparison, of: frame)
    canvas.write(wrapped: comparison.sentence ?? "", in: sentence, style: look.text)
    let table = ModelsTable(comparison, in: rest, from: state.report.firstFigure)
    table.draw(look, on: &canvas)
    let bars =
      rest.maxX - table.frame.maxX >= 50
      ? Rect(
        x: table.frame.maxX + 6, y: rest.y, width: rest.maxX - table.frame.maxX - 6,
        height: rest.height)
      : Rect(
        x: rest.x, y: table.frame.maxY + 1, width: rest.width,
        height: rest.maxY - table.frame.maxY - 1)
    drawBars(data.models, in: bars, look, on: &canvas)
  }

  /// The lines of the sentence, and what is below them.
  private static func parts(
    _ comparison: ModelComparison, of frame: Rect
  ) -> (sentence: Rect, rest: Rect) {
    let width = min(frame.width, 110)
    let lines = comparison.sentence.map { Canvas.lines(of: $0, width: width).count } ?? -1
    let sentence = Rect(
      x: frame.x, y: frame.y, width: width, height: min(max(0, lines), 4, frame.height))
    let y = frame.y + min(lines + 1, 5)
    return (sentence, Rect(x: frame.x, y: y, width: frame.width, height: frame.maxY - y))
  }

  private static func title(of model: ReportData.Model) -> String {
    model.name == model.variant ? model.name : "\(model.name) (\(model.variant))"
  }

  /// The first axes' explained variance, the models side by side under each axis.
  private static func drawBars(
    _ models: [ReportData.Model], in frame: Rect, _ look: Look, on canvas: inout Canvas
  ) {
    let axes = min(Session.sliderCount, models.map(\.explainedVariance.count).max() ?? 0)
    let shown = min(axes, (frame.height - 1) / max(1, models.count + 1))
    let isTight = shown == 0 && axes > 0 && frame.height > models.count
    guard shown > 0 || isTight else { return }
    canvas.write(
      "Explained variance of the first axes", x: frame.x, y: frame.y, style: look.title,
      width: frame.width)
    for axis in 0..<max(1, shown) {
      let group = Rect(
        x: frame.x, y: frame.y + 1 + axis * (models.count + 1), width: min(frame.width, 90),
        height: models.count)
      BarChart(bars(models, axis: axis), end: 1).draw(in: group, look: look.charts, on: &canvas)
    }
  }

  private static func bars(_ models: [ReportData.Model], axis: Int) -> [BarChart.Bar] {
    let width = models.map(\.name.count).max() ?? 0
    return models.enumerated().map { index, model in
      let share =
        model.explainedVariance.indices.contains(axis) ? model.explainedVariance[axis] : .nan
      let name = model.name + String(repeating: " ", count: width - model.name.count)
      return BarChart.Bar(
        (index == 0 ? "PC\(axis + 1)  " : "     ") + name, share,
        text: share.isFinite ? ReportText.percent(share) : "-",
        color: ChartColor.all[index % ChartColor.all.count])
    }
  }
}
