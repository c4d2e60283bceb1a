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
  /// - Parameters:
  ///   - propertyMeans: Of each property, in its unit.
  ///   - propertyDeviations: Of each property, in its unit; one that never varies is left unscaled.
  /// - Precondition: Four of each.
  public init(propertyMeans: [Double], propertyDeviations: [Double]) {
    let width = Property.allCases.count
    precondition(propertyMeans.count == width && propertyDeviations.count == width)
    self.propertyMeans = propertyMeans.map(Float.init)
    self.propertyDeviations = propertyDeviations.map { $0 > 1e-6 ? Float($0) : 1 }
    barrierMiddles = Reaction.withBarrier.map { Float($0.middleBarrier) }
    barrierHalfRanges = Reaction.withBarrier.map {
      Float($0.middleBarrier * Reaction.designSpread)
    }
  }

  /// The same from the properties themselves.
  ///
  /// - Parameter properties: Four numbers a film, film after film.
  package init(properties: [Float]) {
    let width = Property.allCases.count
    let count = Double(max(1, properties.count / width))
    let columns = (0..<width).map { property in
      stride(from: property, to: properties.count, by: width).map { Double(properties[$0]) }
    }
    let means = columns.map { $0.reduce(0, +) / count }
    self.init(
      propertyMeans: means,
      propertyDeviations: zip(columns, means).map { column, mean in
        (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
      })
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
