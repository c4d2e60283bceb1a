import Cells
import Charts
import Interphase

/// Correlations between properties (Fig. 4 of the paper) and of properties with latent axes.
enum CorrelationsPage: ReportPage {
  static let hint = "↑↓ table"

  static func caption(_ data: ReportData, _ state: ExplorerState, _ look: Look) -> [Segment] {
    [Segment("Spearman's ρ over the test films", look.dim)]
  }

  static func status(_ data: ReportData, _ state: ExplorerState) -> String {
    let strongest = [
      strongest(of: data.propertyCorrelations, skipsDiagonal: true),
      strongest(of: data.axisCorrelations, skipsDiagonal: false),
    ].compactMap { $0 }
    return strongest.isEmpty
      ? "no quantity varies over the test films" : "strongest: " + strongest.joined(separator: "; ")
  }

  static func choose(by step: Int, _ data: ReportData, _ state: inout ExplorerState) {
    state.report.showsAxes.toggle()
  }

  static func draw(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect, on canvas: inout Canvas
  ) {
    let look = Look(state)
    for (title, table, frame) in tables(data, state, in: frame) {
      canvas.write(title, x: frame.x, y: frame.y, style: look.title, width: frame.width)
      let rest = Rect(
        x: frame.x, y: frame.y + 1, width: frame.width, height: frame.height - 1)
      map(table, isNarrow: frame.width < 70).draw(in: rest, look: look.charts, on: &canvas)
    }
  }

  /// Both tables below or beside each other where they have room, else one of them.
  private static func tables(
    _ data: ReportData, _ state: ExplorerState, in frame: Rect
  ) -> [(String, ReportData.Correlations, Rect)] {
    let all = [
      ("Properties with properties", data.propertyCorrelations),
      ("Properties with latent axes", data.axisCorrelations),
    ]
    if frame.width >= 160 {
      let width = frame.width * 2 / 5
      let left = Rect(x: frame.x, y: frame.y, width: width - 3, height: frame.height)
      let right = Rect(
        x: frame.x + width, y: frame.y, width: frame.width - width, height: frame.height)
      return zip(all, [left, right]).map { ($0.0, $0.1, $1) }
    }
    let rows = data.propertyCorrelations.rows.count + data.axisCorrelations.rows.count
    guard frame.height >= rows + 7 else {
      let chosen = all[state.report.showsAxes ? 1 : 0]
      return [(chosen.0, chosen.1, frame)]
    }
    // Cells of both are equally high; then a blank line.
    let height = min(3, (frame.height - 7) / max(1, rows))
    let upper = 3 + height * data.propertyCorrelations.rows.count
    let first = Rect(x: frame.x, y: frame.y, width: frame.width, height: upper)
    let second = Rect(
      x: frame.x, y: first.maxY + 1, width: frame.width,
      height: 3 + height * data.axisCorrelations.rows.count)
    return zip(all, [first, second]).map { ($0.0, $0.1, $1) }
  }

  private static func map(_ table: ReportData.Correlations, isNarrow: Bool) -> TableMap {
    func names(_ names: [String]) -> [String] { isNarrow ? names.map(shortened) : names }
    return TableMap(
      rows: names(table.rows), columns: names(table.columns), values: table.values)
  }

  private static func shortened(_ name: String) -> String {
    Property.allCases.first { $0.name == name }?.shortName ?? name
  }

  /// The greatest |ρ| of a table, in words.
  private static func strongest(
    of table: ReportData.Correlations, skipsDiagonal: Bool
  ) -> String? {
    var best: (row: Int, column: Int, value: Double)?
    for (row, values) in table.values.enumerated() {
      for (column, value) in values.enumerated()
      where value.isFinite && !(skipsDiagonal && row == column)
        && value.magnitude > best?.value.magnitude ?? 0
      {
        best = (row, column, value)
      }
    }
    guard let best else { return nil }
    return "\(table.rows[best.row]) with \(table.columns[best.column]) "
      + NumberText.fixed(best.value, 2)
  }
}
