import Interphase

/// A value in a session file with the way to it, so that a message can name it.
struct Field {
  let file: String
  /// Keys from the root, joined by points.
  let path: String
  let value: JSONValue

  /// An error about the value.
  func wrong(_ expected: String) -> SessionError {
    SessionError("\(file): \(path): found \(shown), expected \(expected)")
  }

  /// The members of an object with these keys and no others.
  func members(_ known: [String]) throws(SessionError) -> Members {
    guard case .object(let members) = value else { throw wrong("an object") }
    for key in members.keys.sorted() where !known.contains(key) {
      let hint = nearest(to: key, among: known).map { "did you mean '\($0)'?" }
      throw SessionError(
        "\(file): \(path.isEmpty ? "" : "\(path): ")unknown key '\(printable(key))': "
          + (hint ?? "expected one of \(known.joined(separator: ", "))"))
    }
    return Members(file: file, path: path, members: members)
  }

  /// The elements of a list.
  func elements(atMost limit: Int) throws(SessionError) -> [Field] {
    guard case .list(let values) = value else { throw wrong("a list") }
    guard values.count <= limit else {
      throw SessionError(
        "\(file): \(path): found \(values.count) elements, expected at most \(limit)")
    }
    return values.enumerated().map {
      Field(file: file, path: "\(path)[\($0.offset)]", value: $0.element)
    }
  }

  func text() throws(SessionError) -> String {
    guard case .text(let text) = value else { throw wrong("a text") }
    return text
  }

  func truth() throws(SessionError) -> Bool {
    guard case .truth(let truth) = value else { throw wrong("true or false") }
    return truth
  }

  func whole() throws(SessionError) -> UInt64 {
    guard case .whole(let whole) = value else { throw wrong("a whole number from 0 to 2^64 - 1") }
    return whole
  }

  /// A whole number in a range.
  func count(_ range: ClosedRange<Int>) throws(SessionError) -> Int {
    guard case .whole(let whole) = value, let count = Int(exactly: whole), range.contains(count)
    else { throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound)") }
    return count
  }

  func number() throws(SessionError) -> Double {
    switch value {
    case .whole(let whole): return Double(whole)
    case .number(let number) where number.isFinite: return number
    default: throw wrong("a number")
    }
  }

  /// One of several words.
  func word<Word: Sendable>(_ words: [(String, Word)]) throws(SessionError) -> Word {
    let known = words.map(\.0)
    if case .text(let text) = value {
      if let word = words.first(where: { $0.0 == text }) { return word.1 }
      if let near = nearest(to: text, among: known) {
        throw SessionError("\(file): \(path): found \(shown): did you mean \"\(near)\"?")
      }
    }
    throw wrong("one of \(known.joined(separator: ", "))")
  }

  /// The value as it may stand in a message: forty characters, none that a terminal obeys.
  private var shown: String {
    switch value {
    case .nothing: "null"
    case .truth(let truth): "\(truth)"
    case .whole(let whole): "\(whole)"
    case .float(let float): "\(float)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(printable(text))\""
    case .list: "a list"
    case .object: "an object"
    }
  }

  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }))
  }
}

/// Members of an object; what is left out keeps what it had.
struct Members {
  let file: String
  let path: String
  let members: [String: JSONValue]

  subscript(key: String) -> Field? {
    members[key].map { Field(file: file, path: path.isEmpty ? key : "\(path).\(key)", value: $0) }
  }

  /// Reads a member where it is there.
  func read<Value>(
    _ key: String, into value: inout Value,
    _ read: (Field) throws(SessionError) -> Value
  ) throws(SessionError) {
    if let field = self[key] { value = try read(field) }
  }
}
