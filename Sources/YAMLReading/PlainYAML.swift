package import Yams

/// YAML without anchors and aliases, for files that people write or fetch.
///
/// A few aliases as keys expand to more than memory before the parser is done, so the text is looked at
/// before it is parsed.
package enum PlainYAML {
  /// A text with an anchor or an alias in it.
  package struct AliasError: Error, Equatable {}

  /// Parses a text.
  ///
  /// - Returns: `nil` where there is nothing in it.
  /// - Throws: ``AliasError``, or `YamlError`.
  package static func compose(_ text: String) throws -> Node? {
    guard !hasAliases(text) else { throw AliasError() }
    return try Yams.compose(yaml: text)
  }

  /// Looks for `&name` and `*name` where YAML could read one.
  ///
  /// Too strict rather than too lax: quotes are not followed, so `"Ada &Co"` counts as an anchor, while
  /// `Ada & Co` and `C&A` do not.
  package static func hasAliases(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { hasAlias(inLine: withoutComment($0)) }
  }

  private static func hasAlias(inLine line: Substring) -> Bool {
    var before: Character = " "
    for (character, after) in zip(line, line.dropFirst()) {
      let isSign = character == "&" || character == "*"
      if isSign, !before.isLetter, !before.isNumber, !after.isWhitespace { return true }
      before = character
    }
    return false
  }

  /// A line up to a `#` after which no alias can begin.
  ///
  /// What follows a `#` is a comment, unless the `#` stands within quotes; where no quote follows, it is
  /// all text then. With a quote in it the rest may be more than a comment, and is kept.
  private static func withoutComment(_ line: Substring) -> Substring {
    let quote = line.lastIndex { $0 == "'" || $0 == "\"" }
    var index = quote.map { line.index(after: $0) } ?? line.startIndex
    var before = quote.map { line[$0] } ?? " "
    while index < line.endIndex, line[index] != "#" || !before.isWhitespace {
      before = line[index]
      index = line.index(after: index)
    }
    return line[..<index]
  }
}
