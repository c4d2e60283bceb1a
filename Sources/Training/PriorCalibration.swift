import Evaluation
import Interphase
package import Networks
package import Tensors

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How wide the conditional prior's draws are, so that their intervals cover what they promise.
///
/// The prior follows drawn latent points, whose scatter about the latent mean is the posterior's; the
/// regressor was trained on the means. So properties regressed from draws scatter more than films do.
/// One factor on all deviations of the prior is chosen on films that chose the epoch too; the test
/// split has no part in it.
package struct PriorCalibration {
  /// The share of films that the 5–95 % interval is to cover, over the four properties.
  package static let target = 0.90
  private static let steps = 8

  private let architecture: Architecture
  private let samples: [(barriers: [Float], properties: [Float])]
  private let seed: UInt64

  /// Takes the films that judge the width.
  ///
  /// - Parameters:
  ///   - films: Barriers scaled to [−1, 1] and standardised properties, sample after sample.
  ///   - seed: Of the draws.
  package init(_ architecture: Architecture, films: Batch, seed: UInt64) {
    self.architecture = architecture
    self.seed = seed
    samples = (0..<films.count).map { film in
      (
        Array(films.barriers[(15 * film)..<(15 * film + 15)]),
        Array(films.properties[(4 * film)..<(4 * film + 4)])
      )
    }
  }

  /// The factor that brings the coverage to its target, between a half and two.
  ///
  /// - Throws: ``NetworkError``.
  package func factor(for tensors: [String: Tensor]) throws -> Float {
    var (low, high) = (log(0.5), log(2.0))
    for _ in 0..<Self.steps {
      let middle = (low + high) / 2
      let wider = Self.widened(tensors, architecture, by: Float(exp(middle)))
      if try coverage(of: wider) < Self.target { low = middle } else { high = middle }
    }
    return Float(exp((low + high) / 2))
  }

  /// The share of films, over four properties, that lie within the 5–95 % interval of draws.
  ///
  /// - Throws: ``NetworkError``.
  package func coverage(of tensors: [String: Tensor]) throws -> Double {
    let network = try InferenceNetwork(architecture: architecture, tensors: tensors)
    var covered = 0
    for (index, sample) in samples.enumerated() {
      let points = network.drawPrior(
        barriers: sample.barriers, count: Examiner.draws,
        seed: SplitMix64.mix(seed) &+ UInt64(index))
      let drawn = network.regress(mean: points)
      let interval = PropertyInterval(
        of: (0..<Examiner.draws).map { PropertyVector(drawn, at: $0) })
      let truth = PropertyVector(sample.properties)
      covered += Property.allCases.count {
        (interval.low[$0]...interval.high[$0]).contains(truth[$0])
      }
    }
    return Double(covered) / Double(max(1, 4 * samples.count))
  }

  /// The network with all deviations of its prior multiplied.
  package static func widened(
    _ tensors: [String: Tensor], _ architecture: Architecture, by factor: Float
  ) -> [String: Tensor] {
    let change = 2 * log(factor)
    var result = tensors
    let (latent, leading) = (architecture.latent, Architecture.leading)
    if architecture.hasMixture {
      for component in 0..<architecture.priorComponents {
        let start = component * 2 * leading + leading
        for k in start..<(start + leading) { result["prior.mixture.bias"]?.values[k] += change }
      }
      let trailing = latent - leading
      for k in trailing..<(2 * trailing) { result["prior.rest.dense3.bias"]?.values[k] += change }
    }
    for k in latent..<(2 * latent) { result["prior.dense3.bias"]?.values[k] += change }
    return result
  }
}
