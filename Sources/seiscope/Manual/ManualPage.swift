import Console
import Interphase

/// The manual page seiscope(1), made from the program's own help and from what help has no place for.
struct ManualPage {
  private let program: CommandEntry
  private let keys: [(keys: String, what: String)]
  /// Arguments that were described, with the command they were described under.
  private var described: [ArgumentEntry: String] = [:]
  private var page = Roff()

  /// - Parameter keys: The explorer's keys and what they do, in the order of its help.
  init(_ program: CommandEntry, keys: [(keys: String, what: String)]) {
    self.program = program
    self.keys = keys
  }

  /// The page in the macros of man(7).
  func text() -> String {
    var copy = self
    copy.write()
    return copy.page.text
  }

  private mutating func write() {
    page.title(program.commandName, section: 1, source: Version.program)
    writeHead()
    page.section("COMMANDS")
    for command in program.shownCommands { write(command, below: program) }
    page.section("OPTIONS OF EVERY COMMAND")
    for argument in program.arguments ?? [] { write(argument) }
    writeTables()
  }

  /// The sections that the program's help has no place for.
  private mutating func writeTables() {
    page.section("KEYS")
    page.paragraph(ManualText.keys)
    for (keys, what) in keys { page.item(Roff.bold(keys), [what]) }
    page.section("FILES")
    for (path, what) in ManualText.files { page.item(Roff.italic(path), [what]) }
    page.section("ENVIRONMENT")
    for (name, what) in ManualText.environment { page.item(Roff.bold(name), [what]) }
    page.section("EXIT STATUS")
    page.item(Roff.bold("0"), ["Success."])
    for status in ExitStatus.allCases {
      page.item(Roff.bold("\(status.rawValue)"), [status.meaning])
    }
    page.section("EXAMPLES")
    for (command, what) in ManualText.examples {
      page.paragraph(what)
      page.example(command)
    }
    page.section("SEE ALSO")
    page.markup("\(Roff.bold("gnuplot"))(1), \(Roff.bold("tmux"))(1), \(Roff.bold("terminfo"))(5)")
    page.paragraph(Version.text)
  }

  private mutating func writeHead() {
    let name = program.commandName
    page.section("NAME")
    let abstract = (program.abstract ?? "").prefix { $0 != "." }
    let summary = abstract.prefix(1).lowercased() + abstract.dropFirst()
    page.paragraph("\(name) - \(summary)")
    page.section("SYNOPSIS")
    page.markup("\(Roff.bold(name)) [\(Roff.italic("command"))] [\(Roff.italic("options"))]")
    page.section("DESCRIPTION")
    page.paragraph(ManualText.description)
    if let command = program.defaultSubcommand {
      page.paragraph("Without a command it is '\(name) \(command)'.")
    }
  }

  private mutating func write(
    _ command: CommandEntry, below parent: CommandEntry, path: String = ""
  ) {
    let name = path.isEmpty ? command.commandName : "\(path) \(command.commandName)"
    page.subsection("\(program.commandName) \(name)")
    let isDefault = parent.defaultSubcommand == command.commandName && !path.isEmpty
    page.paragraph((command.abstract ?? "") + (isDefault ? " (The default.)" : ""))
    if let discussion = command.discussion, !discussion.isEmpty { page.paragraph(discussion) }
    if command.shownCommands.isEmpty { write(command.ownArguments, of: name) }
    for inner in command.shownCommands { write(inner, below: command, path: name) }
  }

  /// Describes a command's arguments; those that three and more share with a command before are
  /// named alone.
  private mutating func write(_ arguments: [ArgumentEntry], of command: String) {
    var rest = arguments[...]
    while let first = rest.first {
      let origin = described[first]
      let shared = origin == nil ? [] : rest.prefix { described[$0] == origin }
      if let origin, shared.count >= 3 {
        let names = shared.map { Self.bold($0) }.joined(separator: ", ")
        page.item(names, ["As for \(program.commandName) \(origin)."])
        rest = rest.dropFirst(shared.count)
      } else {
        write(first)
        if origin == nil { described[first] = command }
        rest = rest.dropFirst()
      }
    }
  }

  private static func bold(_ argument: ArgumentEntry) -> String {
    (argument.names ?? []).map { Roff.bold($0.typed) }.joined(separator: ", ")
  }

  private mutating func write(_ argument: ArgumentEntry) {
    let value = Roff.italic(argument.valueName ?? "")
    let term =
      switch argument.kind {
      case "positional": value
      case "option": "\(Self.bold(argument)) \(value)"
      default: Self.bold(argument)
      }
    let abstract = argument.abstract ?? ""
    let standard =
      argument.defaultValue.flatMap { abstract.contains("[default") ? nil : " [default: \($0)]" }
      ?? ""
    let details = argument.discussion.map { [$0] } ?? []
    page.item(term + (argument.isRepeating ? " ..." : ""), [abstract + standard] + details)
  }
}
