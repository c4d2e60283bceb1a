import Exporting
import Growth
import Interphase

/// A sweep in JSON.
struct SweepRecord: Encodable {
  let provenance: [String: String]
  /// Identifiers of the barriers that vary, in the order of the grid; the last varies fastest.
  let varied: [String]
  let points: [Point]

  /// The runs at one point.
  struct Point: Encodable {
    let barriers: [String: Float]
    let runs: Int
    let finished: Int
    /// By the measure's key; what no run has is left out.
    let measures: [String: SpreadRecord]
  }

  init(_ result: SweepResult) {
    let entries = SweepTable.provenance(of: result.plan).entries
    provenance = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
    let ids = result.plan.barriers.map(\.reaction.id)
    varied = ids
    points = result.points.map { point in
      Point(
        barriers: Dictionary(uniqueKeysWithValues: zip(ids, point.barriers)),
        runs: point.runs.count, finished: point.finished, measures: Self.measures(of: point))
    }
  }

  private static func measures(of point: SweepPoint) -> [String: SpreadRecord] {
    Dictionary(
      uniqueKeysWithValues: RunMeasure.allCases.compactMap { measure in
        point.spreads[measure].map { (measure.key, SpreadRecord($0)) }
      })
  }
}
