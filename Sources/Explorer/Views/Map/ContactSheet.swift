import Cells
import Charts
import Interphase

/// Decoded films on a grid over the map.
struct ContactSheet {
  /// Films in a row.
  let columns: Int
  /// Rows of films.
  let rows: Int
  /// How large a film is.
  let scale: LatticeScale
  private let cells: Size
  private let places: ScatterMap.Places

  /// The largest films of which the plot holds a grid that is worth the name; `nil` in too small a
  /// plot.
  init?(over places: ScatterMap.Places, lattice: Size) {
    let plot = places.plot
    for (leastColumns, leastRows) in [(5, 4), (4, 3), (3, 2), (2, 2)] {
      for side in 1...12 {
        let scale: LatticeScale = side == 1 ? .enlarged(1) : .sampled(side)
        let cells = scale.cells(width: lattice.width, height: lattice.height)
        let columns = plot.width / (cells.width + 1)
        let rows = plot.height / (cells.height + 1)
        guard columns >= leastColumns, rows >= leastRows else { continue }
        self.columns = min(columns, 8)
        self.rows = min(rows, 6)
        self.scale = scale
        self.cells = cells
        self.places = places
        return
      }
    }
    return nil
  }

  /// Films in all.
  var count: Int { columns * rows }

  /// The cells around a film that stand for it, counted from the upper left along the rows.
  private func field(_ index: Int) -> Rect {
    let plot = places.plot
    let (column, row) = (index % columns, index / columns)
    let (left, right) = (column * plot.width / columns, (column + 1) * plot.width / columns)
    let (top, bottom) = (row * plot.height / rows, (row + 1) * plot.height / rows)
    return Rect(x: plot.x + left, y: plot.y + top, width: right - left, height: bottom - top)
  }

  /// Where a film is drawn; the line below it is its caption's.
  func picture(_ index: Int) -> Rect {
    let field = field(index)
    return Rect(
      x: field.x + (field.width - cells.width) / 2,
      y: field.y + (field.height - cells.height - 1) / 2, width: cells.width, height: cells.height)
  }

  /// The point of the plane that a film is decoded at.
  func center(of index: Int) -> (x: Double, y: Double) {
    let (column, row) = (index % columns, index / columns)
    return (
      places.x.value(at: (Double(column) + 0.5) / Double(columns)),
      places.y.value(at: 1 - (Double(row) + 0.5) / Double(rows))
    )
  }

  /// The film whose field a cell is in; beyond the plot the nearest one.
  func index(near cell: Point) -> Int {
    let plot = places.plot
    let column = (0..<columns - 1).first { cell.x < plot.x + ($0 + 1) * plot.width / columns }
    let row = (0..<rows - 1).first { cell.y < plot.y + ($0 + 1) * plot.height / rows }
    return (row ?? rows - 1) * columns + (column ?? columns - 1)
  }

  /// The films that have arrived, in order; those of an earlier order are none.
  func films(_ state: ExplorerState) -> [StripFilm] {
    let strip = state.evidence.sheet
    guard strip.expected == count, strip.generation == state.orders[.sheet]?.generation else {
      return []
    }
    return strip.films
  }

  /// What is to be decoded: the session's point, moved in the plane to each place of the grid.
  func steps(_ state: ExplorerState, _ plane: MapState.Plane) -> [LatentStep] {
    (0..<count).map { index in
      let (x, y) = center(of: index)
      var place = state.place
      place.offsets[plane.horizontal] = x - state.anchorCoordinate(plane.horizontal)
      place.offsets[plane.vertical] = y - state.anchorCoordinate(plane.vertical)
      return .at(place)
    }
  }
}
