import Cells
import Interphase

/// How many sites one cell of the screen shows.
///
/// One cell is two sites high by nature (half blocks), so that sites look square.
enum LatticeScale: Hashable, Sendable {
  /// Each site is this many columns wide.
  case enlarged(Int)
  /// Squares of this many sites a side become one.
  case sampled(Int)

  /// Cells that a lattice takes.
  func cells(width: Int, height: Int) -> Size {
    switch self {
    case .enlarged(let factor):
      return Size(width: width * factor, height: (height * factor + 1) / 2)
    case .sampled(let side):
      let rows = LatticeScale.bands(of: height, side: side).count
      return Size(width: (width + side - 1) / side, height: (rows + 1) / 2)
    }
  }

  /// Rows that become one when squares of a side are drawn as one: the electrode and the sink keep a
  /// row of their own, so that the thin layer on the electrode is not lost between the electrode and
  /// what lies above it.
  static func bands(of height: Int, side: Int) -> [Range<Int>] {
    guard height > 2 else { return height > 0 ? [0..<height] : [] }
    let inner = stride(from: 1, to: height - 1, by: side).map { $0..<min($0 + side, height - 1) }
    return [0..<1] + inner + [height - 1..<height]
  }

  /// The site that a cell of a picture shows, `line` counted from the picture's top; of two in one
  /// cell the one that is no electrolyte, else the upper.
  func site(column: Int, line: Int, of lattice: Lattice, tall: Bool) -> (x: Int, y: Int) {
    let cells = cells(width: lattice.width, height: lattice.height)
    let fromBottom = cells.height - 1 - line
    switch self {
    case .enlarged(let factor):
      let x = min(column / factor, lattice.width - 1)
      let upper = min((2 * fromBottom + 1) / factor, lattice.height - 1)
      let lower = min(2 * fromBottom / factor, lattice.height - 1)
      let showsLower = lattice[x, upper] == .electrolyte && lattice[x, lower] != .electrolyte
      return (x, showsLower ? lower : upper)
    case .sampled(let side):
      let x = min(column * side, lattice.width - 1)
      guard !tall else { return (x, min(2 * fromBottom * side, lattice.height - 1)) }
      let bands = Self.bands(of: lattice.height, side: side)
      return (x, bands[min(2 * fromBottom + 1, bands.count - 1)].lowerBound)
    }
  }

  /// The cell of a picture that shows a site, its line counted from the top, and whether the site is
  /// in the cell's upper half.
  func cell(of site: (x: Int, y: Int), width: Int, height: Int, tall: Bool) -> (
    column: Int, line: Int, isUpper: Bool
  ) {
    let cells = cells(width: width, height: height)
    switch self {
    case .enlarged(let factor):
      let element = site.y * factor
      return (site.x * factor, cells.height - 1 - element / 2, element % 2 == 1)
    case .sampled(let side):
      guard !tall else { return (site.x / side, cells.height - 1 - site.y / (2 * side), false) }
      let bands = Self.bands(of: height, side: side)
      let element = bands.firstIndex { $0.contains(site.y) } ?? 0
      return (site.x / side, cells.height - 1 - element / 2, element % 2 == 1)
    }
  }
}

/// A lattice as square picture elements, row 0 at the electrode.
struct Mosaic {
  /// Elements in a row.
  let width: Int
  /// Rows.
  let height: Int
  private let codes: [UInt8]

  /// The species code of an element; `nil` above and beside the lattice.
  subscript(x: Int, y: Int) -> UInt8? {
    x >= 0 && x < width && y >= 0 && y < height ? codes[y * width + x] : nil
  }

  /// Enlarges or samples a lattice; `tall` elements are twice as high as wide, for cells that
  /// show one element only.
  init(_ lattice: Lattice, scale: LatticeScale, tall: Bool) {
    switch scale {
    case .enlarged(let factor) where !tall || factor > 1:
      let rows = tall ? factor / 2 : factor
      self.init(lattice, timesX: factor, timesY: max(1, rows))
    case .enlarged: self.init(lattice, sideX: 1, sideY: 2)
    case .sampled(let side) where tall: self.init(lattice, sideX: side, sideY: 2 * side)
    case .sampled(let side):
      let bands = LatticeScale.bands(of: lattice.height, side: side)
      self.init(lattice, sideX: side, bands: bands)
    }
  }

  private init(_ lattice: Lattice, timesX: Int, timesY: Int) {
    width = lattice.width * timesX
    height = lattice.height * timesY
    var codes = [UInt8]()
    codes.reserveCapacity(width * height)
    for y in 0..<height {
      let row = y / timesY * lattice.width
      for x in 0..<width { codes.append(lattice.codes[row + x / timesX]) }
    }
    self.codes = codes
  }

  private init(_ lattice: Lattice, sideX: Int, sideY: Int) {
    let bands = stride(from: 0, to: lattice.height, by: sideY).map {
      $0..<min($0 + sideY, lattice.height)
    }
    self.init(lattice, sideX: sideX, bands: bands)
  }

  private init(_ lattice: Lattice, sideX: Int, bands: [Range<Int>]) {
    width = (lattice.width + sideX - 1) / sideX
    height = bands.count
    var codes = [UInt8]()
    codes.reserveCapacity(width * height)
    for (index, band) in bands.enumerated() {
      // What touches the electrode decides its row of blocks: a layer of one or two rows is what a
      // film is known by, and would be lost in a block of many.
      let rows = index == 1 ? band.prefix(2) : band
      for x in 0..<width {
        codes.append(
          Self.majority(
            of: lattice, columns: x * sideX..<min((x + 1) * sideX, lattice.width), rows: rows))
      }
    }
    self.codes = codes
  }

  /// The commonest species of a block.
  ///
  /// A tie goes to the electrode and the sink, then to what is
  /// rarest in a film, and to the electrolyte last, so that thin layers stay visible.
  private static func majority(
    of lattice: Lattice, columns: Range<Int>, rows: Range<Int>
  ) -> UInt8 {
    var counts: (Int, Int, Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0, 0, 0)
    return withUnsafeMutableBytes(of: &counts) { bytes in
      let counts = bytes.assumingMemoryBound(to: Int.self)
      for y in rows {
        for x in columns { counts[Int(lattice.codes[y * lattice.width + x])] += 1 }
      }
      return tieOrder.max { counts[Int($0)] < counts[Int($1)] } ?? 0
    }
  }

  /// `max(by:)` keeps the first of equals.
  private static let tieOrder: [UInt8] = [1, 2, 3, 5, 6, 4, 7, 0]
}
