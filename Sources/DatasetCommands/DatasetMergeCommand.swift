package import ArgumentParser
import Console
import DataSets

/// `seiscope dataset merge DIR [FROM…]`.
package struct DatasetMergeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Complete a data set whose files were made with --shard.",
    discussion: """
      Checks every record of every file, takes files that DIR misses from the other folders (which \
      stay as they are) and writes the manifest. Missing files are named.
      """)

  @Argument(help: ArgumentHelp("Folder of the data set; made if missing.", valueName: "dir"))
  var folder: String

  @Argument(help: ArgumentHelp("Folders that hold files of the same set.", valueName: "from"))
  var sources: [String] = []

  package init() {}

  package func run() throws {
    let reporter = DatasetReporter()
    let merger = DataSetMerger(path: folder, sources: sources, program: Version.program)
    let result: DataSetMerger.Result
    do {
      defer { reporter.end() }
      result = try merger.run { reporter.report($0) }
    }
    let summary = try DatasetSummary(of: result.dataSet)
    print(sources.isEmpty ? summary.text : "\(result.taken) files taken\n\(summary.text)")
  }
}
