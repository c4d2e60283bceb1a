import Growth
import SampleStatistics

/// The spread of a measure in JSON.
struct SpreadRecord: Encodable {
  let spread: EnsembleSummary.Spread

  init(_ spread: EnsembleSummary.Spread) { self.spread = spread }

  enum CodingKeys: String, CodingKey { case mean, median, low, high, runs, bimodal }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(spread.band.mean, forKey: .mean)
    try fields.encode(spread.band.median, forKey: .median)
    try fields.encode(spread.band.low, forKey: .low)
    try fields.encode(spread.band.high, forKey: .high)
    try fields.encode(spread.runs, forKey: .runs)
    // Null where the runs are too few to tell.
    try fields.encode(spread.isBimodal, forKey: .bimodal)
  }
}
