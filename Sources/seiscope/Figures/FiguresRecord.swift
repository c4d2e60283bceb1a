import Exporting
import PaperFigures

/// The figures in JSON.
struct FiguresRecord: Encodable {
  let provenance: [String: String]
  let model: String
  let figures: [FigureRecord]
  let skipped: [SkippedRecord]

  init(_ report: FiguresReport) {
    provenance = Dictionary(
      uniqueKeysWithValues: report.provenance.entries.map { ($0.key, $0.value) })
    model = report.path
    figures = report.figures.map(FigureRecord.init)
    skipped = report.skipped.map {
      SkippedRecord(number: $0.number.rawValue, reason: $0.reason)
    }
  }

  /// A figure that could not be made.
  struct SkippedRecord: Encodable {
    let number: String
    let reason: String
  }

  /// One figure.
  struct FigureRecord: Encodable {
    let number: String
    let title: String
    let caption: String
    let files: [String]
    let summary: Summary
    let findings: [FindingRecord]

    init(_ figure: PaperFigure) {
      number = figure.number.rawValue
      title = figure.title
      caption = figure.caption
      files = figure.number.fileNames
      summary = Summary(
        columns: figure.summary.columns,
        rows: figure.summary.rows.map { $0.map(FieldRecord.init) })
      findings = figure.findings.map(FindingRecord.init)
    }
  }

  /// The numbers that matter, as in the summary's CSV.
  struct Summary: Encodable {
    let columns: [String]
    let rows: [[FieldRecord]]
  }

  /// A statement and the paper's.
  struct FindingRecord: Encodable {
    let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    enum CodingKeys: String, CodingKey { case statement, paper, agrees }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(finding.statement, forKey: .statement)
      try fields.encode(finding.paper, forKey: .paper)
      // Null where the paper has nothing to hold against.
      try fields.encode(finding.agrees, forKey: .agrees)
    }
  }

  /// A field of a table: a text, a number, or null.
  struct FieldRecord: Encodable {
    let field: CSVTable.Field

    init(_ field: CSVTable.Field) { self.field = field }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch field {
      case .text(let text): try value.encode(text)
      case .number(let number) where number.isFinite: try value.encode(number)
      case .integer(let number): try value.encode(number)
      default: try value.encodeNil()
      }
    }
  }
}
