import Cells

/// A complete control sequence: CSI, parameters, final byte.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters, else 0.
  let marker: UInt8
  /// The parameters without sub-parameters; `nil` where one is left out.
  let parameters: [Int?]
  let final: UInt8

  init(parameters bytes: ArraySlice<UInt8>, final: UInt8) {
    let isMarked = bytes.first.map { (0x3C...0x3F).contains($0) } ?? false
    marker = isMarked ? bytes[bytes.startIndex] : 0
    parameters = bytes.dropFirst(isMarked ? 1 : 0)
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { InputDecoder.number($0.prefix { $0 != UInt8(ascii: ":") }) }
    self.final = final
  }

  private func parameter(_ index: Int) -> Int? {
    index < parameters.count ? parameters[index] : nil
  }

  private var modifiers: Modifiers { Modifiers(parameter: parameter(1)) }

  /// What it means to us; most that is not a key is an answer to a query.
  var meaning: Token.Meaning {
    switch (marker, final) {
    case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
      guard parameters.count == 3, let code = parameter(0), let x = parameter(1),
        let y = parameter(2)
      else { return .nothing }
      return InputDecoder.mouseEvent(
        code: code, x: x, y: y, isRelease: final == UInt8(ascii: "m"))
    case (UInt8(ascii: "?"), UInt8(ascii: "c")): return .deviceAttributes
    case (0, UInt8(ascii: "~")): return tilde
    case (0, UInt8(ascii: "Z")): return .key(.tab, .shift)
    case (0, UInt8(ascii: "u")): return .typed(code: parameter(0), modifiers)
    case (0, UInt8(ascii: "^")): return numbered(.control)
    case (0, UInt8(ascii: "@")): return numbered([.control, .shift])
    case (0, UInt8(ascii: "a")...UInt8(ascii: "d")):  // rxvt's Shift with an arrow
      return .key(InputDecoder.letterKey(final - 0x20) ?? .escape, .shift)
    case (0, _):
      // A cursor report ends in R as F3 does, but starts with a row.
      guard parameter(0) ?? 1 == 1, let key = InputDecoder.letterKey(final) else {
        return .nothing
      }
      return .key(key, modifiers)
    default: return .nothing
    }
  }

  /// CSI number ~: VT220's keys, a paste's start, xterm's modifyOtherKeys.
  private var tilde: Token.Meaning {
    switch parameter(0) {
    case 200: .pasteStart
    case 27: .typed(code: parameter(2), modifiers)
    default: numbered(modifiers)
    }
  }

  private func numbered(_ modifiers: Modifiers) -> Token.Meaning {
    let key: Key
    switch parameter(0) ?? 0 {
    case 1, 7: key = .home
    case 2: key = .insert
    case 3: key = .delete
    case 4, 8: key = .end
    case 5: key = .pageUp
    case 6: key = .pageDown
    case let number where (11...15).contains(number): key = .function(number - 10)
    case let number where (17...21).contains(number): key = .function(number - 11)
    case let number where (23...24).contains(number): key = .function(number - 12)
    default: return .nothing
    }
    return .key(key, modifiers)
  }
}

extension Token.Meaning {
  static func key(_ key: Key, _ modifiers: Modifiers) -> Self { .event(.key(key, modifiers)) }

  /// A key given by its Unicode scalar, as kitty's and xterm's extended reports do.
  static func typed(code: Int?, _ modifiers: Modifiers) -> Self {
    guard let code, let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return .nothing }
    switch scalar {
    case "\r": return .key(.enter, modifiers)
    case "\t": return .key(.tab, modifiers)
    case "\u{1B}": return .key(.escape, modifiers)
    case "\u{7F}", "\u{8}": return .key(.backspace, modifiers)
    default: break
    }
    // kitty reports keys without a character, such as Shift alone, in the private use area.
    guard scalar.isPrintable, !(0xE000...0xF8FF).contains(code) else { return .nothing }
    guard modifiers.contains(.shift), let upper = scalar.properties.uppercaseMapping.first else {
      return .key(.character(Character(scalar)), modifiers)
    }
    return .key(.character(upper), modifiers.subtracting(.shift))
  }
}
