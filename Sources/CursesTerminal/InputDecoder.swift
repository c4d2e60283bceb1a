import Cells

/// A key with what was held down.
struct KeyStroke: Hashable, Sendable {
  var key: Key
  var modifiers: Modifiers = []

  var event: InputEvent { .key(key, modifiers) }
}

/// Turns a terminal's bytes into events.
///
/// Knows what xterm, rxvt, the Linux console, tmux and kitty send, in cursor and application mode
/// alike, so that no mode has to be set for keys; what else terminfo lists comes as `extra`.
/// Answers to queries and sequences without meaning here are swallowed, never taken for typing.
/// We read bytes ourselves since ncurses 6.4 waits inside `wget_wch` after an Escape, hands mouse
/// reports out as loose characters under tmux, and drops UTF-8 keys where the locale is C.
struct InputDecoder {
  /// Longest paste that is passed on [bytes]; the rest of a longer one is dropped.
  static let longestPaste = 1 << 20
  /// Longest control string (OSC, DCS) that is waited for [bytes].
  static let longestString = 1 << 16

  private let extra: [[UInt8]: KeyStroke]
  private var buffer: [UInt8] = []
  private var paste: [UInt8]?

  /// A decoder that also knows the given sequences, each starting with Escape.
  init(extra: [[UInt8]: KeyStroke] = [:]) {
    self.extra = extra
  }

  /// Whether bytes wait for more that may never come: a lone Escape looks like a sequence's start.
  var isWaiting: Bool { !buffer.isEmpty && paste == nil }

  /// Decodes what is complete; the rest waits for the next call or for `flush`.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    buffer += bytes
    return drain(atEnd: false)
  }

  /// Takes what waits as it is, after the time that a sequence needs to arrive has passed.
  mutating func flush() -> [InputEvent] {
    isWaiting ? drain(atEnd: true) : []
  }

  private mutating func drain(atEnd: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var start = 0
    while start < buffer.count {
      if paste != nil {
        guard let (end, text) = takePaste(from: start) else { break }
        start = end
        events.append(.paste(text))
        continue
      }
      guard let token = token(at: start, atEnd: atEnd) else { break }
      start += token.length
      switch token.meaning {
      case .event(let event): events.append(event)
      case .nothing: break
      case .pasteStart: paste = []
      }
    }
    buffer.removeFirst(start)
    return events
  }

  /// Moves bytes up to the paste's end mark into `paste`; `nil` if the mark has not arrived.
  private mutating func takePaste(from start: Int) -> (end: Int, text: String)? {
    let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    let rest = buffer[start...]
    let found = rest.indices.first { rest[$0...].starts(with: mark) }
    let room = Self.longestPaste - (paste?.count ?? 0)
    let safe = found ?? max(start, buffer.count - mark.count + 1)
    paste?.append(contentsOf: buffer[start..<safe].prefix(max(0, room)))
    guard let found, let bytes = paste else {
      buffer.removeSubrange(start..<safe)
      return nil
    }
    paste = nil
    return (found + mark.count, Self.text(ofPaste: bytes))
  }

  /// Text of a paste: line ends as `\n`, other control characters left out.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        text.append("\n")
      } else if scalar == "\t" || scalar.isPrintable {
        text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}

/// One unit of input.
struct Token: Equatable {
  enum Meaning: Equatable {
    case event(InputEvent), nothing, pasteStart
  }

  var length: Int
  var meaning: Meaning

  static func key(_ length: Int, _ key: Key, _ modifiers: Modifiers = []) -> Token {
    Token(length: length, meaning: .event(.key(key, modifiers)))
  }

  static func nothing(_ length: Int) -> Token { Token(length: length, meaning: .nothing) }

  /// The same, longer by the Escape before it, with Alt held down.
  var withAlt: Token {
    guard case .event(.key(let key, let modifiers)) = meaning else {
      return Token(length: length + 1, meaning: meaning)
    }
    return .key(length + 1, key, modifiers.union(.alt))
  }
}

extension InputDecoder {
  /// The unit at an index of the buffer; `nil` if its end has not arrived.
  private func token(at start: Int, atEnd: Bool) -> Token? {
    let bytes = buffer[start...]
    if bytes[start] != 0x1B { return Self.plain(bytes, atEnd: atEnd) }
    if let token = extraToken(bytes) { return token }
    guard bytes.count > 1 else { return atEnd ? .key(1, .escape) : nil }
    let token = Self.escape(bytes)
    // Time is over: what follows Escape was typed with Alt, a longer fragment is thrown away.
    if token == nil && atEnd {
      if bytes[start + 1] == 0x1B { return .key(1, .escape) }
      let isPair = bytes.count == 2
      return isPair ? Self.plain(bytes.dropFirst(), atEnd: true)?.withAlt : .nothing(bytes.count)
    }
    return token
  }

  private func extraToken(_ bytes: ArraySlice<UInt8>) -> Token? {
    guard !extra.isEmpty else { return nil }
    for (sequence, stroke) in extra where bytes.starts(with: sequence) {
      return .key(sequence.count, stroke.key, stroke.modifiers)
    }
    return nil
  }

  /// A control character or a UTF-8 scalar.
  static func plain(_ bytes: ArraySlice<UInt8>, atEnd: Bool) -> Token? {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x0D, 0x0A: return .key(1, .enter)
    case 0x09: return .key(1, .tab)
    case 0x08, 0x7F: return .key(1, .backspace)
    case 0x1B: return .key(1, .escape)
    case 0x00: return .key(1, .character(" "), .control)
    case 0x01...0x1A: return .key(1, character(first + 0x60), .control)
    case 0x1C...0x1F: return .key(1, character(first + 0x40), .control)
    case 0x20..<0x7F: return .key(1, character(first))
    default: return unicode(bytes, atEnd: atEnd)
    }
  }

  private static func unicode(_ bytes: ArraySlice<UInt8>, atEnd: Bool) -> Token? {
    let first = bytes[bytes.startIndex]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard bytes.count >= length else { return atEnd ? .nothing(bytes.count) : nil }
    var decoder = UTF8()
    var iterator = bytes.prefix(length).makeIterator()
    guard length > 1, case .scalarValue(let scalar) = decoder.decode(&iterator),
      scalar.isPrintable
    else { return .nothing(1) }
    return .key(length, .character(Character(scalar)))
  }

  static func character(_ byte: UInt8) -> Key { .character(Character(Unicode.Scalar(byte))) }
}
