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

  private static let settings = ["seed", "events", "size", "temperature", "tunnellingDepth"]
  private let file: ConfigurationFile

  /// Where it is.
  var path: String { file.path }

  /// Reads a file.
  ///
  /// - Throws: A `UserError` that names file, key, found and expected.
  init(opening path: String) throws {
    file = try ConfigurationFile(opening: path, of: "barriers in eV")
    let root = file.root
    if let list = root.sequence {
      try read(list: Array(list), key: "")
    } else if let mapping = root.mapping {
      try read(mapping)
    } else {
      throw file.wrong("expected barriers: a mapping of identifiers to eV, or a list of fifteen")
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
        throw file.unknown(word, among: inputs + (hasBarriers ? [] : ["barriers"]))
      }
    }
    guard !barriers.isEmpty else {
      throw file.wrong("names no barrier: expected identifiers with eV, such as dimerisation: 0.41")
    }
  }

  private mutating func read(barriers node: Node) throws {
    if let list = node.sequence { return try read(list: Array(list), key: "barriers: ") }
    guard let mapping = node.mapping else {
      throw file.wrong("barriers: expected a mapping of identifiers to eV, or a list of fifteen")
    }
    for (key, value) in mapping {
      let word = key.string ?? ""
      guard Reaction.withBarrier.contains(where: { $0.id == word }) else {
        throw file.unknown(word, among: Reaction.withBarrier.map(\.id))
      }
      try read(word, value, key: "barriers.\(word)")
    }
  }

  private mutating func read(list: [Node], key: String) throws {
    guard list.count == Barriers.count else {
      throw file.wrong("\(key)found \(list.count) barriers, expected \(Barriers.count)")
    }
    for (reaction, node) in zip(Reaction.withBarrier, list) {
      try read(reaction.id, node, key: "\(key)number \(reaction.rawValue) (\(reaction.id))")
    }
  }

  private mutating func read(_ id: String, _ node: Node, key: String) throws {
    guard let reaction = Reaction(id: id) else { return }
    let value = node.scalar.flatMap { Float($0.string) }
    guard let value, (0...Barriers.greatest).contains(value) else {
      throw file.wrong("\(key): found \(ConfigurationFile.shown(node)), expected eV from 0 to 100")
    }
    barriers[reaction] = value
  }
}

extension ParameterFile {
  private mutating func read(setting: String, _ node: Node) throws {
    func number<Value: LosslessStringConvertible>(_ expected: String) throws -> Value {
      try file.value(setting, node, expected)
    }
    switch setting {
    case "seed": seed = try number("a whole number from 0 to 2⁶⁴ − 1")
    case "events": events = try number("a whole number of events")
    case "temperature": temperature = try number("a temperature in kelvin")
    case "tunnellingDepth": tunnellingDepth = try number("a whole number of nm")
    default: size = try number("width x height, such as 50x50")
    }
  }
}
