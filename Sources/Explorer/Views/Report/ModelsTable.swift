import Cells

/// A table of figures, a column for each model; the better values are marked.
struct ModelsTable {
  /// The cells that it takes.
  let frame: Rect
  private let comparison: ModelComparison
  private let names: Int
  private let columns: Int
  /// The first figure, such that none of the room stays empty.
  let first: Int

  /// Columns of a model: a mark, a gap, a name.
  private static let width = 12

  init(_ comparison: ModelComparison, in frame: Rect, from first: Int) {
    self.comparison = comparison
    let longest = comparison.names.map(\.unicodeScalars.count).max() ?? 0
    let needed = comparison.models.count * Self.width
    names = min(longest, max(16, frame.width - needed))
    columns = min(comparison.models.count, (frame.width - names) / Self.width)
    self.frame = Rect(
      x: frame.x, y: frame.y, width: names + columns * Self.width,
      height: min(frame.height, comparison.names.count + 1))
    let room = max(0, self.frame.height - 1)
    self.first = min(max(0, first), max(0, comparison.names.count - room))
  }

  func draw(_ look: Look, on canvas: inout Canvas) {
    guard frame.height > 0 else { return }
    for model in 0..<columns {
      let name = comparison.models[model].name
      let room = Self.width - 2
      let text = name.count > room ? name.prefix(room - 1) + "…" : name[...]
      canvas.write(
        String(text), endingAt: end(of: model), y: frame.y,
        style: model == 0 ? look.accentTitle : look.title)
    }
    let shown = comparison.names.indices.dropFirst(first).prefix(frame.height - 1)
    for (row, figure) in shown.enumerated() {
      drawRow(figure, y: frame.y + 1 + row, look, on: &canvas)
    }
    if shown.count < comparison.names.count {
      let more = "figures \(first + 1) to \(first + shown.count) of \(comparison.names.count)"
      canvas.write(more, x: frame.x, y: frame.y, style: look.dim, width: names)
    }
  }

  private func drawRow(_ figure: Int, y: Int, _ look: Look, on canvas: inout Canvas) {
    canvas.write(
      comparison.names[figure], x: frame.x, y: y, style: look.dim, width: names)
    let best = comparison.best(figure)
    for model in 0..<columns {
      let text = comparison.value(figure, of: model).map(ReportText.number) ?? "-"
      let isBest = best.contains(model)
      canvas.write(
        (isBest ? "● " : "") + text, endingAt: end(of: model), y: y,
        style: isBest ? look.focus : look.text)
    }
  }

  private func end(of model: Int) -> Int { frame.x + names + (model + 1) * Self.width }
}
