public import Cells

/// How charts are drawn: what the terminal can show, and styles by role.
public struct ChartLook: Hashable, Sendable {
  /// Colours and glyphs.
  public var capabilities: Capabilities
  /// Titles and the labels of axes.
  public var text: Style
  /// Lines of axes and the numbers beside them.
  public var dim: Style

  /// Styles of a view's own, or the terminal's colours.
  public init(
    _ capabilities: Capabilities, text: Style = .plain, dim: Style = Style(attributes: .dim)
  ) {
    self.capabilities = capabilities
    self.text = text
    self.dim = dim
  }

  /// Whether there are any colours.
  var isColored: Bool { capabilities.colors > .monochrome }

  /// A colour of data, or the terminal's own where there are no colours.
  func ink(_ color: RGB?, on ground: RGB? = nil, _ attributes: Attributes = []) -> Style {
    isColored ? Style(foreground: color, background: ground, attributes: attributes) : .plain
  }
}

/// Colours of data that differ to colour-blind eyes too (Tol 2021, "bright"), and whose lightness
/// lies between black and white, so that they are seen on dark and light terminals.
public enum ChartColor {
  /// Blue; contrast 4.5 to black and 4.7 to white.
  public static let blue = RGB(0x44, 0x77, 0xAA)
  /// Red.
  public static let red = RGB(0xEE, 0x66, 0x77)
  /// Green.
  public static let green = RGB(0x22, 0x88, 0x33)
  /// Yellow.
  public static let yellow = RGB(0xCC, 0xBB, 0x44)
  /// Cyan.
  public static let cyan = RGB(0x66, 0xCC, 0xEE)
  /// Purple.
  public static let purple = RGB(0xAA, 0x33, 0x77)

  /// All, in the order in which series take them.
  public static let all = [blue, red, green, yellow, cyan, purple]
}

extension RGB {
  /// Black or white, whichever reads better on a colour.
  static func readable(on color: RGB) -> RGB {
    let (black, white) = (RGB(0, 0, 0), RGB(255, 255, 255))
    return color.contrast(with: black) > color.contrast(with: white) ? black : white
  }
}
