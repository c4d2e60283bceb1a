public import Exporting

/// A figure: a table, and panels that draw its columns.
public struct Figure: Sendable {
  /// What is drawn.
  public var table: CSVTable
  /// What the table was made from.
  public var provenance: Provenance
  /// One or more, from the top; more than three in two columns.
  public var panels: [Panel]

  /// - Precondition: There is a panel, and each names columns of the table.
  public init(table: CSVTable, provenance: Provenance, panels: [Panel]) {
    precondition(!panels.isEmpty, "a figure without a panel")
    let missing = panels.flatMap(\.columns).first { !table.columns.contains($0) }
    precondition(missing == nil, "no column '\(missing ?? "")' in \(table.columns)")
    self.table = table
    self.provenance = provenance
    self.panels = panels
  }
}

/// Axes with what is drawn between them.
public struct Panel: Hashable, Sendable {
  /// Something drawn from columns of the table, by their names.
  public enum Layer: Hashable, Sendable {
    /// The area between two curves.
    case band(x: String, low: String, high: String, name: String)
    /// A curve through marked points.
    case line(x: String, y: String, name: String)
    /// A colour at each place of a regular grid.
    case map(x: String, y: String, value: String)

    /// The column of the places along the x axis.
    var x: String {
      switch self {
      case .band(let x, _, _, _), .line(let x, _, _), .map(let x, _, _): x
      }
    }
  }

  /// What stands above, such as what the curve shows, with its unit.
  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit; empty where the title says it.
  public var yLabel: String
  /// Whether the y axis, or the colours of a map, take equal room for equal factors.
  public var isLogarithmic: Bool
  /// Drawn in this order.
  public var layers: [Layer]

  /// A panel.
  public init(
    title: String, xLabel: String, yLabel: String = "", isLogarithmic: Bool = false,
    layers: [Layer]
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.isLogarithmic = isLogarithmic
    self.layers = layers
  }

  /// The columns that the panel reads.
  var columns: [String] {
    layers.flatMap { layer in
      switch layer {
      case .band(let x, let low, let high, _): [x, low, high]
      case .line(let x, let y, _): [x, y]
      case .map(let x, let y, let value): [x, y, value]
      }
    }
  }

  /// Whether colours stand for values, which takes a scale beside the panel.
  var isMap: Bool {
    layers.contains { if case .map = $0 { true } else { false } }
  }
}
