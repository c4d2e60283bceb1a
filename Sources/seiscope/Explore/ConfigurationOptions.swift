import ArgumentParser
import Console
import Files
import Interphase

/// Options for which configuration counts.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration to use. [default: seiscope/config.yaml below XDG_CONFIG_HOME or ~/.config]",
      valueName: "file"))
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration.")
  var noConfig = false

  /// The configuration: the named one, else the person's own, else one that says nothing.
  ///
  /// - Throws: Where the named one is not there. What is wrong in a file is among its problems.
  func configuration() throws -> ExplorerConfiguration {
    guard config == nil || !noConfig else {
      throw OptionError("--config and --no-config contradict each other: give one of them")
    }
    if noConfig { return ExplorerConfiguration() }
    if let config {
      _ = try WholeFile.read(config)
      return ExplorerConfiguration(path: config)
    }
    guard let path = UserFolders.own.configuration.map({ "\($0)/config.yaml" }),
      Folder.kind(of: path) != .missing
    else { return ExplorerConfiguration() }
    return ExplorerConfiguration(path: path)
  }
}
