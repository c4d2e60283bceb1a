package import ArgumentParser
import Console
import DataSets

/// `seiscope dataset verify DIR`.
package struct DatasetVerifyCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check everything that a data set says of itself.",
    discussion: """
      Every checksum, count and value, the manifest's hash, and a random few samples by simulating \
      them again. The first problem ends it, with status 65.
      """)

  @Argument(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("Samples to simulate again.", valueName: "n"))
  var repeats = 10

  @Option(help: "Seed that chooses them.")
  var seed: UInt64 = 1

  package init() {}

  package func run() throws {
    guard repeats >= 0 else { throw OptionError("--repeats \(repeats): give 0 or more") }
    let dataSet = try DataSet(opening: folder)
    let reporter = DatasetReporter()
    let report: DataSetVerifier.Report
    do {
      defer { reporter.end() }
      report = try DataSetVerifier(dataSet, repetitions: repeats, seed: seed)
        .run { reporter.report($0) }
    }
    print(Self.text(report, of: dataSet))
  }

  /// What was checked, a line each.
  private static func text(_ report: DataSetVerifier.Report, of dataSet: DataSet) -> String {
    let manifest = dataSet.manifest
    let isImported = manifest.imported != nil
    let design = isImported ? "" : ", seed and barriers as the design has them"
    var lines = [
      "\(dataSet.path): all is well",
      "  manifest.json: format version \(manifest.formatVersion), hash \(manifest.hash ?? "none")",
      "  \(manifest.shards.count) files, \(report.bytes) bytes: size and CRC-32C of each",
      "  \(dataSet.count) records: both checksums, index, species codes, electrode and sink rows,",
      "    properties and outcome as measured, time, events\(design)",
      "  counts of outcomes and splits, the split's cuts, finished runs, events",
    ]
    if let reason = report.reasonForNone {
      lines.append("  no sample was simulated again: \(reason)")
    } else if !report.repeated.isEmpty {
      let indices = report.repeated.prefix(10).map(String.init).joined(separator: ", ")
      let more = report.repeated.count > 10 ? " and \(report.repeated.count - 10) more" : ""
      lines.append(
        "  \(report.repeated.count) samples simulated again to the same bytes: \(indices)\(more)")
    }
    return lines.joined(separator: "\n")
  }
}
