import Cells
import DataSets
import Evaluation
import Interphase
import Networks
import Surrogate

/// An evaluation for a person: at most 100 columns.
struct EvaluationReport {
  let result: EvaluationResult

  init(_ result: EvaluationResult) { self.result = result }

  /// What is printed to standard output.
  var text: String {
    [heading, table, verdict, classTable, responseTable, replicaText].compactMap { $0 }
      .joined(separator: "\n\n")
  }

  private var heading: String {
    let films = result.evaluation.findings.count
    var lines = [
      "model \(result.modelPath)",
      "variant \(result.model.architecture.variant.rawValue), weights \(result.model.weightsHash)",
      "\(films) films of the \(result.plan.split.rawValue) split of \(result.dataSet.path)",
    ]
    if result.trainingFilms > 0 {
      lines.append(
        "trivial, nearest, near 20: all electrolyte and means, the nearest and the "
          + "\(NearestFilms.count) nearest by barriers\nof its \(result.trainingFilms) training films"
      )
    }
    if let plan = result.replicaPlan, let study = result.evaluation.replicas {
      lines.append(
        "ceiling: runs of the same barriers beside each other, \(study.vectors.count) films and "
          + "\(plan.seeds) further \(plan.seeds == 1 ? "seed" : "seeds") each")
    }
    return lines.joined(separator: "\n")
  }

  /// All measures over the whole split.
  private var table: String {
    var table = TextTable([.left] + [TextTable.Alignment](repeating: .right, count: 8))
    table.add("", "model", "trivial", "nearest", "near 20", "ceiling", "at least", "aim", "met")
    let rows = rows
    for row in rows {
      let targets = row.measure.targets
      table.add(
        ["  \(Self.label(row))"] + Source.allCases.map { Self.number(row.values[$0], row.measure) }
          + [
            Self.number(row.ceiling, row.measure), targets.map { Self.text($0.least) } ?? "",
            targets.map { Self.text($0.aim) } ?? "", Self.met(row),
          ])
    }
    var lines = [table.lines[0]]
    var section: Measure.Section?
    for (row, line) in zip(rows, table.lines.dropFirst()) {
      if row.measure.section != section { lines.append(row.measure.section.rawValue) }
      section = row.measure.section
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// The rows of the whole split that anyone has a value for.
  private var rows: [ModelEvaluation.Row] {
    result.evaluation.rows(of: .all).filter { row in
      !row.values.isEmpty || row.ceiling != nil || row.measure.targets != nil
    }
  }

  /// How many targets are met, and where a baseline is as good.
  private var verdict: String {
    let rows = rows
    let asked = rows.filter { $0.measure.targets != nil }
    func count(_ isMet: (ModelEvaluation.Row) -> Bool?) -> Int {
      asked.count { isMet($0) == true }
    }
    let evaluation = result.evaluation
    var lines = [
      evaluation.isJudged
        ? "over \(evaluation.findings.count) films, of \(asked.count) measures with a target "
          + "\(count { $0.isReached.least }) reach what they must, "
          + "\(count { $0.isReached.aim }) the aim"
        : "targets are for test splits: none is judged over \(evaluation.findings.count) films of the "
          + "\(result.plan.split.rawValue) split"
    ]
    let unbeaten = rows.flatMap { row in
      row.unbeaten.map { "\(Self.fullName(row.measure)) (\(Self.name(of: $0)))" }
    }
    if !unbeaten.isEmpty {
      lines += ["a baseline is as good or better:"] + unbeaten.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  /// A measure's name with its section, where that says what it is of.
  static func fullName(_ measure: Measure) -> String {
    switch measure.section {
    case .barriers: "\(measure.name), from barriers"
    case .reading: "\(measure.name), from the latent mean"
    default: measure.name
    }
  }

  private static func name(of source: Source) -> String {
    source == .neighbours ? "near 20" : source.rawValue
  }

  private static func label(_ row: ModelEvaluation.Row) -> String {
    let unit = row.measure.unit.isEmpty ? "" : " [\(row.measure.unit)]"
    return row.measure.name + unit + (row.axis.map { " (PC\($0))" } ?? "")
  }

  /// Three decimals; a dash for what is not known.
  static func number(_ value: Double?, _ measure: Measure) -> String {
    guard let value else { return "–" }
    return NumberText.fixed(value, measure == .activeDimensions ? 0 : 3)
  }

  private static func text(_ target: Target) -> String {
    switch target {
    case .least(let bound): "≥ \(shortest(bound))"
    case .most(let bound): "≤ \(shortest(bound))"
    case .within(let range): "\(shortest(range.lowerBound))–\(shortest(range.upperBound))"
    case .shareOfCeiling(let share): "\(NumberText.fixed(100 * share, 0)) % ceil"
    }
  }

  private static func shortest(_ value: Double) -> String {
    let text = NumberText.fixed(value, 3)
    return text.last == "0" ? String(text.dropLast()) : text
  }

  private static func met(_ row: ModelEvaluation.Row) -> String {
    guard row.measure.targets != nil else { return "" }
    guard let least = row.isReached.least else { return "–" }
    return row.isReached.aim == true ? "aim" : least ? "yes" : "NO"
  }
}
