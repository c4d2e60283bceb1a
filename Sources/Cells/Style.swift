/// A colour in sRGB; the terminal's back end maps it to what the terminal has.
public struct RGB: Hashable, Sendable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8

  /// A colour of three channels.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour written as six hexadecimal digits, with or without `#`; `nil` for anything else.
  public init?(hex: some StringProtocol) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  /// Six hexadecimal digits after `#`.
  public var hex: String {
    "#"
      + [red, green, blue].map { channel in
        let digits = String(channel, radix: 16)
        return channel < 16 ? "0" + digits : digits
      }.joined()
  }
}

/// How a cell is drawn.
///
/// A colour that is `nil` is the terminal's own.
public struct Style: Hashable, Sendable {
  /// Colour of the glyph.
  public var foreground: RGB?
  /// Colour behind the glyph.
  public var background: RGB?
  /// Bold, dim, reverse, underline.
  public var attributes: Attributes

  /// A style of colours and attributes; the default is the terminal's own.
  public init(
    foreground: RGB? = nil, background: RGB? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours.
  public static let plain = Style()

  /// The same style with attributes added.
  public func adding(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }
}

/// Attributes beside colour, which every terminal can show in some way.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Brighter or heavier.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
}
