import Explorer
import Interphase
import SampleStatistics
import Surrogate

/// The films of a latent map as columns of numbers.
struct MappedNumbers {
  /// The four properties, measured on the simulated films.
  let properties: [[Double]]
  /// The coordinates on all principal axes.
  let coordinates: [[Double]]

  init(_ map: LatentMap, _ axes: PrincipalAxes) {
    let films = 0..<map.count
    let values = films.map { map.properties(at: $0) }
    let places = films.map { axes.coordinates(of: map.mean(at: $0)) }
    properties = Property.allCases.map { property in values.map { Double($0[property.rawValue]) } }
    coordinates = axes.axes.indices.map { axis in places.map { Double($0[axis]) } }
  }

  /// Spearman's ρ of each property with each column; NaN where either never varies.
  func correlations(with columns: [[Double]], named names: [String]) -> ReportData.Correlations {
    ReportData.Correlations(
      rows: Property.allCases.map(\.name), columns: names,
      values: properties.map { row in columns.map { Self.correlation(row, $0) ?? .nan } })
  }

  /// The axis, from 1, whose coordinate goes best with a property, and its |ρ|; `nil` for a property
  /// that never varies.
  func bestAxis(for property: Property) -> (axis: Int, correlation: Double)? {
    let found = coordinates.indices.compactMap { axis in
      Self.correlation(properties[property.rawValue], coordinates[axis]).map {
        (axis: axis + 1, correlation: abs($0))
      }
    }
    return found.max { $0.correlation < $1.correlation }
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    guard varies(a), varies(b) else { return nil }
    return Statistics.rankCorrelation(a, b)
  }

  private static func varies(_ values: [Double]) -> Bool {
    values.contains { $0 != values[0] }
  }
}
