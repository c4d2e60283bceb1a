public import Interphase

/// A point of the explorer as one line of text, to be sent to a colleague.
///
/// It holds what the two pictures depend on and the view, not what a person has gathered beside them.
/// The line is `sei1:` and at most 155 letters and figures; docs/sessions.md has its layout.
public struct StateLine: Equatable, Sendable {
  /// Where all knobs stand.
  public var knobs: Knobs
  /// The view on screen.
  public var view: ViewKind
  /// The first ``modelDigits`` digits of the model's hash; `nil` where there was no model.
  public var model: String?

  /// The line of a session, with offsets as the decoder takes them, in 32-bit floats.
  public init(_ saved: SavedSession) {
    knobs = saved.session.knobs
    knobs.offsets = knobs.offsets.map { Double(Float($0)) }
    knobs.eventLimit = min(knobs.eventLimit, Self.greatestEventLimit)
    view = saved.view
    let digits = saved.modelHash?.prefix(Self.modelDigits).lowercased()
    model = digits.flatMap { UInt16($0, radix: 16) == nil || $0.count < 4 ? nil : $0 }
  }

  init(knobs: Knobs, view: ViewKind, model: String?) {
    self.knobs = knobs
    self.view = view
    self.model = model
  }

  /// The longest line that is looked at [characters]; a copied line may be broken and quoted.
  static let limit = 400
  /// Hexadecimal digits by which a line knows its model.
  static let modelDigits = 4
  /// Ten hours of simulation and more: a greater limit is one that nobody meets.
  static let greatestEventLimit = 1 << 40 - 1

  private static let word = "sei"
  private static let version = "1"
  private static let checksums: UInt64 = 1 << 20

  /// The line.
  ///
  /// - Complexity: Some 20 µs.
  public var text: String {
    let candidates = [false, true].map { isDense in
      var content = DigitStack()
      for (digit, base) in digits(isDense: isDense).reversed() { content.push(digit, base: base) }
      let check = Self.checksum(content)
      content.push(check, base: Self.checksums)
      return content.text
    }
    let shortest = candidates.min { $0.count < $1.count } ?? ""
    return "\(Self.word)\(Self.version):\(shortest)"
  }

  /// Reads a line; blanks, line breaks, quotation marks around it and a full stop behind it do not
  /// matter.
  ///
  /// - Throws: ``StateLineError``.
  public init(reading text: String) throws(StateLineError) {
    let line = Self.cleaned(text)
    guard let colon = line.firstIndex(of: ":"), line.hasPrefix(Self.word) else { throw .foreign }
    let version = line[..<colon].dropFirst(Self.word.count)
    guard !version.isEmpty, version.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .foreign
    }
    guard version == Self.version else { throw .version(String(version.prefix(12))) }
    guard line.count <= Self.limit,
      var content = DigitStack(text: line[line.index(after: colon)...])
    else { throw .damaged }
    let check = content.pop(base: Self.checksums)
    guard check == Self.checksum(content) else { throw .damaged }
    var reader = StateLineReader(content)
    guard let read = reader.line(), reader.isAtEnd else { throw .damaged }
    self = read
  }

  /// Whether a text begins as state lines of any version do.
  static func looksLikeOne(_ text: String) -> Bool {
    let line = cleaned(String(text.prefix(2 * limit)))
    let version = line.dropFirst(word.count).prefix { ("0"..."9").contains($0) }
    return line.hasPrefix(word) && !version.isEmpty
      && line.dropFirst(word.count + version.count).first == ":"
  }

  /// Without what mail and chat programs put around and into a line.
  private static func cleaned(_ text: String) -> String {
    let marks: Set<Character> = [".", ",", ";", "\"", "'", "`", "“", "”", "(", ")", "<"]
    // A quoted mail has its own mark at the start of each line.
    let kept = text.filter { !$0.isWhitespace && $0 != ">" }
    let head = kept.drop { marks.contains($0) }
    guard let last = head.lastIndex(where: { !marks.contains($0) }) else { return "" }
    return String(head[...last])
  }

  private static func checksum(_ content: DigitStack) -> UInt64 {
    content.limbs.reduce(0x5E15_C09E) { SplitMix64.mix($0 ^ UInt64($1)) &+ 0x9E37_79B9_7F4A_7C15 }
      % checksums
  }
}

/// Why a text is no state line.
public enum StateLineError: UserError, Equatable {
  /// Something else.
  case foreign
  /// Of a version that this program does not know.
  case version(String)
  /// Mistyped or cut.
  case damaged

  /// Bad data.
  public var exitStatus: ExitStatus { .data }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .foreign: "this is no state line: y copies one, which begins with sei1:"
    case .version(let found):
      "the state line has version \(found), this program reads version 1: update it"
    case .damaged: "the state line is mistyped or cut: copy it again, whole"
    }
  }
}
