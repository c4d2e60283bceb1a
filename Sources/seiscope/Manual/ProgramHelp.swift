/// What the program says of itself, as its argument parser tells it (`--experimental-dump-help`).
struct ProgramHelp: Decodable {
  let command: CommandEntry
}

/// A command with its arguments and the commands below it.
struct CommandEntry: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let arguments: [ArgumentEntry]?
  let subcommands: [CommandEntry]?
  let defaultSubcommand: String?

  /// The commands below that a person is told of.
  var shownCommands: [CommandEntry] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The arguments that a person is told of, without those that every command has.
  var ownArguments: [ArgumentEntry] {
    (arguments ?? []).filter { $0.shouldDisplay && !["version", "help"].contains($0.longName) }
  }
}

/// An option, a flag or a positional argument.
struct ArgumentEntry: Decodable, Hashable {
  struct Name: Decodable, Hashable {
    let kind: String
    let name: String

    /// As it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let abstract: String?
  let discussion: String?

  var longName: String? { names?.first { $0.kind == "long" }?.name }
}
