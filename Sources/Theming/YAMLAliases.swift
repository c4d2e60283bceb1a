/// Whether a YAML text has anchors or aliases, told before it is parsed: a few aliases as keys expand
/// to more than memory before the parser is done.
enum YAMLAliases {
  /// Looks for `&name` and `*name` where YAML could read one.
  ///
  /// Too strict rather than too lax: quotes are not followed, so `"Ada &Co"` counts as an anchor, while
  /// `Ada & Co` and `C&A` do not. Lines that are comments are left out: whatever stands around them, no
  /// alias begins on a line that begins with `#`.
  static func occur(in text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.first { !$0.isWhitespace } != "#" && occur(inLine: line)
    }
  }

  private static func occur(inLine line: Substring) -> Bool {
    var before: Character = " "
    for (character, after) in zip(line, line.dropFirst()) {
      let isSign = character == "&" || character == "*"
      if isSign, !before.isLetter, !before.isNumber, !after.isWhitespace { return true }
      before = character
    }
    return false
  }
}
