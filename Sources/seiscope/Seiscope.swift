import ArgumentParser
import Console

/// The program and its subcommands.
@main
struct Seiscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seiscope",
    abstract: "Explore the solid electrolyte interphase of lithium-ion batteries.",
    version: Version.text,
    subcommands: [
      ExploreCommand.self, ExportCommand.self, KeysCommand.self, SimulateCommand.self,
      SweepCommand.self, ExplainCommand.self,
      ValidateCommand.self,
      DatasetCommand.self, TrainCommand.self, EvaluateCommand.self, FiguresCommand.self,
      ModelCommand.self,
      EncodeCommand.self,
      DecodeCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() { runAsProgram() }
}
