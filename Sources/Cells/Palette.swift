/// The colours that a terminal of fewer than 24 bits shows.
enum Palette {
  /// The first sixteen as xterm has them.
  ///
  /// Users change them, so they count only where a terminal has no others.
  static let basic: [RGB] = [
    RGB(0x00, 0x00, 0x00), RGB(0xcd, 0x00, 0x00), RGB(0x00, 0xcd, 0x00), RGB(0xcd, 0xcd, 0x00),
    RGB(0x00, 0x00, 0xee), RGB(0xcd, 0x00, 0xcd), RGB(0x00, 0xcd, 0xcd), RGB(0xe5, 0xe5, 0xe5),
    RGB(0x7f, 0x7f, 0x7f), RGB(0xff, 0x00, 0x00), RGB(0x00, 0xff, 0x00), RGB(0xff, 0xff, 0x00),
    RGB(0x5c, 0x5c, 0xff), RGB(0xff, 0x00, 0xff), RGB(0x00, 0xff, 0xff), RGB(0xff, 0xff, 0xff),
  ]

  /// Indices 16 to 255: a cube of six steps a channel, then 24 greys.
  static let extended: [RGB] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    var colors: [RGB] = []
    for red in steps {
      for green in steps {
        for blue in steps { colors.append(RGB(red, green, blue)) }
      }
    }
    for grey in stride(from: UInt8(8), through: 238, by: 10) {
      colors.append(RGB(grey, grey, grey))
    }
    return colors
  }()

  /// A colour and the number that ncurses knows it by.
  struct Entry {
    let index: Int32
    let color: Oklab
  }

  /// What a depth offers; empty for none and for direct colour, which need no choice.
  static func entries(_ depth: ColorDepth) -> [Entry] {
    switch depth {
    case .monochrome, .direct: []
    case .eight, .sixteen:
      basic.prefix(depth.rawValue).enumerated().map {
        Entry(index: Int32($0.offset), color: $0.element.oklab)
      }
    case .palette:
      extended.enumerated().map { Entry(index: Int32($0.offset + 16), color: $0.element.oklab) }
    }
  }
}
