import Console
import Files
import Interphase
import Yams

/// Barriers, and what else a simulation depends on, from a YAML or JSON file.
///
/// Barriers are a mapping of identifiers to eV, of which some may be missing, or a list of fifteen;
/// either on its own or under `barriers`, as in what `simulate --json` prints. Beside them may stand
/// `seed`, `events` (the event limit), `size`, `temperature` [K] and `tunnellingDepth` [nm].
struct ParameterFile {
  /// The barriers that the file names [eV].
  private(set) var barriers: [Reaction: Float] = [:]
  private(set) var seed: UInt64?
  private(set) var events: Int?
  private(set) var size: String?
  private(set) var temperature: Double?
  private(set) var tunnellingDepth: Int?

  /// Largest file that is read [bytes].
  static let largest = 1 << 22
  private static let settings = ["seed", "events", "size", "temperature", "tunnellingDepth"]
  let path: String

  /// Reads a file.
  ///
  /// - Throws: A `UserError` that names file, key, found and expected.
  init(opening path: String) throws {
    self.path = path
    let root = try Self.root(of: path)
    if let list = root.sequence {
      try read(list: Array(list), key: "")
    } else if let mapping = root.mapping {
      try read(mapping)
    } else {
      throw wrong("expected barriers: a mapping of identifiers to eV, or a list of fifteen")
    }
  }

  private static func root(of path: String) throws -> Node {
    if let size = Folder.fileSize(path), size > largest {
      throw OptionError(
        "\(path): \(size) bytes are too many for barriers: expected at most \(largest)",
        status: .data)
    }
    guard let whole = String(validating: try WholeFile.read(path), as: UTF8.self) else {
      throw OptionError("\(path): is not UTF-8: expected YAML or JSON", status: .data)
    }
    // Windows' editors begin with a byte-order mark.
    let text = whole.hasPrefix("\u{FEFF}") ? String(whole.dropFirst()) : whole
    // A few aliases as keys expand to more than memory before the parser is done.
    guard !text.split(separator: "\n").contains(where: { hasAlias($0) }) else {
      throw OptionError(
        "\(path): has anchors or aliases (& or *): write the values out", status: .data)
    }
    do {
      if let root = try Yams.compose(yaml: text) { return root }
    } catch {
      throw OptionError("\(path): \(reason(error))", status: .data)
    }
    throw OptionError("\(path): is empty: expected barriers in eV", status: .data)
  }

  /// Whether a line holds an anchor or alias outside its comment; no value of a parameter has them.
  private static func hasAlias(_ line: Substring) -> Bool {
    line.prefix { $0 != "#" }.contains { $0 == "&" || $0 == "*" }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case YamlError.duplicatedKeysInMapping(let keys, _):
      let names = keys.map { "'\(printable($0))'" }.sorted()
      return "\(names.joined(separator: ", ")) given twice: give each key once"
    case YamlError.parser(_, let problem, let mark, _),
      YamlError.scanner(_, let problem, let mark, _):
      return "line \(mark.line): is neither YAML nor JSON: \(printable(problem))"
    default: return "is neither YAML nor JSON: expected barriers in eV"
    }
  }

  private mutating func read(_ top: Node.Mapping) throws {
    let ids = Reaction.withBarrier.map(\.id)
    let hasBarriers = top["barriers"] != nil
    let inputs = Self.settings + (hasBarriers ? ["barriers"] : ids)
    for (key, value) in top {
      let word = key.string ?? ""
      if word == "barriers" {
        try read(barriers: value)
      } else if !hasBarriers, ids.contains(word) {
        try read(word, value, key: word)
      } else if Self.settings.contains(word) {
        try read(setting: word, value)
      } else if !SimulationReport.outputKeys.contains(word) {
        throw unknown(word, among: inputs + (hasBarriers ? [] : ["barriers"]))
      }
    }
    guard !barriers.isEmpty else {
      throw wrong("names no barrier: expected identifiers with eV, such as dimerisation: 0.41")
    }
  }

  private mutating func read(barriers node: Node) throws {
    if let list = node.sequence { return try read(list: Array(list), key: "barriers: ") }
    guard let mapping = node.mapping else {
      throw wrong("barriers: expected a mapping of identifiers to eV, or a list of fifteen")
    }
    for (key, value) in mapping {
      let word = key.string ?? ""
      guard Reaction.withBarrier.contains(where: { $0.id == word }) else {
        throw unknown(word, among: Reaction.withBarrier.map(\.id))
      }
      try read(word, value, key: "barriers.\(word)")
    }
  }

  private mutating func read(list: [Node], key: String) throws {
    guard list.count == Barriers.count else {
      throw wrong("\(key)found \(list.count) barriers, expected \(Barriers.count)")
    }
    for (reaction, node) in zip(Reaction.withBarrier, list) {
      try read(reaction.id, node, key: "\(key)number \(reaction.rawValue) (\(reaction.id))")
    }
  }

  private mutating func read(_ id: String, _ node: Node, key: String) throws {
    guard let reaction = Reaction(id: id) else { return }
    let value = node.scalar.flatMap { Float($0.string) }
    guard let value, (0...Barriers.greatest).contains(value) else {
      throw wrong("\(key): found \(Self.shown(node)), expected eV from 0 to 100")
    }
    barriers[reaction] = value
  }
}

extension ParameterFile {
  private mutating func read(setting: String, _ node: Node) throws {
    let text = node.scalar?.string ?? ""
    func number<Value: LosslessStringConvertible>(_ expected: String) throws -> Value {
      guard let value = Value(text) else {
        throw wrong("\(setting): found \(Self.shown(node)), expected \(expected)")
      }
      return value
    }
    switch setting {
    case "seed": seed = try number("a whole number from 0 to 2⁶⁴ − 1")
    case "events": events = try number("a whole number of events")
    case "temperature": temperature = try number("a temperature in kelvin")
    case "tunnellingDepth": tunnellingDepth = try number("a whole number of nm")
    default: size = try number("width x height, such as 50x50")
    }
  }

  private func unknown(_ word: String, among known: [String]) -> OptionError {
    let hint = nearest(to: word, among: known).map { "did you mean '\($0)'?" }
    return wrong(
      "unknown key '\(Self.printable(word))': "
        + (hint ?? "expected \(known.joined(separator: ", "))"))
  }

  private func wrong(_ problem: String) -> OptionError {
    OptionError("\(path): \(problem)", status: .data)
  }

  private static func shown(_ node: Node) -> String {
    guard let text = node.scalar?.string else { return "a list or mapping" }
    return text.isEmpty ? "nothing" : "'\(printable(text))'"
  }

  /// What came from a file as it may stand in a message: forty characters, none that a terminal obeys.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }))
  }
}
