import Cells
import Yams

/// A scheme of sixteen colours after tinted-theming's styling rules: 00 to 07 run from background to
/// the strongest foreground, 08 to 0F are hues.
struct Base16 {
  private let colors: [RGB]
  private let name: String

  /// Reads `base00` to `base0F`, with or without `#`, digits in any case.
  ///
  /// - Throws: Where one is missing or no colour.
  init(_ palette: Node.Mapping, _ name: String) throws(ThemeError) {
    self.name = name
    var colors: [RGB] = []
    for number in 0..<16 {
      let key = "base0" + String(number, radix: 16, uppercase: true)
      let node = palette[key] ?? palette[key.lowercased()]
      guard let color = try ThemeFile.color(node, key, name) else {
        throw .file(name, "\(key): expected a colour as \"#rrggbb\"")
      }
      colors.append(color)
    }
    self.colors = colors
  }

  /// Our roles from theirs.
  ///
  /// Eight hues serve five species and the interface. Labels take the comments' grey only if it can
  /// be read on the background, which many schemes do not want of comments.
  func theme(_ isDark: Bool?) -> Theme {
    let background = colors[0]
    let comment = colors[3]
    return Theme(
      name: name, isDark: isDark ?? background.isDark,
      species: [
        background.mixed(with: colors[1]), colors[4], colors[2], colors[0xB], colors[8], colors[9],
        colors[0xD], colors[0xE],
      ],
      background: background, bar: colors[1], text: colors[5],
      dim: comment.contrast(with: background) >= 3 ? comment : colors[4],
      accent: colors[0xD], focus: colors[0xA], track: colors[2], warning: colors[9])
  }
}

extension RGB {
  /// Halfway between two colours.
  fileprivate func mixed(with other: RGB) -> RGB {
    func half(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Int(a) + Int(b)) / 2) }
    return RGB(half(red, other.red), half(green, other.green), half(blue, other.blue))
  }
}
