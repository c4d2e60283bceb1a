import ArgumentParser
import DatasetCommands

/// `seiscope dataset`: everything about sets of simulations; without a subcommand it makes one.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Make, check and exchange data sets of simulations.",
    subcommands: [
      DatasetGenerateCommand.self, DatasetMergeCommand.self, DatasetVerifyCommand.self,
      DatasetShowCommand.self,
      DatasetExportCommand.self, DatasetImportCommand.self,
    ],
    defaultSubcommand: DatasetGenerateCommand.self)
}
