import ArgumentParser
import Console
import Explorer
import Interphase

/// `seiscope keys`: every command of the explorer with its keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List the explorer's commands and their keys.",
    discussion: """
      With the keys of the configuration, whose mistakes are told here as errors. A command's name \
      is what the configuration calls it: keys: {undo: [u, F5]}.
      """)

  @Flag(help: "Print tables in Markdown.")
  var markdown = false

  @OptionGroup var configurationOptions: ConfigurationOptions

  func run() throws {
    let configuration = try configurationOptions.configuration()
    if let problem = configuration.problems.first { throw OptionError(problem, status: .data) }
    let sections = Self.sections(configuration.keymap)
    print(
      sections.map { markdown ? Self.markdown($0) : Self.plain($0) }.joined(separator: "\n\n"))
  }

  private typealias Section = (title: String, rows: [[String]])

  /// Commands of all views by group, then those of each view.
  private static func sections(_ keymap: Keymap) -> [Section] {
    func rows(_ commands: [Command]) -> [[String]] {
      commands.map { [keymap.keys(of: $0).joined(separator: " "), $0.name, $0.title] }
    }
    let general = Command.Group.allCases.map { group in
      (
        title: group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst(),
        rows: rows(Command.all.filter { $0.group == group && $0.view == nil })
      )
    }
    let special = ViewKind.allCases.map { view in
      (title: "In the view \(view.title)", rows: rows(Command.all.filter { $0.view == view }))
    }
    return (general + special).filter { !$0.rows.isEmpty }
  }

  private static func plain(_ section: Section) -> String {
    var table = TextTable([.left, .left, .left])
    table.indent = 2
    table.minimumWidths = [20, 18]
    for row in section.rows { table.add(row) }
    return section.title + "\n" + table.text
  }

  private static func markdown(_ section: Section) -> String {
    let rows = section.rows.map { row in
      let keys = row[0].split(separator: " ").map { "`\($0 == "|" ? "\\|" : $0)`" }
      return "| \(keys.joined(separator: " ")) | `\(row[1])` | \(row[2]) |"
    }
    return
      (["### \(section.title)", "", "| keys | command | what it does |", "|---|---|---|"] + rows)
      .joined(separator: "\n")
  }
}
