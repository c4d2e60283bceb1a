import Cells
import Exporting
import Networks
import PaperFigures
import Surrogate

/// The figures with their numbers and findings, for a person.
struct FiguresReport {
  /// The model's folder.
  let path: String
  let model: FigureModel
  let figures: [PaperFigure]
  let skipped: [(number: FigureNumber, reason: String)]
  let provenance: Provenance
  private let barrierLine: String?

  init(_ outcomes: [FigureOutcome], path: String, model: FigureModel, maker: FigureMaker) {
    self.path = path
    self.model = model
    provenance = maker.provenance
    barrierLine = maker.barrierLine
    figures = outcomes.compactMap { if case .made(let figure) = $0 { figure } else { nil } }
    skipped = outcomes.compactMap {
      if case .skipped(let number, let reason) = $0 { (number, reason) } else { nil }
    }
  }

  /// What is printed to standard output.
  var text: String {
    let parts = figures.map { figure in
      (["Figure \(figure.number.rawValue)  \(figure.title)", figure.caption]
        + Self.lines(of: figure.summary) + figure.findings.map(Self.line))
        .joined(separator: "\n")
    }
    let missing = skipped.map { "figure \($0.number.rawValue) is left out: \($0.reason)" }
    return ([heading.joined(separator: "\n")] + parts + missing + [tally]).joined(separator: "\n\n")
  }

  /// The model and its films, and the barriers that are fixed.
  var heading: [String] {
    let (training, split) = (model.description.training, model.split)
    let films =
      split.origin.isOfModel
      ? split.countedName
      : "the \(split.count) films of the test split of data set \(split.origin.seed)"
    let line =
      "\(path): variant \(model.description.architecture.variant.rawValue), "
      + "\(training.curves.count) epochs on \(training.data.training) films; "
      + films
    return [line] + (barrierLine.map { [$0] } ?? [])
  }

  /// How many statements agree with the paper.
  var tally: String {
    let verdicts = figures.flatMap(\.findings).compactMap(\.agrees)
    guard !verdicts.isEmpty else { return "nothing here can be held against the paper" }
    let agreeing = verdicts.filter { $0 }.count
    return "\(agreeing) of \(verdicts.count) statements agree with the paper"
  }

  /// `agrees`, `differs`, or `noted` where the paper has nothing to hold against.
  static func verdict(_ finding: Finding) -> String {
    finding.agrees.map { $0 ? "agrees" : "differs" } ?? "noted"
  }

  private static func line(_ finding: Finding) -> String {
    "  \(verdict(finding)): \(finding.statement) (paper: \(finding.paper))"
  }

  private static func lines(of table: CSVTable) -> [String] {
    let isText = table.columns.indices.map { column in
      if case .text = table.rows.first?[column] { true } else { false }
    }
    var text = TextTable(isText.map { $0 ? .left : .right })
    text.indent = 2
    text.add(table.columns)
    for row in table.rows { text.add(row.map(cell)) }
    return text.lines
  }

  /// A field with three decimals.
  static func cell(_ field: CSVTable.Field) -> String {
    switch field {
    case .text(let text): text
    case .number(let value): value.isNaN ? "–" : NumberText.fixed(value, 3)
    case .integer(let value): "\(value)"
    case .missing: "–"
    }
  }
}
