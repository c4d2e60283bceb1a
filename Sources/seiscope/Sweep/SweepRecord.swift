import Exporting
import Growth
import Interphase
import SampleStatistics

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
    let measures: [String: Measure]
  }

  /// How a measure is spread over the runs.
  struct Measure: Encodable {
    let median: Double
    let mean: Double
    let low: Double
    let high: Double
    /// Runs that have the measure.
    let runs: Int
    /// Left out where there are too few runs to tell.
    let bimodal: Bool?
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

  private static func measures(of point: SweepPoint) -> [String: Measure] {
    var measures: [String: Measure] = [:]
    for measure in RunMeasure.allCases {
      guard let spread = point.spreads[measure] else { continue }
      let band = spread.band
      measures[measure.key] = Measure(
        median: band.median, mean: band.mean, low: band.low, high: band.high, runs: spread.runs,
        bimodal: spread.isBimodal)
    }
    return measures
  }
}
