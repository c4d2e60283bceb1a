import Exporting
import Files
import Growth
import Plotting

/// The files of a sweep, checked before it runs.
struct SweepWriter {
  private let csv: String?
  private let plot: (files: FigureFiles, gnuplot: Gnuplot)?
  private let measures: [RunMeasure]

  /// - Throws: Where gnuplot is missing or a file could not be written.
  init(_ output: SweepOutputOptions, measures: [RunMeasure]) throws {
    self.measures = measures
    csv = output.csv
    if let csv { try WholeFile.checkWritable(csv) }
    plot = try output.plot.map { base in
      let files = try FigureFiles(base: base)
      let gnuplot = try Gnuplot()
      try files.checkWritable()
      return (files, gnuplot)
    }
  }

  /// Writes what was asked for.
  func write(_ result: SweepResult) throws {
    guard csv != nil || plot != nil else { return }
    let table = SweepTable.csv(of: result)
    let provenance = SweepTable.provenance(of: result.plan)
    if let csv { try WholeFile.write(Array(table.text(provenance: provenance).utf8), to: csv) }
    if let plot {
      try plot.files.write(
        Figure(
          table: table, provenance: provenance,
          panels: SweepFigure.panels(of: result.plan, measures)),
        by: plot.gnuplot)
    }
  }
}
