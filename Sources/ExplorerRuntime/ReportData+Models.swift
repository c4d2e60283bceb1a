import Cells
import Explorer
import Interphase
import Networks
import Surrogate

extension ReportData.Model {
  /// A bundle's column.
  init(_ name: String, _ description: ModelDescription, _ films: MappedNumbers) {
    let axes = description.principalAxes
    self.init(
      name: name, variant: description.architecture.variant.rawValue,
      explainedVariance: axes.explainedVariance.map(Double.init),
      axisLabels: axes.labels.map {
        "\($0.property.name) \(NumberText.fixed(Double($0.rho), 2))"
      },
      figures: Self.reconstruction(description.metrics) + Self.reading(description.metrics)
        + Self.order(axes, films))
  }

  /// How well decoded films lie on simulated ones.
  private static func reconstruction(_ metrics: Metrics) -> [ReportData.Figure] {
    let found = metrics.reconstruction
    return [
      .init(name: "overlap, solid", value: found.solidOverlap, risesWithMerit: true),
      .init(name: "overlap, inorganic", value: found.inorganicOverlap, risesWithMerit: true),
      .init(name: "overlap, organic", value: found.organicOverlap, risesWithMerit: true),
      .init(name: "S₂ error / S₂(0)", value: found.twoPointError, risesWithMerit: false),
    ]
  }

  /// How well properties are read off latent means, and off barriers alone.
  private static func reading(_ metrics: Metrics) -> [ReportData.Figure] {
    func figures(_ name: String, _ scores: PropertyScores?) -> [ReportData.Figure] {
      Property.allCases.map {
        .init(name: "\(name) \($0.name)", value: scores?[$0], risesWithMerit: true)
      }
    }
    return figures("R²", metrics.regression)
      + figures("R² from barriers,", metrics.fromBarriers?.determination)
      + [
        .init(
          name: "regressed – decoded thickness [nm]",
          value: metrics.decodedAgreement?.thicknessError, risesWithMerit: false),
        .init(
          name: "regressed – decoded porosity", value: metrics.decodedAgreement?.porosityError,
          risesWithMerit: false),
      ]
  }

  /// How well the principal axes are ordered by properties.
  private static func order(
    _ axes: PrincipalAxes, _ films: MappedNumbers
  ) -> [ReportData.Figure] {
    let best: [ReportData.Figure] = [Property.thickness, .porosity].flatMap { property in
      let found = films.bestAxis(for: property)
      return [
        ReportData.Figure(
          name: "|ρ| \(property.name), best axis", value: found?.correlation,
          risesWithMerit: true),
        ReportData.Figure(
          name: "axis of \(property.name)", value: found.map { Double($0.axis) },
          risesWithMerit: nil),
      ]
    }
    let leading = axes.explainedVariance.prefix(3).reduce(0) { $0 + Double($1) }
    return best + [.init(name: "variance on PC1–PC3", value: leading, risesWithMerit: nil)]
  }
}
