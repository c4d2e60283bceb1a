import Cells

/// A glyph that is a drawing, as rectangles: no font has to have it, and neighbours meet exactly.
struct GlyphShape {
  /// A cell in units of its own: eighths of the width, sixteenths of the height.
  static let cell = Size(width: 8, height: 16)

  /// What is filled, in units of the cell.
  var rectangles: [Rect]
  /// How much of the foreground shows, 0 to 1; less than 1 for the shades.
  var coverage = 1.0

  /// The shape of a block element, a line or a braille pattern; `nil` for letters and signs.
  init?(_ glyph: Unicode.Scalar) {
    switch glyph.value {
    case 0x2580...0x259F: self.init(block: glyph.value)
    case 0x2800...0x28FF: self.init(rectangles: Self.dots(of: glyph.value & 0xFF))
    default:
      guard let rectangles = Self.lines[glyph] else { return nil }
      self.init(rectangles: rectangles)
    }
  }

  private init(rectangles: [Rect], coverage: Double = 1) {
    self.rectangles = rectangles
    self.coverage = coverage
  }

  private static let whole = Rect(x: 0, y: 0, width: 8, height: 16)

  /// Block elements, U+2580 to U+259F.
  private init(block value: UInt32) {
    let step = Int(value)
    switch value {
    case 0x2580: self.init(rectangles: [Rect(x: 0, y: 0, width: 8, height: 8)])
    case 0x2581...0x2588:  // from below, in eighths
      let height = 2 * (step - 0x2580)
      self.init(rectangles: [Rect(x: 0, y: 16 - height, width: 8, height: height)])
    case 0x2589...0x258F:  // from the left, in eighths
      self.init(rectangles: [Rect(x: 0, y: 0, width: 0x2590 - step, height: 16)])
    case 0x2590: self.init(rectangles: [Rect(x: 4, y: 0, width: 4, height: 16)])
    case 0x2591...0x2593:
      self.init(rectangles: [Self.whole], coverage: Double(step - 0x2590) / 4)
    case 0x2594: self.init(rectangles: [Rect(x: 0, y: 0, width: 8, height: 2)])
    case 0x2595: self.init(rectangles: [Rect(x: 7, y: 0, width: 1, height: 16)])
    default: self.init(rectangles: Self.quadrants(Self.quadrantBits[step - 0x2596]))
    }
  }

  /// U+2596 to U+259F: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
  private static let quadrantBits = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]

  private static func quadrants(_ bits: Int) -> [Rect] {
    (0..<4).filter { bits & 1 << $0 != 0 }
      .map { Rect(x: $0 % 2 * 4, y: $0 / 2 * 8, width: 4, height: 8) }
  }

  /// Braille patterns: bits 0 to 2 and 6 are the left column, 3 to 5 and 7 the right one.
  private static func dots(of bits: UInt32) -> [Rect] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { bits & 1 << UInt32($0.offset) != 0 }
      .map { Rect(x: 1 + 4 * $0.element.0, y: 1 + 4 * $0.element.1, width: 2, height: 2) }
  }
}

extension GlyphShape {
  /// Lines by what leads from the middle: left, right, up, down.
  private static let arms: [Unicode.Scalar: String] = [
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu",
  ]

  private static let lines: [Unicode.Scalar: [Rect]] = {
    var lines = arms.mapValues { $0.map { arm($0) } }
    lines["━"] = [Rect(x: 0, y: 7, width: 8, height: 3)]
    lines["┃"] = [Rect(x: 3, y: 0, width: 3, height: 16)]
    lines["╌"] = dashes([0, 4], length: 3, vertical: false)
    lines["╍"] = dashes([0, 4], length: 3, vertical: false, width: 3)
    lines["┄"] = dashes([0, 3, 6], length: 2, vertical: false)
    lines["┈"] = dashes([0, 2, 4, 6], length: 1, vertical: false)
    lines["╎"] = dashes([1, 9], length: 6, vertical: true)
    lines["┊"] = dashes([1, 5, 9, 13], length: 2, vertical: true)
    return lines
  }()

  private static func arm(_ direction: Character) -> Rect {
    switch direction {
    case "l": Rect(x: 0, y: 8, width: 5, height: 1)
    case "r": Rect(x: 4, y: 8, width: 4, height: 1)
    case "u": Rect(x: 4, y: 0, width: 1, height: 9)
    default: Rect(x: 4, y: 8, width: 1, height: 8)
    }
  }

  private static func dashes(
    _ starts: [Int], length: Int, vertical: Bool, width: Int = 1
  ) -> [Rect] {
    starts.map {
      vertical
        ? Rect(x: 4, y: $0, width: width, height: length)
        : Rect(x: $0, y: 8 - width / 2, width: length, height: width)
    }
  }
}
