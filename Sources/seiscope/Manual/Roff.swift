/// Text for a manual page, in the macros of man(7), which every formatter has.
struct Roff {
  /// What has been written.
  private(set) var text = ""

  /// The page's title line; text is set ragged, or narrow columns get wide gaps.
  mutating func title(_ name: String, section: Int, source: String) {
    request(".TH", name.uppercased(), "\(section)", "", source, "User Commands")
    text += ".ad l\n"
  }

  mutating func section(_ name: String) { request(".SH", name) }

  mutating func subsection(_ name: String) { request(".SS", name) }

  /// A paragraph; a newline in it begins a new line.
  mutating func paragraph(_ words: String) {
    text += ".PP\n"
    lines(words)
  }

  /// A paragraph that has its markup already.
  mutating func markup(_ words: String) { text += ".PP\n\(words)\n" }

  /// A term, with markup, and what it means, indented below or beside it.
  mutating func item(_ term: String, _ meaning: [String]) {
    text += ".TP\n" + term + "\n"
    for (index, part) in meaning.enumerated() {
      if index > 0 { text += ".br\n" }
      lines(part)
    }
  }

  /// A line of program text, indented.
  mutating func example(_ line: String) {
    text += ".PP\n.RS\n.nf\n" + Self.literal(line) + "\n.fi\n.RE\n"
  }

  private mutating func lines(_ words: String) {
    text +=
      words.split(separator: "\n").map { Self.escaped($0) }.joined(separator: "\n.br\n") + "\n"
  }

  private mutating func request(_ name: String, _ arguments: String...) {
    let quoted = arguments.map {
      "\"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\""
    }
    text += ([name] + quoted).joined(separator: " ") + "\n"
  }

  /// Bold, as what is typed.
  static func bold(_ words: String) -> String { "\\fB\(literal(words))\\fR" }

  /// Italic, as what is replaced.
  static func italic(_ words: String) -> String { "\\fI\(escaped(words))\\fR" }

  /// Text in which every hyphen is one that can be copied into a shell.
  static func literal(_ words: some StringProtocol) -> String {
    escaped(words, hyphen: "\\-")
  }

  /// Text as it is: nothing in it is a request, and quotes stay straight.
  ///
  /// Options keep their hyphens, words may be broken at theirs.
  static func escaped(_ words: some StringProtocol) -> String {
    escaped(words, hyphen: "-").replacing("--", with: "\\-\\-")
  }

  private static func escaped(_ words: some StringProtocol, hyphen: String) -> String {
    let start = words.first == "." ? "\\&" : ""
    return start
      + words.map { character in
        switch character {
        case "\\": "\\e"
        case "'": "\\(aq"
        case "`": "\\(ga"
        case "^": "\\(ha"
        case "~": "\\(ti"
        case "-": hyphen
        default: String(character)
        }
      }.joined()
  }
}
