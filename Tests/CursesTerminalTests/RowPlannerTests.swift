import Cells
import Testing

@testable import CursesTerminal

/// A row written as pairs of colour letters, upper and lower half.
///
/// `ab` is a half block, `aa` one colour, `.` colour 0.
private func looks(_ text: String) -> [Look] {
  text.split(separator: " ").map { halves in
    let numbers = halves.utf8.map { $0 == 0x2E ? 0 : Int32($0) - 0x60 }
    let pair = ColorPair(foreground: numbers[0], background: numbers[1])
    return Look(Painted(glyph: "▀", pair: pair, attributes: []))
  }
}

@Suite struct RowPlannerTests {
  private func plan(_ wanted: String, pen: ColorPair? = nil) -> (cells: [Painted], changes: Int) {
    var planner = RowPlanner(hasBlocks: true)
    planner.pen = pen ?? .terminalDefault
    let looks = looks(wanted)
    let blank = [Painted](repeating: .blank, count: looks.count)
    let cells = planner.plan(shown: blank[...], wanted: looks).flatMap(\.cells)
    #expect(cells.map { Look($0) } == looks)
    let pairs = [pen ?? .terminalDefault] + cells.map(\.pair)
    return (cells, zip(pairs, pairs.dropFirst()).count { $0 != $1 })
  }

  @Test func `two colours in any order need one pair`() {
    let (cells, changes) = plan("ab ba aa bb ab bb aa")
    #expect(changes == 1)
    #expect(String(String.UnicodeScalarView(cells.map(\.glyph))) == "▄▀ █▄█ ")
  }

  @Test func `a blank looks ahead for the colours that follow`() {
    #expect(plan(".. .. a. .a").changes == 1)
    #expect(plan(".. aa .. aa").changes == 1)
    #expect(plan(".. .. a. .a bb b. ..").changes == 2)
  }

  @Test func `the pen of the row before is used`() {
    let pen = ColorPair(foreground: 1, background: 0)
    #expect(plan(".. a. aa", pen: pen).changes == 0)
  }

  @Test func `a long run becomes spaces by exchanging the colours`() {
    let pen = ColorPair(foreground: 1, background: 0)
    let row = "a. " + String(repeating: "aa ", count: 20) + "a. .."
    let (cells, changes) = plan(row, pen: pen)
    #expect(changes == 1)
    #expect(cells[1...20].allSatisfy { $0.glyph == " " })
    #expect(cells.last?.glyph == "█")
  }

  @Test func `what looks the same is left alone`() {
    var planner = RowPlanner(hasBlocks: true)
    let pair = ColorPair(foreground: 2, background: 1)
    let shown = "▄▀ █".unicodeScalars.map { Painted(glyph: $0, pair: pair, attributes: []) }
    #expect(planner.plan(shown: shown[...], wanted: looks("ab ba aa bb")).isEmpty)
    let runs = planner.plan(shown: shown[...], wanted: looks("ab ba aa aa"))
    #expect(runs.map(\.column) == [3])
  }

  @Test func `short gaps are joined and long ones are not`() {
    var planner = RowPlanner(hasBlocks: true)
    let row = String(repeating: ".. ", count: 20)
    let shown = [Painted](
      repeating: Painted(
        glyph: " ", pair: ColorPair(foreground: 1, background: 0), attributes: []), count: 20)
    var wanted = looks(row)
    for column in [2, 2 + RowPlanner.gap + 1, 15] { wanted[column] = looks("ab")[0] }
    let runs = planner.plan(shown: shown[...], wanted: wanted)
    #expect(runs.map(\.column) == [2, 15])
    #expect(runs.map(\.cells.count) == [RowPlanner.gap + 2, 1])
  }

  @Test func `without block glyphs none is invented`() {
    var planner = RowPlanner(hasBlocks: false)
    planner.pen = ColorPair(foreground: 1, background: 0)
    let blank = [Painted](repeating: .blank, count: 3)
    let cells = planner.plan(shown: blank[...], wanted: looks("aa .. aa")).flatMap(\.cells)
    #expect(cells.allSatisfy { $0.glyph == " " })
  }

  @Test func `text, attributes and the terminal's own colours are not exchanged`() {
    let bold = Painted(
      glyph: "▀", pair: ColorPair(foreground: 1, background: 2), attributes: .bold)
    let own = Painted(glyph: "▀", pair: ColorPair(foreground: 1, background: -1), attributes: [])
    let letter = Painted(glyph: "x", pair: ColorPair(foreground: 1, background: 2), attributes: [])
    let line = Painted(
      glyph: " ", pair: ColorPair(foreground: 1, background: 2), attributes: .underline)
    for cell in [bold, own, letter, line] {
      #expect(Look(cell) == .glyph(cell))
      #expect(Look(cell).painted(with: cell.pair.swapped) == nil)
    }
  }
}
