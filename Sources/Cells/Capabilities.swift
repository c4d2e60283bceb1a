/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, CaseIterable, Hashable, Sendable {
  /// None: species are told apart by letters, the interface by attributes.
  case monochrome = 0
  case eight = 8
  case sixteen = 16
  case palette = 256
  /// 24 bits.
  case direct = 16_777_216

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a terminal can show, as far as it changes what is drawn.
public struct Capabilities: Hashable, Sendable {
  /// How many colours.
  public var colors: ColorDepth
  /// Whether glyphs beyond ASCII are shown.
  public var unicode: Bool

  /// Capabilities of colours and glyphs.
  public init(colors: ColorDepth, unicode: Bool) {
    self.colors = colors
    self.unicode = unicode
  }
}
