import Interphase
import KineticMonteCarlo
import SampleStatistics

/// What `simulate` prints of its runs, as text or JSON.
enum SimulationReport {
  /// Median and 5–95 % band of each observable.
  static func summary(of results: [SimulationResult]) -> SummaryRecord {
    var observables: [String: Band] = [:]
    for row in ObservableRow.all {
      observables[row.key] = Band(of: results.map { row.value($0.observables) })
    }
    return SummaryRecord(
      observables: observables, finished: results.filter(\.finished).count, runs: results.count)
  }
}

/// A line of the table of observables.
struct ObservableRow {
  let key: String
  let label: String
  let unit: String
  let value: @Sendable (Observables) -> Double

  static let all: [ObservableRow] = [
    ObservableRow(key: "thickness", label: "thickness", unit: "nm") { $0.thickness },
    ObservableRow(key: "porosity", label: "porosity", unit: "") { $0.porosity },
    ObservableRow(key: "density", label: "density", unit: "g/cm³") { $0.density },
    ObservableRow(key: "volumeFraction", label: "volume fraction", unit: "") { $0.volumeFraction },
    ObservableRow(key: "inorganic", label: "inorganic", unit: "nm") { $0.inorganic },
    ObservableRow(key: "organic", label: "organic", unit: "nm") { $0.organic },
    ObservableRow(key: "roughness", label: "roughness", unit: "nm") { $0.roughness },
  ]
}

/// What several runs have in common.
struct SummaryRecord: Encodable {
  /// By the observable's key.
  let observables: [String: Band]
  /// How many of the runs ended because nothing was possible.
  let finished: Int
  let runs: Int
}
