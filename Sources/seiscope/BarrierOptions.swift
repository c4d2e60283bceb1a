import ArgumentParser
import Interphase

/// The options that give fifteen barriers, shared by every command that takes them.
struct BarrierOptions: ParsableArguments {
  @Option(help: "Named barriers: \(Preset.allCases.map(\.rawValue).joined(separator: ", ")).")
  var preset: String?

  @Option(help: "All fifteen barriers [eV], comma-separated, in the published order.")
  var barriers: String?

  @Option(
    help: ArgumentHelp("One barrier by its identifier [eV]; may be repeated.", valueName: "id=eV"))
  var set: [String] = []

  /// Whether any of the options was given.
  var isGiven: Bool { preset != nil || barriers != nil || !set.isEmpty }

  /// The barriers that the options describe, starting from `base` where neither a preset nor a
  /// whole vector is given.
  ///
  /// - Throws: ``BarrierError`` or ``OptionError`` that names the option and the remedy.
  func resolved(base: Barriers = .middle) throws -> Barriers {
    guard preset == nil || barriers == nil else {
      throw OptionError(
        "--preset and --barriers contradict each other: give one of them, and --set for changes")
    }
    var result = base
    if let preset { result = try Preset.named(preset).barriers }
    if let barriers { result = try Self.parse(vector: barriers) }
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

/// Barrier vectors with a name.
enum Preset: String, CaseIterable {
  case middle
  case esmaeilpour

  var barriers: Barriers {
    switch self {
    case .middle: .middle
    case .esmaeilpour: .esmaeilpour
    }
  }

  static func named(_ name: String) throws -> Preset {
    if let preset = Preset(rawValue: name) { return preset }
    let names = allCases.map(\.rawValue)
    let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    let remedy = hint ?? "use \(names.joined(separator: " or "))"
    throw OptionError("unknown preset '\(name)': \(remedy)")
  }
}

/// An option whose value cannot be used.
struct OptionError: UserError {
  let description: String
  let exitStatus: ExitStatus

  init(_ description: String, status: ExitStatus = .usage) {
    self.description = description
    exitStatus = status
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
