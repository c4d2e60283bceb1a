/// A term of the loss, for tables and charts.
public struct LossTerm: Sendable {
  /// What it is.
  public let name: String
  /// Its unit, empty for a pure number.
  public let unit: String
  /// Reads it.
  public let value: @Sendable (Losses) -> Double

  /// Name and unit, at the head of a column.
  public var heading: String { unit.isEmpty ? name : "\(name) [\(unit)]" }

  /// All terms with their weights.
  public static let total = LossTerm(name: "total", unit: "nat") { $0.total }
  /// Squared error of the properties.
  public static let property = LossTerm(name: "property", unit: "") { $0.property }

  /// The total, then each term before its weight.
  public static let all = [
    total,
    LossTerm(name: "reconstruction", unit: "nat") { $0.reconstruction },
    LossTerm(name: "KL divergence", unit: "nat") { $0.klDivergence },
    property,
    LossTerm(name: "ordering", unit: "") { $0.ordering },
    LossTerm(name: "profile", unit: "") { $0.profile },
    LossTerm(name: "prior fit", unit: "nat") { $0.priorFit },
  ]

  private init(name: String, unit: String, value: @escaping @Sendable (Losses) -> Double) {
    self.name = name
    self.unit = unit
    self.value = value
  }
}
