import ArgumentParser
import Explorer
import Foundation

/// `seiscope manual`: the manual page, for `Scripts/install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man(1).", shouldDisplay: false)

  func run() throws { print(try Self.page(keys: Self.keys).text(), terminator: "") }

  /// The explorer's keys as they are without a configuration.
  private static var keys: [(keys: String, what: String)] {
    Command.all.compactMap { command in
      let keys = Keymap.standard.keys(of: command)
      guard !keys.isEmpty else { return nil }
      let view = command.view.map { " (in \($0.title))" } ?? ""
      return (keys.joined(separator: ", "), command.title + view)
    }
  }

  /// The page of the program with these keys of the explorer.
  static func page(keys: [(keys: String, what: String)]) throws -> ManualPage {
    ManualPage(try help(), keys: keys)
  }

  /// What the program says of itself.
  static func help() throws -> CommandEntry {
    try JSONDecoder().decode(ProgramHelp.self, from: Data(Seiscope._dumpHelp().utf8)).command
  }
}
