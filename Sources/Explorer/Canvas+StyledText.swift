public import Cells

extension Canvas {
  /// The screen as lines for a terminal or a file: with escape sequences for 24-bit colours and
  /// attributes, each line ending in a reset.
  ///
  /// Without any style it is plain text.
  public var styledText: String {
    (0..<size.height).map { y in
      var line = ""
      var style = Style.plain
      for x in 0..<size.width {
        let cell = self[x, y]
        if cell.style != style {
          style = cell.style
          line += style.escapeSequence
        }
        line.unicodeScalars.append(cell.glyph)
      }
      return line + (style == .plain ? "" : "\u{1b}[0m")
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var escapeSequence: String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if let color = foreground { codes.append("38;2;\(color.red);\(color.green);\(color.blue)") }
    if let color = background { codes.append("48;2;\(color.red);\(color.green);\(color.blue)") }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }
}
