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
      let rows = (height + side - 1) / side
      return Size(width: (width + side - 1) / side, height: (rows + 1) / 2)
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
    case .sampled(let side): self.init(lattice, sideX: side, sideY: tall ? 2 * side : side)
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
    width = (lattice.width + sideX - 1) / sideX
    height = (lattice.height + sideY - 1) / sideY
    var codes = [UInt8]()
    codes.reserveCapacity(width * height)
    for y in 0..<height {
      for x in 0..<width {
        codes.append(
          Self.majority(
            of: lattice, columns: x * sideX..<min((x + 1) * sideX, lattice.width),
            rows: y * sideY..<min((y + 1) * sideY, lattice.height)))
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
