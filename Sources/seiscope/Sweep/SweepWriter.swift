import Console
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
  init(
    _ output: SweepOutputOptions, inputs: [(flag: String, path: String?)], measures: [RunMeasure]
  ) throws {
    self.measures = measures
    csv = output.csv
    plot = try output.plot.map { (try FigureFiles(base: $0), try Gnuplot()) }
    let plotted = plot?.files.paths.map { (flag: "--plot", path: Optional($0)) } ?? []
    try OutputPaths(inputs: inputs, outputs: [("--csv", csv)] + plotted).check()
  }

  /// Writes what was asked for.
  func write(_ result: SweepResult) throws {
    guard csv != nil || plot != nil else { return }
    let table = SweepTable.csv(of: result)
    let provenance = SweepTable.provenance(of: result.plan)
    if let csv { try WholeFile.write(Array(table.text(provenance: provenance).utf8), to: csv) }
    if let plot { try draw(result, table, provenance, into: plot.files, by: plot.gnuplot) }
  }

  /// Draws the measures that a run has; without finished runs there is no time to passivation.
  private func draw(
    _ result: SweepResult, _ table: CSVTable, _ provenance: Provenance, into files: FigureFiles,
    by gnuplot: Gnuplot
  ) throws {
    let known = measures.filter { measure in
      result.points.contains { $0.spreads[measure] != nil }
    }
    for measure in measures where !known.contains(measure) {
      StandardError.write("seiscope: no run has a \(measure.plainName): it is not drawn\n")
    }
    guard !known.isEmpty else { return }
    try files.write(
      Figure(
        table: table, provenance: provenance, panels: SweepFigure.panels(of: result.plan, known)),
      by: gnuplot)
  }
}
