import Console
import Files
import Interphase
import YAMLReading
import Yams

/// A YAML or JSON file that a person wrote, and what is said of it where it is wrong.
struct ConfigurationFile {
  /// Largest file that is read [bytes].
  static let largest = 1 << 22
  /// Where it is.
  let path: String
  /// All of it.
  let root: Node

  /// Reads a file.
  ///
  /// - Parameter content: What it should hold, for messages.
  /// - Throws: A `UserError` that names the file, what was found and what is expected.
  init(opening path: String, of content: String) throws {
    self.path = path
    if let size = Folder.fileSize(path), size > Self.largest {
      throw OptionError(
        "\(path): \(size) bytes are too many for \(content): expected at most \(Self.largest)",
        status: .data)
    }
    guard let whole = String(validating: try WholeFile.read(path), as: UTF8.self) else {
      throw OptionError("\(path): is not UTF-8: expected YAML or JSON", status: .data)
    }
    // Windows' editors begin with a byte-order mark.
    let text = whole.hasPrefix("\u{FEFF}") ? String(whole.dropFirst()) : whole
    do {
      guard let root = try PlainYAML.compose(text) else {
        throw OptionError("\(path): is empty: expected \(content)", status: .data)
      }
      self.root = root
    } catch is PlainYAML.AliasError {
      throw OptionError(
        "\(path): has anchors or aliases (& or *): write the values out", status: .data)
    } catch let error as YamlError {
      throw OptionError("\(path): \(Self.reason(error, content))", status: .data)
    }
  }

  /// An error about the file.
  func wrong(_ problem: String) -> OptionError {
    OptionError("\(path): \(problem)", status: .data)
  }

  /// An error about a key.
  func unknown(_ word: String, among known: [String]) -> OptionError {
    let hint = nearest(to: word, among: known).map { "did you mean '\($0)'?" }
    return wrong(
      "unknown key '\(Self.printable(word))': "
        + (hint ?? "expected \(known.joined(separator: ", "))"))
  }

  /// The value of a key, read as a number or as a word.
  func value<Value: LosslessStringConvertible>(
    _ key: String, _ node: Node, _ expected: String
  ) throws -> Value {
    guard let value = Value(node.scalar?.string ?? "") else {
      throw wrong("\(key): found \(Self.shown(node)), expected \(expected)")
    }
    return value
  }

  /// A value as it may stand in a message.
  static func shown(_ node: Node) -> String {
    guard let text = node.scalar?.string else { return "a list or mapping" }
    return text.isEmpty ? "nothing" : "'\(printable(text))'"
  }

  private static func reason(_ error: YamlError, _ content: String) -> String {
    switch error {
    case .duplicatedKeysInMapping(let keys, _):
      let names = keys.map { "'\(printable($0))'" }.sorted()
      return "\(names.joined(separator: ", ")) given twice: give each key once"
    case .parser(_, let problem, let mark, _), .scanner(_, let problem, let mark, _):
      return "line \(mark.line): is neither YAML nor JSON: \(printable(problem))"
    default: return "is neither YAML nor JSON: expected \(content)"
    }
  }

  /// What came from a file as it may stand in a message: forty characters, none that a terminal obeys.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }))
  }
}
