public import Cells

/// The area below a curve, its upper edge in eighths of a cell.
public struct AreaChart: Hashable, Sendable {
  /// The curve's height in each column, as a share of the plot's.
  public var heights: [Double]

  /// An area of one height a column.
  public init(heights: [Double]) { self.heights = heights }

  /// Draws into a rectangle, from its left and lower end.
  ///
  /// - Parameters:
  ///   - edge: The cell of a column's upper end, given its glyph.
  ///   - filled: The cells below.
  public func draw(
    in plot: Rect, edge: (Unicode.Scalar) -> Cell, filled: Cell, on canvas: inout Canvas
  ) {
    for (column, share) in heights.prefix(plot.width).enumerated() {
      let eighths = Int((share * Double(8 * plot.height)).rounded())
      for line in 0..<plot.height {
        let rest = min(8, max(0, eighths - 8 * line))
        guard rest > 0 else { break }
        let isEdge = eighths - 8 * line <= 8
        let glyph = Unicode.Scalar(0x2580 + UInt32(rest)) ?? " "
        canvas[plot.x + column, plot.maxY - 1 - line] = isEdge ? edge(glyph) : filled
      }
    }
  }
}
