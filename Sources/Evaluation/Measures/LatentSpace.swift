import Interphase
import SampleStatistics
package import Surrogate

/// What films do with a latent space.
package enum LatentSpace {
  /// The share of a dimension's variance above which it counts as active.
  package static let activeShare = 0.01

  /// Dimensions whose means differ from film to film: Var(μ) above ``activeShare`` of
  /// Var(μ) + ⟨σ²⟩.
  ///
  /// Where the prior is N(0, I) and used, the sum is 1 and the criterion that of Burda, Grosse and
  /// Salakhutdinov (ICLR 2016); a share, since a learned prior may have any scale.
  package static func activeDimensions(_ findings: [FilmFinding]) -> Int {
    guard let first = findings.first else { return 0 }
    let count = Double(findings.count)
    return first.latentMean.indices.filter { dimension in
      let values = findings.map { Double($0.latentMean[dimension]) }
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      let noise = findings.reduce(0) { $0 + Double($1.latentVariance[dimension]) } / count
      return variance > activeShare * (variance + noise)
    }.count
  }

  /// A principal axis and how it goes with a property.
  package struct AxisCorrelation: Hashable, Sendable {
    /// The axis, from 1.
    package let axis: Int
    /// Spearman's rank correlation, at least 0.
    package let rho: Double
  }

  /// The axis that goes best with each property, in the order of ``Property``.
  ///
  /// - Precondition: There are two films or more.
  package static func bestAxes(
    _ findings: [FilmFinding], _ axes: PrincipalAxes
  ) -> [AxisCorrelation] {
    let coordinates = findings.map { axes.coordinates(of: $0.latentMean) }
    let columns = axes.axes.indices.map { axis in coordinates.map { Double($0[axis]) } }
    return Property.allCases.map { property in
      let values = findings.map { $0.truth.properties[property] }
      let correlations = columns.map { abs(Statistics.rankCorrelation($0, values)) }
      let best = correlations.indices.max { correlations[$0] < correlations[$1] } ?? 0
      return AxisCorrelation(axis: best + 1, rho: correlations[best])
    }
  }
}
