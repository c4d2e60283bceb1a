import Cells

/// Decides how the changed cells of a row are given to ncurses, so that it has little to send.
///
/// ncurses 6.4 sends both colours, some 22 bytes (256 colours) or 36 (direct), whenever the next cell
/// has another pair than the last one it sent, and a glyph is 1 to 3 bytes. So the planner follows
/// the pen, the pair last sent, and shows each cell with the pen's colours where it can: a row of
/// purple and dark sites needs one pair, drawn with `▀`, `▄`, `█` and spaces.
///
/// Measured at 120×40 with a 50×50 film, bytes a frame in 256 and in direct colours, `▀` always
/// against this: another film 5422 → 1393 and 7724 → 1624, its surface moved 2568 → 706 and
/// 3618 → 829, 5 % of the sites of three species 3050 → 1842, of eight 4962 → 4173, all sites
/// random 30276 → 27868.
struct RowPlanner {
  /// Unchanged cells between changed ones that ncurses sends again rather than move the cursor.
  static let gap = 5
  /// A run of one colour at least this long becomes spaces, which are shorter than `█` and can be
  /// erased at once.
  static let longRun = 12

  /// The pair that was sent last.
  var pen: ColorPair = .terminalDefault
  /// Whether `█` may be used.
  let hasBlocks: Bool

  init(hasBlocks: Bool) { self.hasBlocks = hasBlocks }

  /// Cells for the columns of a row that changed, in runs from left to right.
  ///
  /// - Parameters:
  ///   - shown: What the row shows now.
  ///   - wanted: What each cell is to look like. A cell that looks so already is left alone, however
  ///     it is painted, except in a gap that ncurses sends again anyway.
  ///   - pictures: Whether each cell is part of a picture; a blank in text stays a blank, since
  ///     people select and copy it.
  /// - Returns: Runs that do not touch.
  mutating func plan(
    shown: ArraySlice<Painted>, wanted: [Look], pictures: [Bool]? = nil
  ) -> [Run] {
    runs(shown: shown, wanted: wanted).map { range in
      var cells: [Painted] = []
      cells.reserveCapacity(range.count)
      for column in range {
        let look = wanted[column]
        let cell = self.cell(
          look, at: column, in: range, wanted, mayBeBlock: hasBlocks && pictures?[column] != false)
        pen = cell.pair
        cells.append(cell)
      }
      return Run(column: range.lowerBound, cells: cells)
    }
  }

  /// Neighbouring cells to be given to ncurses.
  struct Run: Equatable {
    var column: Int
    var cells: [Painted]
  }

  /// Ranges of columns that changed, those with short gaps between them joined.
  private func runs(shown: ArraySlice<Painted>, wanted: [Look]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (column, cell) in shown.enumerated() where Look(cell) != wanted[column] {
      if let last = ranges.last, column - last.upperBound <= Self.gap {
        ranges[ranges.count - 1] = last.lowerBound..<(column + 1)
      } else {
        ranges.append(column..<(column + 1))
      }
    }
    return ranges
  }

  /// One cell, with the pen's colours if that is cheapest, else with those that serve its followers.
  private func cell(
    _ look: Look, at column: Int, in range: Range<Int>, _ wanted: [Look], mayBeBlock: Bool
  ) -> Painted {
    if let cell = look.painted(with: pen, allowingFullBlock: mayBeBlock) {
      // Many cells of the pen's foreground: exchange the colours, then they are spaces.
      let isLong =
        cell.glyph == "█"
        && wanted[column..<range.upperBound].prefix(Self.longRun).allSatisfy { $0 == look }
        && range.upperBound - column >= Self.longRun
      return isLong ? look.painted(with: pen.swapped) ?? cell : cell
    }
    switch look {
    case .glyph(let cell): return cell
    case .uniform(let color):
      let pair = pairForUniform(color, at: column, in: range, wanted)
      return Painted(glyph: " ", pair: pair, attributes: [])
    case .halves(let upper, let lower):
      let pair = pairForHalves(upper, lower, at: column, in: range, wanted)
      return look.painted(with: pair) ?? Painted(glyph: "▀", pair: pair, attributes: [])
    }
  }

  /// The first look to the right within the run that is not the same.
  private func next(after column: Int, in range: Range<Int>, _ wanted: [Look]) -> Look? {
    wanted[column..<range.upperBound].first { $0 != wanted[column] }
  }

  /// A pair with `color` as background, and a foreground that the next cells can use.
  private func pairForUniform(
    _ color: Int32, at column: Int, in range: Range<Int>, _ wanted: [Look]
  ) -> ColorPair {
    let foreground: Int32
    switch next(after: column, in: range, wanted) {
    case .halves(color, let other), .halves(let other, color): foreground = other
    case .uniform(let other) where other >= 0: foreground = other
    case .glyph(let cell) where cell.pair.background == color: foreground = cell.pair.foreground
    default: foreground = pen.foreground == color ? pen.background : pen.foreground
    }
    return ColorPair(foreground: foreground, background: color)
  }

  /// The order of two colours in which the next cell of one colour is a space.
  private func pairForHalves(
    _ upper: Int32, _ lower: Int32, at column: Int, in range: Range<Int>, _ wanted: [Look]
  ) -> ColorPair {
    let follower = wanted[column..<range.upperBound].first {
      $0 == .uniform(upper) || $0 == .uniform(lower)
    }
    let pair = ColorPair(foreground: upper, background: lower)
    return follower == .uniform(upper) ? pair.swapped : pair
  }
}
