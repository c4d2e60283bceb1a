import Console
import Exporting
import Growth
import Interphase
import KineticMonteCarlo
import SampleStatistics

/// A sweep as a table for other programs: a row a point, all measures.
enum SweepTable {
  /// Figures of a measure, each a column.
  enum Figure: String, CaseIterable {
    case median
    case low = "5 %"
    case high = "95 %"
    case mean
  }

  /// The columns: barriers, counts of runs, then for each measure its figures and whether its values
  /// fall into two heaps (1, 0, or empty where there are too few runs to tell).
  static func csv(of result: SweepResult) -> CSVTable {
    let barriers = result.plan.barriers.map(column)
    let figures = RunMeasure.allCases.flatMap { measure in
      Figure.allCases.map { column(measure, $0) } + ["\(measure.plainName) bimodal"]
    }
    var table = CSVTable(columns: barriers + ["runs", "finished"] + figures)
    for point in result.points {
      table.append(
        point.barriers.map { .number(shortest($0)) }
          + [.integer(point.runs.count), .integer(point.finished)]
          + RunMeasure.allCases.flatMap { fields(of: $0, at: point) })
    }
    return table
  }

  /// The name of a barrier's column.
  static func column(_ barrier: SweptBarrier) -> String { "\(barrier.reaction.id) [eV]" }

  /// The name of a measure's column.
  static func column(_ measure: RunMeasure, _ figure: Figure) -> String {
    measure.heading("\(measure.plainName) \(figure.rawValue)")
  }

  /// What the table was made from; the barriers that vary are columns.
  static func provenance(of plan: SweepPlan) -> Provenance {
    Provenance(
      program: Version.program, rulesVersion: rulesVersion, parameters: plan.parameters,
      seed: plan.firstSeed, replicas: plan.replicas, eventLimit: plan.eventLimit
    ).leavingOut(barriersOf: plan.barriers.map(\.reaction))
  }

  private static func fields(of measure: RunMeasure, at point: SweepPoint) -> [CSVTable.Field] {
    guard let spread = point.spreads[measure] else {
      return Array(repeating: .missing, count: Figure.allCases.count + 1)
    }
    let band = spread.band
    let heaps: CSVTable.Field = spread.isBimodal.map { .integer($0 ? 1 : 0) } ?? .missing
    return [band.median, band.low, band.high, band.mean].map { .number($0) } + [heaps]
  }

  /// The number that is printed as the barrier's Float is: 0.42 and not 0.41999998688697815.
  static func shortest(_ barrier: Float) -> Double { Double("\(barrier)") ?? Double(barrier) }
}
