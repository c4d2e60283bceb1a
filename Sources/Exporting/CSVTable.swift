/// A table as comma-separated values: a line of names, then one line a row.
///
/// Quoted as RFC 4180 says, with LF between lines as Unix tools want it. Before the names stand lines
/// `# key: value` with the provenance (in pandas: `read_csv(path, comment="#")`).
public struct CSVTable: Sendable {
  /// A field.
  public enum Field: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A number in the shortest form that reads back to the same; empty for NaN.
    case number(Double)
    /// A count.
    case integer(Int)
    /// Nothing is known.
    case missing
  }

  /// The columns' names, with units where they have one.
  public let columns: [String]
  /// The rows, one field a column.
  public private(set) var rows: [[Field]] = []

  /// A table without rows.
  public init(columns: [String]) { self.columns = columns }

  /// Adds a row.
  ///
  /// - Precondition: As many fields as columns.
  public mutating func append(_ row: [Field]) {
    precondition(row.count == columns.count, "\(row.count) fields in \(columns.count) columns")
    rows.append(row)
  }

  /// The file.
  public func text(provenance: Provenance) -> String {
    let head = provenance.entries.map { "# \($0.key): \($0.value)" }
    let names = Self.line(columns.map { .text($0) })
    return (head + [names] + rows.map(Self.line)).map { $0 + "\n" }.joined()
  }

  private static func line(_ fields: [Field]) -> String {
    // A row of one empty field would be a blank line, which readers skip.
    if fields.count == 1, text(of: fields[0]).isEmpty { return "\"\"" }
    return fields.map(text(of:)).joined(separator: ",")
  }

  private static func text(of field: Field) -> String {
    switch field {
    case .text(let text): quoted(text)
    case .number(let value): value.isNaN ? "" : "\(value)"
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }

  /// In quotation marks where it holds a comma, a quotation mark, a line's end, blanks at an end, or
  /// a `#`, which would begin a comment.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.unicodeScalars.contains { ",\"\n\r#".unicodeScalars.contains($0) }
      && text.first != " " && text.last != " "
    guard !isPlain else { return text }
    let escaped = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"\(String(String.UnicodeScalarView(escaped)))\""
  }
}
