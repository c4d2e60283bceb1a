public import Cells

extension Canvas {
  /// The canvas as lines to print, to a terminal or a file.
  ///
  /// - Parameter colors: How many colours the reader shows. Without any it is plain text without
  ///   trailing blanks; else escape sequences set colours and attributes, and each line ends in a
  ///   reset.
  public func printedText(colors: ColorDepth) -> String {
    guard colors > .monochrome else { return text }
    var mapper = ColorMapper(depth: colors)
    return (0..<size.height).map { printedLine($0, &mapper) }.joined(separator: "\n")
  }

  private func printedLine(_ y: Int, _ mapper: inout ColorMapper) -> String {
    var line = ""
    var style = Style.plain
    for x in 0..<size.width {
      let cell = self[x, y]
      if cell.style != style {
        style = cell.style
        line += style.escapeSequence(&mapper)
      }
      line.unicodeScalars.append(cell.glyph)
    }
    return line + (style == .plain ? "" : "\u{1b}[0m")
  }
}

extension Style {
  /// SGR, from the terminal's own style on (ECMA-48; 38 and 48 as xterm has them).
  fileprivate func escapeSequence(_ mapper: inout ColorMapper) -> String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    let numbers = mapper.indices(foreground: foreground, background: background)
    codes += Self.codes(numbers.foreground, foreground, base: 30, mapper.depth)
    codes += Self.codes(numbers.background, background, base: 40, mapper.depth)
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  private static func codes(
    _ number: Int32, _ color: RGB?, base: Int32, _ depth: ColorDepth
  ) -> [String] {
    guard let color else { return [] }
    switch depth {
    case .direct: return ["\(base + 8);2;\(color.red);\(color.green);\(color.blue)"]
    case .palette: return ["\(base + 8);5;\(number)"]
    case .sixteen, .eight: return ["\(number < 8 ? base + number : base + 52 + number)"]
    case .monochrome: return []
    }
  }
}
