import Cells

/// SGR, the sequences that choose colours and attributes (ECMA-48; 38 and 48 as xterm has them).
extension ScreenBytes {
  /// Appends the sequence that chooses a style; nothing where it is chosen already.
  ///
  /// - Parameters:
  ///   - style: The style to choose.
  ///   - previous: What is chosen, of 24-bit colours: with fewer, the number of one colour depends on
  ///     the other. `nil` if that is not known.
  ///   - mapper: Knows the terminal's colours.
  mutating func choose(_ style: Style, after previous: Style?, _ mapper: inout ColorMapper) {
    guard style != previous else { return }
    // One code ends bold and dim together, so where attributes end, everything starts anew.
    let goesOn = previous.map { $0.attributes.isSubset(of: style.attributes) } ?? false
    let before = goesOn ? previous ?? .plain : .plain
    append("\u{1b}[")
    if !goesOn { append("0;") }
    append(style.attributes.subtracting(before.attributes))
    let numbers = mapper.indices(foreground: style.foreground, background: style.background)
    if style.foreground != before.foreground {
      append(numbers.foreground, style.foreground, base: 30, mapper.depth)
    }
    if style.background != before.background {
      append(numbers.background, style.background, base: 40, mapper.depth)
    }
    endSequence()
  }

  private mutating func append(_ attributes: Attributes) {
    guard !attributes.isEmpty else { return }
    if attributes.contains(.bold) { append("1;") }
    if attributes.contains(.dim) { append("2;") }
    if attributes.contains(.underline) { append("4;") }
    if attributes.contains(.reverse) { append("7;") }
  }

  private mutating func append(_ number: Int32, _ color: RGB?, base: Int, _ depth: ColorDepth) {
    guard let color, depth > .monochrome else {
      append(code: base + 9)
      return
    }
    switch depth {
    case .direct:
      append(code: base + 8)
      append("2;")
      append(code: Int(color.red))
      append(code: Int(color.green))
      append(code: Int(color.blue))
    case .palette:
      append(code: base + 8)
      append("5;")
      append(code: Int(number))
    default: append(code: Int(number) + (number < 8 ? base : base + 52))
    }
  }

  private mutating func append(code: Int) {
    append(number: code)
    append(";")
  }
}
