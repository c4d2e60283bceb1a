import ArgumentParser
import Console
import DataSetExchange
import DataSets
import DatasetCommands
import Files
import Interphase

/// `seiscope dataset export DIR --npz FILE`.
struct DatasetExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a data set as arrays for NumPy.",
    discussion: """
      One .npz file with lattices, barriers, properties, time, events, finished, seed, outcome and \
      split, one row a sample; docs/dataset.md says what they hold.
      """)

  @Argument(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var npz: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func run() throws {
    try OutputFile.check(npz, replacing: force)
    try OutputPaths(outputs: [("--npz", npz)]).check()
    let dataSet = try DataSet(opening: folder)
    let reporter = DatasetReporter()
    do {
      defer { reporter.end() }
      try NumpyExport.write(dataSet, to: WholeFile.identity(of: npz)) { reporter.report($0) }
    }
    print("\(npz): \(dataSet.count) samples, \(Folder.fileSize(npz) ?? 0) bytes")
  }
}

/// Files that a command writes on request.
enum OutputFile {
  /// Makes sure that nothing is overwritten without being told to.
  ///
  /// - Throws: ``OptionError`` that names the file, with the status 73.
  static func check(_ path: String, replacing: Bool) throws(OptionError) {
    guard Folder.kind(of: path) != .missing else { return }
    guard Folder.kind(of: path) != .folder else {
      throw OptionError("\(path): is a folder: give the name of a file", status: .cannotCreate)
    }
    guard !replacing else { return }
    throw OptionError(
      "\(path): is there already: give another name, or --force to replace it",
      status: .cannotCreate)
  }
}
