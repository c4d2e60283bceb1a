import ArgumentParser
import Console
import DataSetExchange
import DataSets
import DatasetCommands

/// `seiscope dataset import FILE.npz --out DIR`.
struct DatasetImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a data set of someone else's configurations.",
    discussion: """
      FILE.npz holds lattices [n, H, W] of species codes (row 0 the electrode, the last row the \
      sink) and barriers [n, 15] in eV; properties [n, 4], time, events, finished and seed [n] may \
      be left out. docs/dataset.md says what they hold. 'train' takes the result like any data set.
      """)

  @Argument(help: ArgumentHelp("The file of arrays.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var out: String

  @Option(help: "Seed of the split.")
  var seed: UInt64 = 1

  @Option(help: "Temperature that the configurations belong to [K].")
  var temperature = 300.0

  @Option(help: "Tunnelling depth that they belong to [nm].")
  var tunnellingDepth = 4

  @Option(help: "Samples in a file.")
  var shardSize = DataSetPlan.defaultShardSize

  @Flag(help: "Replace a data set that is in the folder.")
  var force = false

  func run() throws {
    let source = try NumpyImport(
      file,
      conditions: NumpyImport.Conditions(
        temperature: temperature, tunnellingDepth: tunnellingDepth, splitSeed: seed,
        shardSize: shardSize))
    let reporter = DatasetReporter()
    let dataSet: DataSet
    do {
      defer { reporter.end() }
      dataSet = try source.run(into: out, replacing: force, program: Version.program) {
        reporter.report($0)
      }
    }
    print(try DatasetSummary(of: dataSet).text)
    print("\n\(Self.origin(of: dataSet))")
  }

  /// What the file gave, and what not.
  private static func origin(of dataSet: DataSet) -> String {
    guard let record = dataSet.manifest.imported else { return "" }
    func list(_ names: [String]) -> String {
      names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    return """
      imported from \(record.file): \(list(record.given))
      measured here: \(list(record.measured)); unknown: \(list(record.missing))
      """
  }
}
