public import Cells

/// Points of a plane, coloured by a value.
///
/// Each half of a cell that has points takes the colour of their median value: braille would place
/// them four times finer, but its dots are too small to show a colour. Without half blocks a glyph
/// says how many points a cell has, and without colours one says where the median lies on the scale.
public struct ScatterMap: Hashable, Sendable {
  /// A point with its value.
  public struct Sample: Hashable, Sendable {
    /// Its place across.
    public var x: Double
    /// Its place upwards.
    public var y: Double
    /// What colours it.
    public var value: Double

    /// A point with its value.
    public init(x: Double, y: Double, value: Double) {
      self.x = x
      self.y = y
      self.value = value
    }
  }

  /// The axis below.
  public var x: Axis
  /// The axis on the left; its label stands above, after an arrow.
  public var y: Axis
  /// The values' scale; its label stands above the colours.
  public var values: Axis
  /// The points; those with a number that is none are left out, and those outside the axes too.
  public var samples: [Sample]
  /// Colours from the lowest value to the highest.
  public var colors: ColorMap

  /// A map of points.
  public init(x: Axis, y: Axis, values: Axis, samples: [Sample], colors: ColorMap = .viridis) {
    self.x = x
    self.y = y
    self.values = values
    self.samples = samples
    self.colors = colors
  }

  /// Where everything is: what is hit is what was drawn.
  public struct Places: Hashable, Sendable {
    /// Where values and cells meet; it places points by dots, ``cell(x:y:)`` by whole cells.
    let plane: ChartPlane
    /// The label below.
    public let xTitle: Rect
    /// The label on the upper left.
    public let yTitle: Rect
    /// The scale of colours with its numbers.
    public let bar: Rect
    /// The label on the upper right.
    public let valueTitle: Rect

    /// The cells of the points.
    public var plot: Rect { plane.plot }
    /// The axis below.
    public var x: Axis { plane.x }
    /// The axis on the left.
    public var y: Axis { plane.y }

    /// The cell of a point, beyond the plot where the point is; `nil` for what the axes cannot show.
    public func cell(x: Double, y: Double) -> Point? {
      guard let (across, up) = plane.share(x: x, y: y), across.magnitude < 1e6, up.magnitude < 1e6
      else { return nil }
      let column = (across * Double(plot.width)).rounded(.down)
      let row = ((1 - up) * Double(plot.height)).rounded(.down)
      // The end of an axis belongs to its last cell.
      return Point(
        x: plot.x + (across == 1 ? plot.width - 1 : Int(column)),
        y: plot.y + (up == 0 ? plot.height - 1 : Int(row)))
    }

    /// The point in the middle of a cell.
    public func center(of cell: Point) -> (x: Double, y: Double) {
      plane.values(at: cell)
    }
  }

  /// Divides a rectangle; `nil` where it has no room for a plot of 8 × 2 cells.
  public func places(in frame: Rect, look: ChartLook) -> Places? {
    axes(in: frame, look).map { places($0, in: frame, look) }
  }

  /// Numbers of the points in a cell.
  public func samples(in cell: Point, of places: Places) -> [Int] {
    samples.indices.filter { places.cell(x: samples[$0].x, y: samples[$0].y) == cell }
  }

  func axes(in frame: Rect, _ look: ChartLook) -> ChartFrame? {
    ChartFrame(in: frame, x: x, y: y, look: look, right: bar(look).width)
  }

  func bar(_ look: ChartLook) -> ColorBar { ColorBar(scale: values, colors: colors, look: look) }

  func title(_ look: ChartLook) -> String {
    (look.capabilities.unicode ? "↑ " : "^ ") + y.label
  }

  func places(_ axes: ChartFrame, in frame: Rect, _ look: ChartLook) -> Places {
    let plot = axes.plot
    let width = values.label.unicodeScalars.count
    return Places(
      plane: axes.plane, xTitle: axes.labelPlace, yTitle: axes.place(of: title(look)),
      bar: Rect(x: plot.maxX + 2, y: plot.y, width: bar(look).width - 2, height: plot.height),
      valueTitle: Rect(x: frame.maxX - width, y: plot.y - 1, width: width, height: 1))
  }
}
