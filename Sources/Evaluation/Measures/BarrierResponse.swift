package import Interphase
import SampleStatistics

/// How the mean of a property moves over one barrier's range, simulated and as a source predicts it.
///
/// The films are put into ``binCount`` bins of equally many by their barrier. A prior that collapsed
/// predicts the same everywhere.
package struct BarrierResponse: Sendable {
  /// Bins over a barrier's range.
  package static let binCount = 5

  /// The barrier that varies.
  package let reaction: Reaction
  /// What is averaged.
  package let property: Property
  /// The mean barrier of each bin [eV].
  package let barriers: [Double]
  /// The mean over the simulated films of each bin.
  package let simulated: [Double]
  /// The mean of the predictions in each bin.
  package let predicted: [Double]
  /// The standard error of a bin's simulated mean: all films' deviation over √(films of a bin).
  package let error: Double

  /// Averages films; `nil` for fewer than two a bin, or where the source predicts nothing.
  package init?(
    to reaction: Reaction, of property: Property, _ findings: [FilmFinding],
    source: Source = .model
  ) {
    let rows = findings.compactMap { finding in
      finding.answers[source].prediction.map { prediction in
        (
          barrier: Double(finding.barriers[reaction]),
          truth: finding.truth.properties[property], said: prediction[property]
        )
      }
    }.sorted { $0.barrier < $1.barrier }
    guard rows.count >= 2 * Self.binCount else { return nil }
    let bins = (0..<Self.binCount).map { bin in
      rows[(bin * rows.count / Self.binCount)..<((bin + 1) * rows.count / Self.binCount)]
    }
    self.reaction = reaction
    self.property = property
    barriers = bins.map { Self.mean($0.map(\.barrier)) }
    simulated = bins.map { Self.mean($0.map(\.truth)) }
    predicted = bins.map { Self.mean($0.map(\.said)) }
    let mean = Self.mean(rows.map(\.truth))
    let variance = Self.mean(rows.map { ($0.truth - mean) * ($0.truth - mean) })
    error = (variance * Double(Self.binCount) / Double(rows.count)).squareRoot()
  }

  /// The highest less the lowest simulated mean.
  package var simulatedRange: Double { Self.range(simulated) }
  /// The highest less the lowest predicted mean.
  package var predictedRange: Double { Self.range(predicted) }
  /// Simulated mean of the highest bin less that of the lowest.
  package var simulatedChange: Double { simulated[simulated.count - 1] - simulated[0] }
  /// Predicted mean of the highest bin less that of the lowest.
  package var predictedChange: Double { predicted[predicted.count - 1] - predicted[0] }
  /// The correlation of predicted and simulated means over the bins.
  package var correlation: Double { Statistics.correlation(simulated, predicted) }

  /// The range that five equal means have by chance, once in twenty: 3.86 standard errors (95 % point
  /// of the studentised range of five).
  package var chance: Double { 3.86 * error }
  /// Whether the simulated means differ by more than chance.
  package var isReal: Bool { simulatedRange > chance }

  /// How far predicted means follow simulated ones, over all barriers: Σ Δsimulated · Δpredicted /
  /// Σ Δsimulated², Δ a bin's mean less the mean over bins.
  ///
  /// 1 where predictions move as films do, 0 where they do not move. Chance in the simulated means
  /// lowers it a little.
  /// - Returns: `nil` where nothing moves.
  package static func gain(_ responses: [BarrierResponse]) -> Double? {
    var (together, alone) = (0.0, 0.0)
    for response in responses {
      let (center, other) = (mean(response.simulated), mean(response.predicted))
      for (truth, said) in zip(response.simulated, response.predicted) {
        together += (truth - center) * (said - other)
        alone += (truth - center) * (truth - center)
      }
    }
    return alone > 0 ? together / alone : nil
  }

  static func gain(
    of property: Property, _ findings: [FilmFinding], _ source: Source
  ) -> Double? {
    gain(
      Reaction.withBarrier.compactMap {
        BarrierResponse(to: $0, of: property, findings, source: source)
      })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func range(_ values: [Double]) -> Double {
    (values.max() ?? 0) - (values.min() ?? 0)
  }
}
