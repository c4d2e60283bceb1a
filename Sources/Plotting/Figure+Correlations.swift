public import Exporting

extension Figure {
  /// Correlations as a square of colours, blue −1 to red +1, the number in each cell.
  ///
  /// - Parameters:
  ///   - names: What is correlated, with line breaks where a name is long.
  ///   - correlation: Of two of them, by their places; `nil` where either never varies.
  ///   - title: What stands above.
  ///   - provenance: What the numbers were made from.
  public init(
    correlationsOf names: [String], title: String, provenance: Provenance,
    _ correlation: (Int, Int) -> Double?
  ) {
    let (x, y, value) = ("column", "row", "correlation")
    var table = CSVTable(columns: [x, "column name", y, "row name", value])
    let plain = names.map { $0.split(separator: "\n").joined(separator: " ") }
    for row in names.indices {
      for column in names.indices {
        table.append([
          .integer(column + 1), .text(plain[column]), .integer(row + 1), .text(plain[row]),
          .number(correlation(row, column) ?? .nan),
        ])
      }
    }
    let isSmall = names.count <= 8
    var panel = Panel(
      title: title, xLabel: "",
      layers: [
        .map(x: x, y: y, value: value),
        .numbers(x: x, y: y, value: value, size: isSmall ? 11 : 7),
      ])
    (panel.x, panel.y) = (.names(names), .names(names))
    panel.colors = .correlation
    let edge = isSmall ? 75 * names.count : 33 * names.count
    self.init(
      table: table, provenance: provenance, panels: [panel],
      grid: PanelGrid(
        columns: 1, width: edge, height: edge, left: isSmall ? 84 : 124, right: 72,
        bottom: isSmall ? 48 : 124))
  }
}
