import Interphase
import LinearAlgebra
import SampleStatistics
package import Surrogate

extension PrincipalAxes {
  /// The principal axes of latent means, turned and labelled by the properties of their films.
  ///
  /// - Parameters:
  ///   - means: Latent means, one a film.
  ///   - properties: Four properties a film.
  /// - Throws: ``TrainingError/noAxes`` for fewer than two films or means without any variance.
  package init(of means: [[Float]], properties: [[Float]]) throws(TrainingError) {
    guard let components = PrincipalComponents(means),
      case let total = components.variances.reduce(0, +), total > 0
    else { throw .noAxes }
    let columns = Property.allCases.map { property in
      properties.map { Double($0[property.rawValue]) }
    }
    var axes: [[Float]] = []
    var labels: [AxisLabel] = []
    var ends: [ClosedRange<Double>] = []
    for axis in components.axes {
      let coordinates = means.map { Self.coordinate($0, components.mean, axis) }
      let (label, sign) = Self.label(coordinates, columns)
      axes.append(axis.map { Float(sign * $0) })
      labels.append(label)
      let turned = coordinates.map { sign * $0 }
      ends.append((turned.min() ?? 0)...(turned.max() ?? 0))
    }
    self.init(
      mean: components.mean.map { Float($0) }, axes: axes,
      explainedVariance: components.variances.map { Float($0 / total) },
      minimum: ends.map { Float($0.lowerBound) }, maximum: ends.map { Float($0.upperBound) },
      standardDeviation: components.variances.map { Float($0.squareRoot()) }, labels: labels)
  }

  /// The best-correlated property, and the sign with which it rises along the axis.
  private static func label(
    _ coordinates: [Double], _ columns: [[Double]]
  ) -> (AxisLabel, sign: Double) {
    let correlations = columns.map { Statistics.rankCorrelation(coordinates, $0) }
    var best = 0
    for property in correlations.indices where abs(correlations[property]) > abs(correlations[best])
    {
      best = property
    }
    let label = AxisLabel(
      property: Property(rawValue: best)!, rho: Float(abs(correlations[best])))
    return (label, correlations[best] < 0 ? -1 : 1)
  }

  private static func coordinate(_ point: [Float], _ mean: [Double], _ axis: [Double]) -> Double {
    var sum = 0.0
    for index in axis.indices { sum += (Double(point[index]) - mean[index]) * axis[index] }
    return sum
  }
}
