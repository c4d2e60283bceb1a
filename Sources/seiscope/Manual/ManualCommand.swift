import ArgumentParser
import Foundation

/// `seiscope manual`: the manual page, for `Scripts/install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man(1).", shouldDisplay: false)

  func run() throws { print(try Self.page(keys: []).text(), terminator: "") }

  /// The page of the program with these keys of the explorer.
  static func page(keys: [(keys: String, what: String)]) throws -> ManualPage {
    ManualPage(try help(), keys: keys)
  }

  /// What the program says of itself.
  static func help() throws -> CommandEntry {
    try JSONDecoder().decode(ProgramHelp.self, from: Data(Seiscope._dumpHelp().utf8)).command
  }
}
