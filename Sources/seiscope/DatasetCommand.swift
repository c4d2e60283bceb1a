import ArgumentParser

/// `seiscope dataset`: everything about sets of simulations; without a subcommand it makes one.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Make a data set of simulations for training.",
    subcommands: [DatasetGenerateCommand.self], defaultSubcommand: DatasetGenerateCommand.self)
}
