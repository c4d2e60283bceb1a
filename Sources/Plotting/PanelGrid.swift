/// Where the panels of a figure stand, in points of the screen; a PNG has two pixels to each.
///
/// All panels are of one size, so that they can be compared.
public struct PanelGrid: Hashable, Sendable {
  /// Panels beside each other.
  public var columns: Int
  /// Width of the area between a panel's axes.
  public var width: Int
  /// Height of the area between a panel's axes.
  public var height: Int
  /// Left of the first column: numbers and label of the y axis.
  public var left: Int
  /// Right of the last column: a scale of colours where there is one.
  public var right: Int
  /// Above the first row: a panel's title.
  public var top: Int
  /// Below the last row: numbers and label of the x axis, notes.
  public var bottom: Int
  /// Between two columns.
  public var columnGap: Int
  /// Between two rows.
  public var rowGap: Int

  /// A grid without room around single panels but for titles and axes.
  public init(
    columns: Int, width: Int, height: Int, left: Int = 56, right: Int = 20, top: Int = 36,
    bottom: Int = 52, columnGap: Int = 16, rowGap: Int = 84
  ) {
    self.columns = columns
    self.width = width
    self.height = height
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
    self.columnGap = columnGap
    self.rowGap = rowGap
  }

  /// Wide panels, 640 × 340 points with what is around them.
  static func standard(panels: Int, hasColorBars: Bool) -> PanelGrid {
    let right = hasColorBars ? 80 : 24
    return PanelGrid(
      columns: panels > 3 ? 2 : 1, width: 640 - 76 - right, height: 340 - 88, left: 76,
      right: right, top: 38, bottom: 50, columnGap: 76 + right, rowGap: 88)
  }

  /// Width of the figure.
  var totalWidth: Int { left + columns * width + (columns - 1) * columnGap + right }

  /// Height of the panels with what is around them.
  func totalHeight(panels: Int) -> Int {
    let rows = (panels + columns - 1) / columns
    return top + rows * height + (rows - 1) * rowGap + bottom
  }

  /// A panel's left edge, and its upper edge from the top of the figure.
  func origin(ofPanel index: Int) -> (x: Int, y: Int) {
    (
      left + index % columns * (width + columnGap), top + index / columns * (height + rowGap)
    )
  }
}
