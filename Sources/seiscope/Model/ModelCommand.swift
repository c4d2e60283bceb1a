import ArgumentParser

/// `seiscope model`: everything about a trained model but its use.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Describe, check and convert trained models.",
    subcommands: [ModelInfoCommand.self, ModelCheckCommand.self, ModelConvertCommand.self])
}
