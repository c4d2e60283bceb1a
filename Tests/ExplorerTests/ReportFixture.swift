import Cells
import Interphase

@testable import Explorer

extension Fixture {
  /// A state that shows the report.
  static func reportState(
    _ width: Int, _ height: Int, colors: ColorDepth = .monochrome, unicode: Bool = true,
    page: ReportSettings.Page = .curves, delivered: Bool = true
  ) -> ExplorerState {
    var state = Fixture.state(width, height, colors: colors, unicode: unicode)
    let effects = type(&state, "5")
    state.session.report.page = page
    for case .work(let order) in effects where delivered && order.kind == .report {
      _ = state.update(
        .delivered(
          WorkDelivery(
            kind: .report, generation: order.generation, outcome: .report(Fixture.report))))
    }
    return state
  }

  /// A report made of formulas and one seed.
  static let report: ReportData = {
    let properties = Property.allCases.map(\.name)
    return ReportData(
      curves: curves, parity: Property.allCases.map(parity),
      propertyCorrelations: ReportData.Correlations(
        rows: properties, columns: properties,
        values: [
          [1, -0.12, -0.83, 0.98], [-0.12, 1, -0.31, -0.2], [-0.83, -0.31, 1, -0.76],
          [0.98, -0.2, -0.76, 1],
        ]),
      axisCorrelations: ReportData.Correlations(
        rows: properties, columns: (1...8).map { "PC\($0)" },
        values: (0..<4).map { row in (0..<8).map { axisCorrelation(row, $0) } }),
      models: [
        model(
          "carbonate", "seiscope", shares: [0.67, 0.12, 0.03], values: [0.69, 0.053, 0.998, 0.99]),
        model("vae", "vae", shares: [0.31, 0.14, 0.09], values: [0.71, 0.049, nil, 0.64]),
        model("prvae", "prvae", shares: [0.58, 0.2, 0.08], values: [0.68, 0.06, 0.991, 0.97]),
      ])
  }()

  private static func axisCorrelation(_ row: Int, _ axis: Int) -> Double {
    guard axis < 7 else { return .nan }
    let nearest = row == axis ? 0.97 : -0.4
    return nearest / Double(1 + abs(row - axis))
  }

  private static let curves: [ReportData.Curve] = {
    let epochs = (1...24).map(Double.init)
    func curve(_ name: String, _ start: Double, _ end: Double, rise: Double) -> ReportData.Curve {
      ReportData.Curve(
        name: name, epochs: epochs,
        training: epochs.map { end + (start - end) / ($0 * $0) },
        validation: epochs.map { 1.1 * end + (start - end) / ($0 * $0) + rise * $0 })
    }
    return [
      curve("total", 2239, 610, rise: 1.5), curve("reconstruction", 1976, 520, rise: 1.3),
      curve("KL divergence", 121, 96, rise: 0), curve("property", 0.9, 0.0085, rise: 0.0001),
    ]
  }()

  private static func parity(_ property: Property) -> ReportData.Parity {
    var random = RandomSource(seed: UInt64(property.rawValue + 1))
    let scale = [30.0, 0.6, 2, 0.5][property.rawValue]
    let actual = (0..<300).map { _ in scale * random.unit() * random.unit() }
    let regressed = actual.map { $0 + 0.1 * scale * (random.unit() - 0.5) }
    return ReportData.Parity(
      property: property, actual: actual, regressed: regressed,
      determination: [0.998, 0.993, 0.995, .nan][property.rawValue])
  }

  private static func model(
    _ name: String, _ variant: String, shares: [Double], values: [Double?]
  ) -> ReportData.Model {
    let tail = (1 - shares.reduce(0, +)) / 17
    let names = [
      ("overlap of solid sites", true), ("two-point error", false), ("R² of thickness", true),
      ("greatest |ρ| of an axis with thickness", true),
    ]
    return ReportData.Model(
      name: name, variant: variant,
      explainedVariance: shares + [Double](repeating: tail, count: 17),
      axisLabels: ["thickness 0.99", "density 0.71", "porosity 0.64"]
        + [Double](repeating: 0.1, count: 17).map { "density \($0)" },
      figures: zip(names, values).map {
        ReportData.Figure(name: $0.0, value: $1, risesWithMerit: $0.1)
      } + [ReportData.Figure(name: "active dimensions", value: 50, risesWithMerit: nil)])
  }
}
