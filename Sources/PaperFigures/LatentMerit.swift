import Interphase
import LinearAlgebra
import SampleStatistics
import Surrogate

/// How well a latent space is ordered by properties: R² of linear fits on its principal axes.
public struct LatentMerit: Hashable, Sendable {
  /// On the first two axes, a number a property.
  public let onPlane: [Double]
  /// On all axes.
  public let onAll: [Double]
  /// The share of the variance along the first two axes.
  public let explained: Double

  /// Fits each property.
  public init(of split: EncodedSplit) {
    let coordinates = split.coordinates()
    let properties = Property.allCases.map(split.values(of:))
    let plane = Array(coordinates.prefix(2))
    onPlane = properties.map { Self.determination($0, on: plane) }
    onAll = properties.map { Self.determination($0, on: coordinates) }
    explained = split.axes.explainedVariance.prefix(2).reduce(0) { $0 + Double($1) }
  }

  /// R² of the linear function that lies nearest; 0 where none was found.
  static func determination(_ values: [Double], on predictors: [[Double]]) -> Double {
    guard let fit = LinearFit(of: values, on: predictors) else { return 0 }
    return Statistics.determination(truth: values, prediction: fit.fitted)
  }

  /// The mean over the properties on the first two axes.
  public var meanOnPlane: Double { onPlane.reduce(0, +) / Double(onPlane.count) }
}
