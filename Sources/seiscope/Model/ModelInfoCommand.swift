import ArgumentParser

/// `seiscope model info DIR`.
struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what a model is and how it was made.",
    discussion: """
      Variant, network, size, the data it was trained on, hyper-parameters, what it reaches on the \
      test split, principal axes with what they go with, and its files with their hashes. Reads \
      little of the folder: 'seiscope model check' says whether it is sound.
      """)

  @Argument(
    help: ArgumentHelp("Folder of the model; without it the bundled one.", valueName: "dir"))
  var folder: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let portrait = try ModelPortrait(of: ResourceLocator.model(folder))
    print(json ? try JSONText.of(ModelInfoRecord(portrait)) : try portrait.text)
  }
}
