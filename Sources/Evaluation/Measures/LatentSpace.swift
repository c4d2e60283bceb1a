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

  /// The fewest films whose correlations with an axis are looked at: among fifty axes one goes well
  /// with anything over fewer.
  package static let fewestFilms = 30

  /// The axis that goes best with each property, in the order of ``Property``; none below
  /// ``fewestFilms``.
  package static func bestAxes(
    _ findings: [FilmFinding], _ axes: PrincipalAxes
  ) -> [AxisCorrelation] {
    guard findings.count >= fewestFilms else { return [] }
    let coordinates = findings.map { axes.coordinates(of: $0.latentMean) }
    let columns = axes.axes.indices.map { axis in coordinates.map { Double($0[axis]) } }
    return Property.allCases.map { property in
      let values = findings.map { $0.truth.properties[property] }
      let correlations = columns.map { abs(Statistics.rankCorrelation($0, values)) }
      let best = correlations.indices.max { correlations[$0] < correlations[$1] } ?? 0
      return AxisCorrelation(axis: best + 1, rho: correlations[best])
    }
  }

  /// How the axes that were found over all films go with the properties over some of them; none below
  /// ``fewestFilms``.
  ///
  /// - Parameter found: One axis a property, in the order of ``Property``.
  package static func correlations(
    _ findings: [FilmFinding], _ axes: PrincipalAxes, along found: [AxisCorrelation]
  ) -> [AxisCorrelation] {
    guard findings.count >= fewestFilms else { return [] }
    let coordinates = findings.map { axes.coordinates(of: $0.latentMean) }
    return zip(Property.allCases, found).map { property, best in
      let values = findings.map { $0.truth.properties[property] }
      let rho = Statistics.rankCorrelation(
        coordinates.map { Double($0[best.axis - 1]) }, values)
      return AxisCorrelation(axis: best.axis, rho: abs(rho))
    }
  }
}
