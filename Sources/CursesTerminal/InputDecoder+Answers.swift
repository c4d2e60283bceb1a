import Cells

extension InputDecoder {
  /// OSC, DCS, APC or PM: an answer to a query, which ends in BEL or ST.
  ///
  /// One that another sequence or CAN or SUB cuts off is dropped alone, as terminals do it.
  static func controlString(_ bytes: ArraySlice<UInt8>) -> Token? {
    let body = bytes.dropFirst(2)
    let ends: [UInt8] = [0x07, 0x18, 0x1A, 0x1B]
    guard let end = body.prefix(longestString).firstIndex(where: { ends.contains($0) }) else {
      return body.count < longestString ? nil : .nothing(2 + longestString)
    }
    let length = end - bytes.startIndex
    switch bytes[end] {
    case 0x07: return Token(length: length + 1, meaning: answer(bytes[..<end]))
    case 0x1B:
      guard end + 1 < bytes.endIndex else { return nil }
      guard bytes[end + 1] == UInt8(ascii: "\\") else { return .nothing(length) }
      return Token(length: length + 2, meaning: answer(bytes[..<end]))
    default: return .nothing(length + 1)
    }
  }

  /// What a control string says; nothing but the background's colour is asked for.
  private static func answer(_ bytes: ArraySlice<UInt8>) -> Token.Meaning {
    let question = Array("\u{1B}]11;".utf8)
    guard bytes.starts(with: question) else { return .nothing }
    let text = String(decoding: bytes.dropFirst(question.count), as: UTF8.self)
    return RGB(answer: text).map { .event(.background($0)) } ?? .nothing
  }
}

extension RGB {
  /// A colour as terminals tell it: `rgb:` with one to four hexadecimal digits a channel, `rgba:`
  /// with an opacity that is left out, or `#` with six digits.
  init?(answer: String) {
    if answer.hasPrefix("#") {
      self.init(hex: answer)
      return
    }
    let parts = answer.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "rgb" || parts[0] == "rgba" else { return nil }
    let digits = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    let channels = digits.compactMap { Self.channel($0) }
    guard digits.count == parts[0].count, channels.count == digits.count else { return nil }
    self.init(channels[0], channels[1], channels[2])
  }

  /// A channel of one to four digits, of which `f`, `ff` and `ffff` are all full.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let greatest = (1 << (4 * digits.utf8.count)) - 1
    return UInt8((value * 255 + greatest / 2) / greatest)
  }
}
