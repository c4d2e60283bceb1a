import Cells
import Testing

@testable import ScreenFiles

@Suite struct GlyphShapeTests {
  /// The units of a cell that a glyph fills, each counted as often as it is filled.
  private func filled(_ glyph: Unicode.Scalar) throws -> [Point: Int] {
    var counts: [Point: Int] = [:]
    for part in try #require(GlyphShape(glyph)).rectangles {
      for y in part.y..<part.maxY {
        for x in part.x..<part.maxX { counts[Point(x: x, y: y), default: 0] += 1 }
      }
    }
    return counts
  }

  private static let drawn: [Unicode.Scalar] =
    [0x2580...0x259F, 0x2800...0x28FF].flatMap { $0.compactMap { Unicode.Scalar($0) } }

  @Test(arguments: drawn + Array("─│┌┐└┘├┤┬┴┼╭╮╰╯━┃╌╍┄┈╎┊".unicodeScalars))
  func `a shape stays in its cell`(glyph: Unicode.Scalar) throws {
    let cell = Rect(x: 0, y: 0, width: 8, height: 16)
    #expect(try filled(glyph).keys.allSatisfy { cell.contains($0) })
  }

  @Test func `eighths fill eighths`() throws {
    for (index, glyph) in "▁▂▃▄▅▆▇█".unicodeScalars.enumerated() {
      #expect(try filled(glyph).count == 16 * (index + 1))
      #expect(try filled(glyph)[Point(x: 0, y: 15)] == 1)
    }
    for (index, glyph) in "▏▎▍▌▋▊▉█".unicodeScalars.enumerated() {
      #expect(try filled(glyph).count == 16 * (index + 1))
      #expect(try filled(glyph)[Point(x: 0, y: 0)] == 1)
    }
  }

  @Test(arguments: ["▀▄", "▌▐", "▘▟", "▝▙", "▖▜", "▗▛", "▚▞"])
  func `two that complete each other fill the cell once`(pair: String) throws {
    let both = try pair.unicodeScalars.map { try filled($0) }
    let whole = both[0].merging(both[1], uniquingKeysWith: +)
    #expect(whole.count == 128)
    #expect(whole.values.allSatisfy { $0 == 1 })
  }

  @Test func `a braille pattern has a dot for each bit, in its place`() throws {
    for bits in UInt32(0)...255 {
      let glyph = try #require(Unicode.Scalar(0x2800 + bits))
      #expect(try filled(glyph).count == 4 * bits.nonzeroBitCount)
    }
    // Dots 1, 4 and 8 by their numbers: upper left, upper right, lower right.
    #expect(try filled("⠁")[Point(x: 1, y: 1)] == 1)
    #expect(try filled("⠈")[Point(x: 5, y: 1)] == 1)
    #expect(try filled("⢀")[Point(x: 5, y: 13)] == 1)
  }

  @Test func `lines meet at the edges of their cells`() throws {
    #expect(try filled("─")[Point(x: 0, y: 8)] != nil)
    #expect(try filled("─")[Point(x: 7, y: 8)] != nil)
    #expect(try filled("│")[Point(x: 4, y: 0)] != nil)
    #expect(try filled("│")[Point(x: 4, y: 15)] != nil)
    #expect(try filled("┌").keys.contains { $0.x < 4 || $0.y < 8 } == false)
    #expect(try filled("┼").keys.count == 8 + 16 - 1)
  }

  @Test func `letters and signs are none`() {
    for glyph in "aé→●₂ ".unicodeScalars { #expect(GlyphShape(glyph) == nil) }
  }
}
