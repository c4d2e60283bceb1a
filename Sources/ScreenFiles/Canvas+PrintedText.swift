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
    var line = ScreenBytes()
    var style = Style.plain
    for x in 0..<size.width {
      let cell = self[x, y]
      if cell.style != style {
        style = cell.style
        line.choose(style, after: nil, &mapper)
      }
      line.append(glyph: cell.glyph)
    }
    if style != .plain { line.append("\u{1b}[0m") }
    return String(decoding: line.bytes, as: UTF8.self)
  }
}
