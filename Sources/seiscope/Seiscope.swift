import ArgumentParser
import Glibc
import Interphase

/// The program: subcommands, and the one place that renders errors and sets the exit status.
@main
struct Seiscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seiscope",
    abstract: "Explore the solid electrolyte interphase of lithium-ion batteries.",
    version: Version.text,
    subcommands: [
      ExploreCommand.self, SimulateCommand.self, SweepCommand.self, ExplainCommand.self,
      ValidateCommand.self,
      DatasetCommand.self, TrainCommand.self, EncodeCommand.self, DecodeCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      // A full disk under a redirected output shows only when the buffer is written out.
      guard fflush(nil) == 0 else {
        throw OptionError(
          "standard output cannot be written: free space or choose another file",
          status: .inputOutput)
      }
    } catch let error as any UserError {
      StandardError.write("seiscope: \(error)\n")
      Glibc.exit(error.exitStatus.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
