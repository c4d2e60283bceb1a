import ArgumentParser
import Console
import DatasetCommands

/// The part of `seiscope dataset` that a cluster's node runs: it needs neither ncurses nor oneDNN.
@main
struct DatasetProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seiscope-dataset",
    abstract:
      "Make, complete and check data sets of simulations of the solid electrolyte interphase.",
    version: Version.text,
    subcommands: [
      DatasetGenerateCommand.self, DatasetMergeCommand.self, DatasetVerifyCommand.self,
    ],
    defaultSubcommand: DatasetGenerateCommand.self)

  static func main() { runAsProgram() }
}
