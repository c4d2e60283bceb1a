import Foundation
import Surrogate
import Testing

struct MetricsTests {
  @Test func `what could not be measured is left out, and read back as unknown`() throws {
    let scores = PropertyScores([0.9, nil, 0.7, 0.6])
    let metrics = Metrics(
      films: 3,
      reconstruction: Reconstruction(
        solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: nil, twoPointError: 0.1),
      regression: scores, decodedAgreement: nil,
      fromBarriers: BarrierScores(
        determination: scores, coverage: scores, priorMeanDetermination: scores))
    let json = try JSONEncoder().encode(metrics)
    #expect(!String(decoding: json, as: UTF8.self).contains("\"organicOverlap\""))
    #expect(try JSONDecoder().decode(Metrics.self, from: json) == metrics)
  }

  @Test func `metrics of earlier bundles are read`() throws {
    let scores = #"{"thickness":0.9,"porosity":0.8,"density":0.7,"volumeFraction":0.6}"#
    let json = """
      {"films":3,"reconstruction":{"solidOverlap":0.6,"inorganicOverlap":0.7,"organicOverlap":1,\
      "twoPointError":0.1},"fromBarriers":{"determination":\(scores),"coverage":\(scores),\
      "leadingDetermination":\(scores)}}
      """
    let metrics = try JSONDecoder().decode(Metrics.self, from: Data(json.utf8))
    #expect(metrics.reconstruction.organicOverlap == 1)
    #expect(metrics.fromBarriers?.priorMeanDetermination?.porosity == 0.8)
  }
}
