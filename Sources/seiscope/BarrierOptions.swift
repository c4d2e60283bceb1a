import ArgumentParser
import Console
import Interphase

/// The options that give fifteen barriers, shared by every command that takes them.
struct BarrierOptions: ParsableArguments {
  @Option(help: presetHelp)
  var preset: String?

  @Option(help: "All fifteen barriers [eV], comma-separated, in the published order.")
  var barriers: String?

  @Option(
    help: ArgumentHelp(
      """
      Barriers from a YAML or JSON file: identifiers with eV (some may be missing), a list of \
      fifteen, or what 'simulate --json' printed.
      """))
  var file: String?

  @Option(
    help: ArgumentHelp("One barrier by its identifier [eV]; may be repeated.", valueName: "id=eV"))
  var set: [String] = []

  private static let presetHelp: ArgumentHelp = {
    let lines = BarrierPreset.allCases.map { "\($0.rawValue): \($0.summary)" }
    return ArgumentHelp("Named barriers.", discussion: lines.joined(separator: "\n"))
  }()

  /// The file that `--file` names, read; `nil` where none is named.
  ///
  /// - Throws: A `UserError` that names the file and what is wrong, or options that contradict it.
  func readFile() throws -> ParameterFile? {
    guard barriers == nil || (preset == nil && file == nil) else {
      throw OptionError(
        "--barriers and \(preset == nil ? "--file" : "--preset") contradict each other: "
          + "give one of them, and --set for changes")
    }
    return try file.map { try ParameterFile(opening: $0) }
  }

  /// The barriers that the options describe, starting from `base` where neither a preset nor a
  /// whole vector is given.
  ///
  /// - Throws: ``BarrierError`` or ``OptionError`` that names the option and the remedy.
  func resolved(base: Barriers = .middle) throws -> Barriers {
    try resolved(base: base, file: try readFile())
  }

  /// The same with the file that ``readFile()`` gave.
  func resolved(base: Barriers = .middle, file: ParameterFile?) throws -> Barriers {
    var result = base
    if let preset { result = try BarrierPreset.named(preset).barriers }
    if let barriers { result = try Self.parse(vector: barriers) }
    for (reaction, value) in file?.barriers ?? [:] {
      result = try result.setting(reaction, to: value)
    }
    for assignment in set { result = try Self.apply(assignment, to: result) }
    return result
  }

  private static func parse(vector: String) throws -> Barriers {
    let fields = vector.split(separator: ",", omittingEmptySubsequences: false)
    let values = try fields.map { field in
      guard let value = Float(field.trimmingSpaces) else {
        throw OptionError("--barriers: '\(field)' is no number: give fifteen in eV, like 0.39,0.37")
      }
      return value
    }
    return try Barriers(values)
  }

  private static func apply(_ assignment: String, to barriers: Barriers) throws -> Barriers {
    guard let split = assignment.firstIndex(of: "=") else {
      throw OptionError("--set \(assignment): expected id=eV, like dimerisation=0.35")
    }
    let reaction = try Reaction.named(String(assignment[..<split]))
    let text = assignment[assignment.index(after: split)...].trimmingSpaces
    guard let value = Float(text) else {
      throw OptionError("--set \(reaction.id): '\(text)' is no number: give eV, like 0.35")
    }
    return try barriers.setting(reaction, to: value)
  }
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
