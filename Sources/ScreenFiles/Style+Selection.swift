import Cells

/// SGR, the sequences that choose colours and attributes (ECMA-48; 38 and 48 as xterm has them).
extension Style {
  /// Chooses this style, whatever was chosen before.
  func selection(_ mapper: inout ColorMapper) -> String {
    Self.sequence(["0"] + codes(after: .plain, &mapper))
  }

  /// Changes another style to this one; empty where they are equal.
  ///
  /// For 24-bit colours: with fewer, the number of one colour depends on the other.
  func selection(after previous: Style, _ mapper: inout ColorMapper) -> String {
    guard self != previous else { return "" }
    // One code ends bold and dim together, so where attributes end, everything starts anew.
    guard previous.attributes.isSubset(of: attributes) else { return selection(&mapper) }
    return Self.sequence(codes(after: previous, &mapper))
  }

  /// Codes for what differs from a style that has no attribute more.
  private func codes(after previous: Style, _ mapper: inout ColorMapper) -> [String] {
    let added = attributes.subtracting(previous.attributes)
    var codes = Self.attributeCodes.filter { added.contains($0.attribute) }.map(\.code)
    let numbers = mapper.indices(foreground: foreground, background: background)
    if foreground != previous.foreground {
      codes.append(Self.code(numbers.foreground, foreground, base: 30, mapper.depth))
    }
    if background != previous.background {
      codes.append(Self.code(numbers.background, background, base: 40, mapper.depth))
    }
    return codes
  }

  private static let attributeCodes: [(attribute: Attributes, code: String)] = [
    (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
  ]

  private static func code(
    _ number: Int32, _ color: RGB?, base: Int32, _ depth: ColorDepth
  ) -> String {
    guard let color, depth > .monochrome else { return "\(base + 9)" }
    switch depth {
    case .direct: return "\(base + 8);2;\(color.red);\(color.green);\(color.blue)"
    case .palette: return "\(base + 8);5;\(number)"
    default: return "\(number < 8 ? base + number : base + 52 + number)"
    }
  }

  private static func sequence(_ codes: [String]) -> String {
    "\u{1b}[" + codes.joined(separator: ";") + "m"
  }
}
