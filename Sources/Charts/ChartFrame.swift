import Cells

/// The axes of a chart around its plot.
///
///     title
///     20 ┤
///        │  plot
///      0 ┼──┬────┬
///          0.3  0.4
///          label
struct ChartFrame {
  let x: Axis
  let y: Axis
  /// The cells that data are drawn into.
  let plot: Rect
  private let look: ChartLook
  private let frame: Rect
  private let yTicks: [Tick]

  /// Rows above and below the plot: title, axis, numbers, label.
  static let rowsAround = 4

  /// Divides a rectangle; `nil` where it has no room for a plot of 8 × 2 cells.
  ///
  /// - Parameters:
  ///   - right: Columns to keep free on the right.
  ///   - fit: Makes the plot's size smaller where data need a multiple of something.
  init?(
    in frame: Rect, x: Axis, y: Axis, look: ChartLook, right: Int = 0,
    fit: (Size) -> Size = { $0 }
  ) {
    let rows = frame.height - Self.rowsAround
    guard rows >= 2 else { return nil }
    yTicks = y.ticks(count: max(2, rows / 3), unicode: look.capabilities.unicode)
    let margin = (yTicks.map { $0.text.unicodeScalars.count }.max() ?? 0) + 2
    let columns = frame.width - margin - right
    guard columns >= 8 else { return nil }
    let size = fit(Size(width: columns, height: rows))
    plot = Rect(
      x: frame.x + margin, y: frame.y + 1 + rows - size.height, width: size.width,
      height: size.height)
    self.x = x
    self.y = y
    self.look = look
    self.frame = frame
  }

  /// The plot with its axes.
  var plane: ChartPlane {
    ChartPlane(x: x, y: y, plot: plot, unicode: look.capabilities.unicode)
  }

  func draw(title: String, on canvas: inout Canvas) {
    let place = place(of: title)
    canvas.write(
      title, x: place.x, y: place.y, style: look.text.adding(.bold), width: place.width)
    drawLeft(on: &canvas)
    drawBottom(on: &canvas)
    let label = labelPlace
    canvas.write(x.label, x: label.x, y: label.y, style: look.text, width: label.width)
  }

  /// Where a title above the plot is.
  func place(of title: String) -> Rect {
    Rect(
      x: frame.x, y: plot.y - 1, width: min(title.unicodeScalars.count, frame.width), height: 1)
  }

  /// Where the label below the plot is.
  var labelPlace: Rect {
    let width = min(x.label.unicodeScalars.count, plot.width)
    return Rect(x: plot.x + (plot.width - width) / 2, y: plot.maxY + 2, width: width, height: 1)
  }

  /// The plot's row that shows a share of the axis.
  func row(_ share: Double) -> Int {
    plot.y + min(plot.height - 1, Int((1 - share) * Double(plot.height)))
  }

  /// The plot's column that shows a share of the axis.
  func column(_ share: Double) -> Int {
    plot.x + min(plot.width - 1, Int(share * Double(plot.width)))
  }

  private func drawLeft(on canvas: inout Canvas) {
    let unicode = look.capabilities.unicode
    for y in plot.y..<plot.maxY {
      canvas.write(unicode ? "│" : "|", x: plot.x - 1, y: y, style: look.dim)
    }
    for tick in yTicks {
      guard let share = y.share(of: tick.value) else { continue }
      let row = row(share)
      canvas.write(unicode ? "┤" : "+", x: plot.x - 1, y: row, style: look.dim)
      canvas.write(tick.text, endingAt: plot.x - 2, y: row, style: look.dim)
    }
  }

  private func drawBottom(on canvas: inout Canvas) {
    let unicode = look.capabilities.unicode
    canvas.write(unicode ? "└" : "+", x: plot.x - 1, y: plot.maxY, style: look.dim)
    canvas.write(
      String(repeating: unicode ? "─" : "-", count: plot.width), x: plot.x, y: plot.maxY,
      style: look.dim)
    for (tick, column, start) in bottomTicks() {
      canvas.write(unicode ? "┬" : "+", x: column, y: plot.maxY, style: look.dim)
      canvas.write(tick.text, x: start, y: plot.maxY + 1, style: look.dim)
    }
  }

  /// As many ticks as have room for their numbers, each with its column and where its number starts.
  private func bottomTicks() -> [(tick: Tick, column: Int, start: Int)] {
    for count in stride(from: max(1, plot.width / 8), through: 1, by: -1) {
      let placed = x.ticks(count: count, unicode: look.capabilities.unicode).map { tick in
        let column = column(x.share(of: tick.value) ?? 0)
        let width = tick.text.unicodeScalars.count
        return (tick: tick, column: column, start: min(column - width / 2, frame.maxX - width))
      }
      let hasRoom = zip(placed, placed.dropFirst()).allSatisfy {
        $0.start + $0.tick.text.unicodeScalars.count + 2 <= $1.start
      }
      if hasRoom { return placed }
    }
    return []
  }
}
