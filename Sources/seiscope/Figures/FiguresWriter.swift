import Console
import Exporting
import Files
import Interphase
import PaperFigures
import Plotting

/// The folder of figures, which appears whole or not at all.
struct FiguresWriter {
  private let folder: String
  private let gnuplot: Gnuplot

  /// What Ctrl-C ends with.
  static let stopped = OptionError(
    "stopped: the figures' folder is as it was", status: .interrupted)

  /// - Throws: Where gnuplot is missing, the folder holds something else than figures, or none can
  ///   be made there.
  init(folder: String) throws {
    self.folder = folder
    gnuplot = try Gnuplot()
    try Folder.checkReplaceable(folder, names: Self.allNames, what: "the figures")
    try Folder.checkWritable(folder)
  }

  /// Draws the figures and puts the folder into place.
  func write(_ report: FiguresReport, json: Bool, _ line: ProgressLine) throws {
    guard !report.figures.isEmpty else {
      throw FiguresError.nothing(report.skipped.first?.reason ?? "none was asked for")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, figure) in report.figures.enumerated() {
      line.renew { "drawing figure \(index + 1)/\(report.figures.count)" }
      files += try draw(figure)
      guard !Interruption.isRequested else { throw Self.stopped }
    }
    files.append((Self.markdownName, Array(report.markdown.utf8)))
    if json {
      files.append((Self.jsonName, Array((try JSONText.of(FiguresRecord(report)) + "\n").utf8)))
    }
    try Folder.create(Folder.parent(of: folder))
    try Folder.replace(folder, files: files)
  }

  private func draw(_ figure: PaperFigure) throws -> [(name: String, bytes: [UInt8])] {
    let summary = figure.summary.text(provenance: figure.figure.provenance)
    do {
      return try FigureFiles.drawn(figure.figure, name: figure.number.fileName, by: gnuplot)
        + [(figure.number.summaryName, Array(summary.utf8))]
    } catch let error as PlottingError {
      // Ctrl-C reaches gnuplot too.
      throw Interruption.isRequested ? Self.stopped : error
    }
  }

  private static let markdownName = "figures.md"
  private static let jsonName = "figures.json"
  private static let allNames =
    FigureNumber.allCases.flatMap(\.fileNames) + [markdownName, jsonName]
}

extension FigureNumber {
  /// The table of the numbers that matter.
  var summaryName: String { "\(fileName)-summary.csv" }

  /// All files of the figure.
  var fileNames: [String] {
    FigureFiles.endings.map { "\(fileName).\($0)" } + [summaryName]
  }
}
