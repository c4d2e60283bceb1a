public import Exporting

/// A figure: a table, and panels that draw its columns.
public struct Figure: Sendable {
  /// What is drawn.
  public var table: CSVTable
  /// What the table was made from.
  public var provenance: Provenance
  /// One or more, row by row from the top.
  public var panels: [Panel]
  /// Where the panels stand.
  public var grid: PanelGrid
  /// What colours mean, in one or more lines below the panels.
  public var legend: [LegendEntry]

  /// - Parameter grid: Where the panels stand; by default below each other, more than three in two
  ///   columns.
  /// - Precondition: There is a panel, and each names columns of the table.
  public init(
    table: CSVTable, provenance: Provenance, panels: [Panel], grid: PanelGrid? = nil,
    legend: [LegendEntry] = []
  ) {
    precondition(!panels.isEmpty, "a figure without a panel")
    let missing = panels.flatMap(\.columns).first { !table.columns.contains($0) }
    precondition(missing == nil, "no column '\(missing ?? "")' in \(table.columns)")
    self.table = table
    self.provenance = provenance
    self.panels = panels
    self.grid =
      grid ?? .standard(panels: panels.count, hasColorBars: panels.contains(where: \.hasColorBar))
    self.legend = legend
  }
}
