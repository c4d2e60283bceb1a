import Exporting
import PaperFigures

extension FiguresReport {
  /// `figures.md`: the same beside the pictures.
  var markdown: String {
    let intro = [
      "# Figures of the paper", "",
      "After Rajagopal et al., *Adv. Energy Mater.* 2023, doi 10.1002/aenm.202301985, made of this "
        + "program's simulations and model.", "",
      "\((heading + [tally]).map { $0 + "." }.joined(separator: " "))", "",
    ]
    return (intro + figures.flatMap(Self.section) + leftOut + origin).joined(separator: "\n") + "\n"
  }

  private static func section(_ figure: PaperFigure) -> [String] {
    let (number, name) = (figure.number.rawValue, figure.number.fileName)
    return [
      "## Figure \(number): \(figure.title)", "", "![Figure \(number)](\(name).png)", "",
      "\(figure.caption) [SVG](\(name).svg), [table](\(name).csv), "
        + "[summary](\(figure.number.summaryName)), [script](\(name).gp).", "",
    ] + rows(figure.summary) + [""]
      + figure.findings.map {
        "- **\(verdict($0))**: \($0.statement) (paper: \($0.paper))"
      } + [""]
  }

  private static func rows(_ table: CSVTable) -> [String] {
    func line(_ cells: [String]) -> String {
      "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }
    return [line(table.columns), line(table.columns.map { _ in "---" })]
      + table.rows.map { line($0.map(cell)) }
  }

  private var leftOut: [String] {
    guard !skipped.isEmpty else { return [] }
    return ["## Left out", ""]
      + skipped.map { "- Figure \($0.number.rawValue): \($0.reason)" } + [""]
  }

  private var origin: [String] {
    ["## Made from", "", "| key | value |", "| --- | --- |"]
      + provenance.entries.map { "| \($0.key) | \($0.value.replacing("|", with: "\\|")) |" }
  }
}
