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
  /// Longest control string (OSC, DCS) that is waited for [bytes].
  static let longestString = 1 << 16
  /// What starts OSC, DCS, APC and PM after Escape.
  static let stringStarts = Array("]P_^".utf8)

  private let extra: [[UInt8]: KeyStroke]
  private var buffer: [UInt8] = []
  private var paste: Paste?
  /// Whether the terminal was asked something and has not told what it is, which it does last.
  private(set) var isAnswerOwed = false

  /// A decoder that also knows the given sequences, each starting with Escape.
  init(extra: [[UInt8]: KeyStroke] = [:]) {
    self.extra = extra
  }

  /// How long what has arrived waits for more that may never come; `nil` if nothing waits.
  ///
  /// A lone Escape looks like a sequence's start: a person must not notice that wait. Pastes and
  /// answers come over lines that halt, but without an end they must not swallow keys for ever.
  var patience: Duration? {
    if paste != nil || isInControlString { return .milliseconds(500) }
    return buffer.isEmpty ? nil : .milliseconds(25)
  }

  private var isInControlString: Bool {
    buffer.count > 2 && buffer[0] == 0x1B && Self.stringStarts.contains(buffer[1])
  }

  /// Remembers that the terminal was asked, its device attributes (DA1) last.
  mutating func expectAnswer() { isAnswerOwed = true }

  /// Decodes what is complete; the rest waits for the next call or for `flush`.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    buffer += bytes
    return drain(atEnd: false)
  }

  /// Takes what waits as it is, after the time that a sequence needs to arrive has passed.
  ///
  /// What came of a paste counts as the paste.
  mutating func flush() -> [InputEvent] {
    paste?.takeRest(buffer)
    guard let event = endPaste() else { return drain(atEnd: true) }
    buffer = []
    return [event]
  }

  private mutating func endPaste() -> InputEvent? {
    defer { paste = nil }
    return paste.map { .paste($0.text) }
  }

  private mutating func drain(atEnd: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var start = 0
    while start < buffer.count {
      if let piece = paste?.take(buffer[start...]) {
        start += piece.length
        guard piece.isComplete else { break }
        events += [endPaste()].compactMap { $0 }
        continue
      }
      guard let token = token(at: start, atEnd: atEnd) else { break }
      start += token.length
      switch token.meaning {
      case .event(let event): events.append(event)
      case .nothing: break
      case .pasteStart: paste = Paste()
      case .deviceAttributes: isAnswerOwed = false
      }
    }
    buffer.removeFirst(start)
    return events
  }

}

/// One unit of input.
struct Token: Equatable {
  enum Meaning: Equatable {
    case event(InputEvent), nothing, pasteStart, deviceAttributes
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
