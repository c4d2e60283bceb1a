import ArgumentParser
import Cells
import Console
import CursesTerminal
import DataSets
import DatasetCommands
import Exporting
import Files
import Plotting
import ScreenFiles
import Theming

/// `seiscope dataset show DIR`.
struct DatasetShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Look at a data set: counts, quantiles, correlations, films.",
    discussion: """
      Counts by outcome, quantiles of each property, the correlations of barriers, properties, time \
      and events as a heat map, and films of each class in small.
      """)

  @Argument(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("Write means, deviations and correlations.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Write the films as a picture.", valueName: "file"))
  var png: String?

  @Option(
    help: ArgumentHelp(
      "Draw the correlations with gnuplot: NAME.csv, .gp, .png and .svg.", valueName: "name"))
  var plot: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  func run() throws {
    let figure = try plot.map { (try FigureFiles(base: $0), try Gnuplot()) }
    let files: [(flag: String, path: String?)] =
      [("--csv", csv), ("--png", png)] + (figure?.0.paths ?? []).map { ("--plot", $0) }
    for case (_, let path?) in files { try OutputFile.check(path, replacing: force) }
    try OutputPaths(outputs: files).check()
    // Where there is no terminal, as wide as the numbers need.
    let (capabilities, columns) = (
      PrintedOutput.capabilities, PrintedOutput.size?.width ?? 104
    )
    let dataSet = try DataSet(opening: folder)
    let portrait = try gather(dataSet, columns: columns)
    let contents = DatasetShowFiles(dataSet, portrait)
    if let csv {
      try WholeFile.write(
        Array(contents.table.text(provenance: contents.figure.provenance).utf8), to: csv)
    }
    if let png, let picture = try contents.picture() { try WholeFile.write(picture, to: png) }
    if let figure { try figure.0.write(contents.figure, by: figure.1) }
    print(try DatasetSummary(of: dataSet).text)
    for canvas in canvases(portrait, capabilities, columns: columns) {
      print("\n\(canvas.printedText(colors: capabilities.colors))")
    }
  }

  private func gather(_ dataSet: DataSet, columns: Int) throws -> DatasetPortrait {
    let reporter = DatasetReporter()
    defer { reporter.end() }
    return try DatasetPortrait(
      of: dataSet, films: FilmStrip.count(filmWidth: dataSet.width, columns: columns)
    ) { reporter.report($0) }
  }

  private func canvases(
    _ portrait: DatasetPortrait, _ capabilities: Capabilities, columns: Int
  ) -> [Canvas] {
    let strip = FilmStrip(capabilities: capabilities, theme: .interphase)
    let map = CorrelationMap(portrait, capabilities: capabilities, columns: columns)
    return [map.canvas]
      + Outcome.allCases.compactMap { outcome in
        portrait.films[outcome].map { strip.canvas(outcome, $0) }
      }
  }
}
