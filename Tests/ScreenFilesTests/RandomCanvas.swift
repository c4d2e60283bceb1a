import Cells

/// Random numbers that are the same each time (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension Cell {
  private static let glyphs = Array(" a\"\\<&>'[0;m~▀▄█▁░─┼⣿µ₂→É".unicodeScalars)
  private static let colors: [RGB?] = [nil, RGB(0, 0, 0), RGB(1, 20, 255), RGB(200, 200, 7)]

  /// Any glyph with any of a few colours and all attributes.
  static func random(using random: inout Seeded) -> Cell {
    Cell(
      glyphs.randomElement(using: &random) ?? " ",
      Style(
        foreground: colors.randomElement(using: &random) ?? nil,
        background: colors.randomElement(using: &random) ?? nil,
        attributes: Attributes(rawValue: .random(in: 0...15, using: &random))))
  }
}

extension Canvas {
  /// Changes some of the cells, all where the share is 1.
  mutating func shuffle(share: Double, using random: inout Seeded) {
    for y in 0..<size.height {
      for x in 0..<size.width where Double.random(in: 0..<1, using: &random) < share {
        self[x, y] = .random(using: &random)
      }
    }
  }
}
