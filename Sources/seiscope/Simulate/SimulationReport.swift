import DataSets
import Growth
import Interphase
import KineticMonteCarlo

/// What `simulate` prints of its runs, as text or JSON.
enum SimulationReport {
  /// The keys of a run in JSON: what a person may hand back as a file of parameters.
  static let outputKeys = Set(RunRecord.CodingKeys.allCases.map(\.rawValue))

  /// Outcomes and how many runs came to each, those that none came to left out.
  static func outcomes(of results: [SimulationResult]) -> [(outcome: Outcome, runs: Int)] {
    let counts = Dictionary(
      results.map { (Outcome(of: $0.lattice), 1) }, uniquingKeysWith: +)
    return Outcome.allCases.compactMap { outcome in counts[outcome].map { (outcome, $0) } }
  }
}
