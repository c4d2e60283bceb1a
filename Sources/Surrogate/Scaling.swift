import Interphase

/// How physical numbers become the network's, and back.
public struct Scaling: Codable, Hashable, Sendable {
  /// Mean of each property over the training split, in its unit.
  public var propertyMeans: [Float]
  /// Standard deviation of each property over the training split, in its unit; positive.
  public var propertyDeviations: [Float]
  /// Middle of each barrier's range [eV].
  public var barrierMiddles: [Float]
  /// Half the width of each barrier's range [eV]; positive.
  public var barrierHalfRanges: [Float]

  /// The design's ranges for barriers, and the training split's moments for properties.
  ///
  /// - Parameter properties: Four numbers a film, film after film; a property that never varies is
  ///   left unscaled.
  public init(properties: [Float]) {
    let width = Property.allCases.count
    let count = Double(max(1, properties.count / width))
    var means = [Float](repeating: 0, count: width)
    var deviations = [Float](repeating: 1, count: width)
    for property in 0..<width {
      let column = stride(from: property, to: properties.count, by: width).map {
        Double(properties[$0])
      }
      let mean = column.reduce(0, +) / count
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      means[property] = Float(mean)
      if variance > 1e-12 { deviations[property] = Float(variance.squareRoot()) }
    }
    propertyMeans = means
    propertyDeviations = deviations
    barrierMiddles = Reaction.withBarrier.map { Float($0.middleBarrier) }
    barrierHalfRanges = Reaction.withBarrier.map {
      Float($0.middleBarrier * Reaction.designSpread)
    }
  }

  /// Barriers [eV] as the network reads them: −1 to 1 over the design's range.
  public func scaled(barriers: [Float]) -> [Float] {
    barriers.indices.map { (barriers[$0] - barrierMiddles[$0]) / barrierHalfRanges[$0] }
  }

  /// Properties in their units, standardised.
  public func standardised(properties: [Float]) -> [Float] {
    properties.indices.map { (properties[$0] - propertyMeans[$0]) / propertyDeviations[$0] }
  }

  /// Standardised properties in their units.
  public func physical(properties: [Float]) -> [Float] {
    properties.indices.map { properties[$0] * propertyDeviations[$0] + propertyMeans[$0] }
  }

  func validate() throws(BundleError) {
    try expect("scaling.propertyMeans", propertyMeans, count: Property.allCases.count)
    try expect(
      "scaling.propertyDeviations", propertyDeviations, count: Property.allCases.count,
      positive: true)
    try expect("scaling.barrierMiddles", barrierMiddles, count: Barriers.count)
    try expect(
      "scaling.barrierHalfRanges", barrierHalfRanges, count: Barriers.count, positive: true)
  }
}

/// Checks an array of `model.json`.
func expect(
  _ name: String, _ values: [Float], count: Int, positive: Bool = false
) throws(BundleError) {
  guard values.count == count else {
    throw .field(name, "expected \(count) numbers, found \(values.count)")
  }
  // A number beyond Float's range would have been refused by the decoder.
  if positive, let bad = values.first(where: { $0 <= 0 }) {
    throw .field(name, "expected positive numbers, found \(bad)")
  }
}
