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
    /// A dot at each place, coloured by a column where one is named.
    case points(x: String, y: String, value: String?)
    /// The line on which x and y are equal.
    case diagonal
    /// A film: at each site of a lattice, row 0 below, the colour of the species of this code.
    case film(x: String, y: String, code: String)
    /// The number, with two decimals, at each place; light on the colours at the ends of a scale
    /// from −1 to 1. The size is that of the font [points].
    case numbers(x: String, y: String, value: String, size: Int)

    /// The columns that are read.
    var columns: [String] {
      switch self {
      case .band(let x, let low, let high, _): [x, low, high]
      case .line(let x, let y, _): [x, y]
      case .map(let x, let y, let value), .numbers(let x, let y, let value, _): [x, y, value]
      case .points(let x, let y, let value): [x, y] + (value.map { [$0] } ?? [])
      case .film(let x, let y, let code): [x, y, code]
      case .diagonal: []
      }
    }
  }

  /// What an axis shows.
  public enum Axis: Hashable, Sendable {
    /// From the first to the last place of a curve, or what gnuplot finds fitting.
    case automatic
    /// From one end to the other.
    case range(ClosedRange<Double>)
    /// A name at each of the places 1, 2, …: from the left, and from the top.
    case names([String])
  }

  /// What stands above, such as what the curve shows, with its unit.
  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit; empty where the title says it.
  public var yLabel: String
  /// Whether the y axis, or the colours of a map, take equal room for equal factors.
  public var isLogarithmic: Bool
  /// The x axis.
  public var x: Axis = .automatic
  /// The y axis.
  public var y: Axis = .automatic
  /// Whether numbers stand at the y axis: not where the panel at the left has the same.
  public var showsYNumbers = true
  /// What colours stand for.
  public var colors: ColorScale = .following
  /// Whether the scale of colours stands at the right, where colours stand for values.
  public var showsColorBar = true
  /// Lines below the x axis.
  public var notes: [String] = []
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
  var columns: [String] { layers.flatMap(\.columns) }

  /// How the panel is framed.
  enum Kind { case curves, cloud, map }

  /// A map fills its frame; a cloud of points has room around it; curves have lines to read off.
  var kind: Kind {
    if layers.contains(where: { if case .points = $0 { true } else { false } }) { return .cloud }
    let isMap = layers.contains {
      switch $0 {
      case .map, .film: true
      default: false
      }
    }
    return isMap ? .map : .curves
  }

  /// Whether colours stand for values.
  var hasColorScale: Bool {
    layers.contains {
      switch $0 {
      case .map, .points(_, _, .some): true
      default: false
      }
    }
  }

  /// Whether a scale of colours takes room beside the panel.
  var hasColorBar: Bool { hasColorScale && showsColorBar }
}
