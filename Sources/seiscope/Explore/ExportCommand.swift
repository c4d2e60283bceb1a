import ArgumentParser
import Cells
import Console
import Explorer
import ExplorerRuntime
import Files

/// `seiscope export`: what the explorer exports, without a terminal.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write films, figures or the screen of an explorer's state to a file.",
    discussion: """
      The state is a state line, a session file, or barriers and a seed. Writes the same file as e \
      in the explorer, once the simulation has ended.
      """)

  @OptionGroup var sessions: SessionOptions

  @OptionGroup var films: FilmOptions

  @Option(help: "json, csv, npz, png, svg, text or ansi. [default: by the name of the file]")
  var format: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to.", valueName: "file"))
  var output: String

  @Option(help: "Columns and rows of the screen, for svg, text and ansi.")
  var size = "120x40"

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let format = try chosenFormat()
    let size = try ExploreCommand.parse(size: size)
    try WholeFile.checkWritable(output)
    let start = try ExplorerStart(
      session: try films.session(),
      beginning: try sessions.beginning(), model: films.model, screen: screen,
      ExplorerConfiguration())
    let capabilities = Capabilities(
      colors: try screen.colorDepth() ?? .direct, unicode: try screen.unicode() ?? true)
    let settled = PrintedFrame.settled(
      start.state(size: size, capabilities), model: start.model.source)
    if let message = settled.message {
      StandardError.write("seiscope: \(message.printableLines)\n")
    }
    let order = ExportOrder(format: format, path: output, of: settled)
    try ExportFile(order, program: Version.program).write(to: output)
  }

  /// The format that was asked for, or the one that the file's name says.
  private func chosenFormat() throws -> ExportOrder.Format {
    let formats = ExportOrder.Format.allCases
    let names = formats.map(\.rawValue).joined(separator: ", ")
    if let format {
      guard let chosen = ExportOrder.Format(rawValue: format.lowercased()) else {
        throw OptionError("--format '\(format)': use one of \(names)")
      }
      return chosen
    }
    guard let chosen = formats.first(where: { output.lowercased().hasSuffix(".\($0.fileEnding)") })
    else {
      throw OptionError("--output '\(output)' names no format: give --format with one of \(names)")
    }
    return chosen
  }
}
