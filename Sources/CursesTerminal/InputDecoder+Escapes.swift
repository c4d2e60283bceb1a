import Cells

extension InputDecoder {
  /// What starts with Escape and has at least two bytes; `nil` if its end has not arrived.
  static func escape(_ bytes: ArraySlice<UInt8>) -> Token? {
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"): return singleShift(bytes)
    case _ where stringStarts.contains(second): return controlString(bytes)
    case 0x1B:
      // rxvt's Alt with a function key is Escape before its sequence; else one Escape was typed.
      guard bytes.count > 2 else { return nil }
      let third = bytes[bytes.startIndex + 2]
      let isSequence = third == UInt8(ascii: "[") || third == UInt8(ascii: "O")
      return isSequence ? escape(bytes.dropFirst())?.withAlt : .key(1, .escape)
    default: return plain(bytes.dropFirst(), atEnd: false)?.withAlt
    }
  }

  /// SS3: application-mode arrows, F1 to F4, the numeric pad.
  private static func singleShift(_ bytes: ArraySlice<UInt8>) -> Token? {
    let digits = bytes.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    guard let final = bytes.dropFirst(2 + digits.count).first else { return nil }
    let length = 3 + digits.count
    let modifiers = Modifiers(parameter: number(digits))
    if let key = letterKey(final) { return .key(length, key, modifiers) }
    switch final {
    case UInt8(ascii: "M"): return .key(length, .enter, modifiers)
    case UInt8(ascii: "I"): return .key(length, .tab, modifiers)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(length, character(final - 0x40), modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return .key(length, letterKey(final - 0x20) ?? .escape, .control)
    default: return .nothing(length)
    }
  }

  /// CSI: parameters, intermediates, a final byte.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> Token? {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return linuxFunction(body) }
    if body.first == UInt8(ascii: "M") { return oldMouse(body) }
    let parameters = body.prefix { (0x30...0x3F).contains($0) }
    let rest = body.dropFirst(parameters.count)
    let intermediates = rest.prefix { (0x20...0x2F).contains($0) }
    guard let final = rest.dropFirst(intermediates.count).first else { return nil }
    let length = 2 + parameters.count + intermediates.count
    // A control character inside: the sequence was cut off, and what follows counts again.
    guard (0x40...0x7E).contains(final) else { return .nothing(length) }
    guard intermediates.isEmpty else { return .nothing(length + 1) }
    let meaning = ControlSequence(parameters: parameters, final: final).meaning
    return Token(length: length + 1, meaning: meaning)
  }

  /// The Linux console's F1 to F5: CSI [ A to E.
  private static func linuxFunction(_ body: ArraySlice<UInt8>) -> Token? {
    guard let letter = body.dropFirst().first else { return nil }
    guard (0x41...0x45).contains(letter) else { return .nothing(4) }
    return .key(4, .function(Int(letter) - 0x40))
  }

  /// X10's mouse report, three bytes after CSI M, where a terminal does not know mode 1006.
  private static func oldMouse(_ body: ArraySlice<UInt8>) -> Token? {
    guard body.count >= 4 else { return nil }
    let values = body.dropFirst().prefix(3).map { Int($0) - 32 }
    guard values.allSatisfy({ $0 >= 0 }) else { return .nothing(6) }
    let isRelease = values[0] & 0b11 == 3 && values[0] & 0b110_0000 == 0
    let code = isRelease ? values[0] & ~0b11 : values[0]
    let mouse = mouseEvent(code: code, x: values[1], y: values[2], isRelease: isRelease)
    return Token(length: 6, meaning: mouse)
  }

  /// A mouse report.
  ///
  /// Bits of `code`: 0–1 button, 2 Shift, 3 Alt, 4 Control, 5 motion, 6 wheel.
  static func mouseEvent(code: Int, x: Int, y: Int, isRelease: Bool) -> Token.Meaning {
    guard code >= 0, code < 128, x > 0, y > 0 else { return .nothing }
    let button = code & 0b11
    let action: MouseEvent.Action
    switch (code & 64 != 0, code & 32 != 0) {
    case (true, _):
      guard button < 2, !isRelease else { return .nothing }
      action = button == 0 ? .wheelUp : .wheelDown
    case (false, true):
      guard button < 3 else { return .nothing }  // motion without a button
      action = .drag
    case (false, false): action = isRelease ? .release : .press
    }
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return .event(
      .mouse(
        MouseEvent(
          action, at: Point(x: x - 1, y: y - 1), button: code & 64 != 0 ? 0 : button,
          modifiers: modifiers)))
  }

  /// The key that a final letter of CSI and SS3 stands for.
  static func letterKey(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// A decimal number; `nil` without digits or beyond a million.
  static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for digit in digits {
      guard (0x30...0x39).contains(digit), (value ?? 0) < 1_000_000 else { return nil }
      value = (value ?? 0) * 10 + Int(digit) - 0x30
    }
    return value
  }
}

extension Modifiers {
  /// From a sequence's parameter: 1 plus bits for Shift, Alt, Control, Meta.
  init(parameter: Int?) {
    let bits = max(0, (parameter ?? 1) - 1)
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 0b1010 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
