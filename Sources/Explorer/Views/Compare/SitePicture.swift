import Cells
import Interphase

/// A picture of something that is known at each site of a lattice, the electrode at the bottom.
///
/// A cell shows two elements, one above the other, or one where letters are drawn; an element shows
/// a site, a part of one, or a block of them.
struct SitePicture: Equatable {
  /// Sites that one element stands for.
  struct Block: Equatable {
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// The cells that it takes.
  let frame: Rect
  /// Sites a cell.
  let scale: LatticeScale
  /// Sites of the lattice.
  let sites: Size
  /// Whether a cell shows one element only.
  let isTall: Bool

  /// The largest picture that has room, its upper left corner at a place.
  ///
  /// - Parameters:
  ///   - sites: The lattice's size.
  ///   - room: Cells that there are.
  ///   - filmTop: The highest row that must be seen: rather than sample the lattice, rows above it
  ///     are left out.
  ///   - largest: The greatest enlargement.
  init(of sites: Size, x: Int, y: Int, room: Size, filmTop: Int, largest: Int, isTall: Bool) {
    let whole = stride(from: largest, through: 1, by: -1).map { LatticeScale.enlarged($0) }
    let sampled = (2...max(2, sites.width, sites.height)).map { LatticeScale.sampled($0) }
    func cells(_ scale: LatticeScale) -> Size {
      scale.cells(width: sites.width, height: sites.height)
    }
    func fits(_ scale: LatticeScale) -> Bool {
      cells(scale).width <= room.width && cells(scale).height <= room.height
    }
    let isCropped = sites.width <= room.width && filmTop + 2 <= 2 * room.height
    scale =
      whole.first(where: fits) ?? (isCropped ? .enlarged(1) : sampled.first(where: fits))
      ?? .sampled(max(sites.width, sites.height))
    let size = cells(scale)
    frame = Rect(x: x, y: y, width: size.width, height: min(size.height, max(0, room.height)))
    self.sites = sites
    self.isTall = isTall
  }

  /// The highest row on screen, the sink's where all are.
  var topRow: Int {
    let element = isTall ? frame.height - 1 : 2 * frame.height - 1
    return min(sites.height, rows(of: element).upperBound) - 1
  }

  /// The block of an element; `nil` above and beside the lattice.
  func block(column: Int, element: Int) -> Block? {
    let rows = rows(of: element)
    let columns = columns(of: column)
    guard columns.lowerBound < sites.width, rows.lowerBound < sites.height else { return nil }
    return Block(
      columns: columns.lowerBound..<min(columns.upperBound, sites.width),
      rows: rows.lowerBound..<min(rows.upperBound, sites.height))
  }

  private func columns(of column: Int) -> Range<Int> {
    switch scale {
    case .enlarged(let factor): column / factor..<column / factor + 1
    case .sampled(let side): column * side..<(column + 1) * side
    }
  }

  private func rows(of element: Int) -> Range<Int> {
    switch (scale, isTall) {
    case (.enlarged(1), true): return 2 * element..<2 * element + 2
    case (.enlarged(let factor), _):
      let row = element / (isTall ? factor / 2 : factor)
      return row..<row + 1
    case (.sampled(let side), _):
      let height = isTall ? 2 * side : side
      return element * height..<(element + 1) * height
    }
  }

  /// The site under a cell, of several the lowest; `nil` outside.
  func site(at point: Point) -> Point? {
    guard frame.contains(point) else { return nil }
    let line = frame.maxY - 1 - point.y
    let block = block(column: point.x - frame.x, element: isTall ? line : 2 * line)
    return block.map { Point(x: $0.columns.lowerBound, y: $0.rows.lowerBound) }
  }

  /// The first cell that shows a site; `nil` where it is left out.
  func point(of site: Point) -> Point? {
    for line in 0..<frame.height {
      let lower = block(column: 0, element: isTall ? line : 2 * line)?.rows
      let upper = isTall ? lower : block(column: 0, element: 2 * line + 1)?.rows ?? lower
      guard lower?.contains(site.y) == true || upper?.contains(site.y) == true else { continue }
      let column = (0..<frame.width).first { columns(of: $0).contains(site.x) }
      return column.map { Point(x: frame.x + $0, y: frame.maxY - 1 - line) }
    }
    return nil
  }
}

extension SitePicture {
  /// Draws every element.
  ///
  /// - Parameters:
  ///   - color: The colour of a block, where two elements share a cell.
  ///   - sign: The cell of a block, where it has one for itself.
  func draw(
    _ look: Look, on canvas: inout Canvas, color: (Block) -> RGB?, sign: (Block) -> Cell
  ) {
    for line in 0..<frame.height {
      for column in 0..<frame.width {
        let place = (x: frame.x + column, y: frame.maxY - 1 - line)
        if isTall {
          let block = block(column: column, element: line)
          canvas[place.x, place.y] = block.map(sign) ?? look.blank
        } else {
          canvas[place.x, place.y] = Cell(
            upper: block(column: column, element: 2 * line + 1).map(color)
              ?? look.blank.style
              .background,
            lower: block(column: column, element: 2 * line).map(color) ?? nil)
        }
      }
    }
  }

  /// Marks a site.
  func mark(_ site: Point?, _ look: Look, on canvas: inout Canvas) {
    guard let point = site.flatMap(point(of:)) else { return }
    canvas[point.x, point.y] = Cell("+", look.cursor)
  }
}
