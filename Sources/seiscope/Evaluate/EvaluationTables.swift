import Console
import DataSets
import Evaluation
import Exporting
import Files
import Interphase
import Surrogate

/// An evaluation as tables for other programs.
struct EvaluationTables {
  private let result: EvaluationResult

  init(_ result: EvaluationResult) { self.result = result }

  /// Their names; replicas are there where some were run.
  static let allNames = ["measures.csv", "barriers.csv", "films.csv", "replicas.csv"]

  /// Makes sure, before the work, that the folder can be written.
  static func checkWritable(_ path: String) throws {
    try Folder.checkReplaceable(path, names: allNames, what: "an evaluation")
    try Folder.checkWritable(path)
  }

  /// Writes the folder whole, in place of an earlier one.
  func write(to path: String) throws {
    let tables = [measures, barriers, films] + (replicas.map { [$0] } ?? [])
    let provenance = provenance
    try Folder.create(Folder.parent(of: path))
    try Folder.replace(
      path,
      files: zip(Self.allNames, tables).map { name, table in
        (name, Array(table.text(provenance: provenance).utf8))
      })
  }

  private var provenance: Provenance {
    var provenance = result.dataSet.provenance
    provenance.add("model", result.model.weightsHash)
    provenance.add("split", result.plan.split.rawValue)
    provenance.add("films", "\(result.evaluation.findings.count)")
    provenance.add("trainingFilms", "\(result.trainingFilms)")
    provenance.add("drawSeed", "\(result.plan.seed)")
    provenance.add("replicaVectors", result.evaluation.replicas.map { "\($0.vectors.count)" })
    provenance.add("replicaSeeds", result.replicaPlan.map { "\($0.seeds)" })
    return provenance
  }

  /// A row a measure and group of films.
  private var measures: CSVTable {
    var table = CSVTable(
      columns: ["measure", "unit", "class", "films"] + Source.allCases.map(\.rawValue) + [
        "ceiling", "axis", "at least reached", "aim reached",
      ])
    for row in result.groups.flatMap(result.evaluation.rows) {
      let values = Source.allCases.map { Self.field(row.values[$0]) }
      table.append(
        [.text(row.measure.id), .text(row.measure.unit), .text(row.group.id), .integer(row.films)]
          + values + [
            Self.field(row.ceiling), row.axis.map { .integer($0) } ?? .missing,
            Self.field(row.isReached.least), Self.field(row.isReached.aim),
          ])
    }
    return table
  }

  /// A row a barrier, property and bin.
  private var barriers: CSVTable {
    var table = CSVTable(columns: [
      "barrier", "property", "unit", "bin", "barrier mean [eV]", "simulated mean",
      "simulated standard error", "predicted mean",
    ])
    for response in Property.allCases.flatMap(result.evaluation.responses) {
      for bin in response.barriers.indices {
        table.append([
          .text(response.reaction.id), .text(response.property.name),
          .text(response.property.unit), .integer(bin + 1), .number(response.barriers[bin]),
          .number(response.simulated[bin]), .number(response.error),
          .number(response.predicted[bin]),
        ])
      }
    }
    return table
  }

  static func field(_ value: Double?) -> CSVTable.Field { value.map { .number($0) } ?? .missing }

  static func field(_ value: Bool?) -> CSVTable.Field {
    value.map { .integer($0 ? 1 : 0) } ?? .missing
  }
}

extension EvaluationTables {
  /// A row a film: what it is and what the model says, to draw predicted against actual.
  private var films: CSVTable {
    let columns = Property.allCases.flatMap { property in
      ["simulated", "regressed", "decoded", "predicted", "predicted 5 %", "predicted 95 %"].map {
        "\(property.name) \($0)" + (property.unit.isEmpty ? "" : " [\(property.unit)]")
      }
    }
    var table = CSVTable(columns: ["index", "class", "finished"] + columns)
    for finding in result.evaluation.findings {
      let said = finding.answers[.model]
      table.append(
        [
          .integer(finding.index), .text(finding.outcome.id),
          .integer(finding.finished ? 1 : 0),
        ]
          + Property.allCases.flatMap { property in
            [
              finding.truth.properties[property], said.reading?[property],
              said.film?.facts.properties[property], said.prediction?[property],
              said.interval?.low[property], said.interval?.high[property],
            ].map(Self.field)
          })
    }
    return table
  }

  /// A row a bin of predicted chances that two runs end far apart, for each source that predicts.
  private var replicas: CSVTable? {
    guard let study = result.evaluation.replicas else { return nil }
    var table = CSVTable(columns: [
      "source", "chance from", "chance to", "vectors", "predicted", "observed", "standard error",
    ])
    for source in Source.allCases {
      for bin in study.reliability(of: source) {
        table.append([
          .text(source.rawValue), .number(bin.range.lowerBound), .number(bin.range.upperBound),
          .integer(bin.vectors), .number(bin.predicted), .number(bin.observed),
          .number(bin.error),
        ])
      }
    }
    return table
  }
}
