import Foundation
import Interphase
import Surrogate

/// What commands that use a model print.
enum ModelReport {
  /// The four properties, regressed beside measured; a dash where the model has no regressor.
  static func table(regressed: [Float], measured: Observables) -> String {
    let header = column("", 18) + leading("regressed", 12) + leading("measured", 12)
    let rows = Property.allCases.map { property in
      let predicted = regressed.isEmpty ? "–" : decimal(Double(regressed[property.rawValue]))
      return column(property.name, 18) + leading(predicted, 12)
        + leading(decimal(property.value(in: measured)), 12) + "  " + property.unit
    }
    return ([header] + rows).joined(separator: "\n")
  }

  /// The first eight coordinates with their ranges over the test split.
  static func axes(_ axes: PrincipalAxes, _ coordinates: [Float]) -> String {
    let header =
      column("axis", 8) + leading("value", 10) + leading("lowest", 10) + leading("highest", 10)
      + "  goes with"
    let rows = coordinates.indices.prefix(8).map { axis in
      column("PC\(axis + 1)", 8) + leading(decimal(Double(coordinates[axis])), 10)
        + leading(decimal(Double(axes.minimum[axis])), 10)
        + leading(decimal(Double(axes.maximum[axis])), 10)
        + "  \(axes.labels[axis].property.name) (ρ \(decimal(Double(axes.labels[axis].rho), 2)))"
    }
    return ([header] + rows).joined(separator: "\n")
  }

  /// Whether a point and barriers are on ground that the model knows.
  static func novelty(_ novelty: Novelty) -> String {
    let place =
      "novelty: \(decimal(Double(novelty.distance), 2)) of the films' own spacing on the latent map "
      + "(99 of 100: up to \(decimal(Double(novelty.distanceLimit), 2)))"
    var reasons: [String] = []
    if novelty.distance > novelty.distanceLimit { reasons.append("no film near the point") }
    if !novelty.axesOutside.isEmpty {
      let names = novelty.axesOutside.map { "PC\($0)" }.joined(separator: ", ")
      reasons.append("beyond all films on \(names)")
    }
    if novelty.remainder > novelty.remainderLimit {
      reasons.append("further off the leading axes than films and their noise")
    }
    if !novelty.barriersOutside.isEmpty {
      let names = novelty.barriersOutside.map(\.id).joined(separator: ", ")
      reasons.append("outside the films' range: \(names)")
    }
    return place + (reasons.isEmpty ? "" : "\n         FAR: " + reasons.joined(separator: "; "))
  }

  /// What a model reaches, for a person.
  static func metrics(_ metrics: Metrics) -> String {
    let overlap = metrics.reconstruction
    var lines = [
      "\(metrics.films) films of the test split",
      row("overlap, solid", overlap.solidOverlap),
      row("overlap, inorganic", overlap.inorganicOverlap),
      row("overlap, organic", overlap.organicOverlap),
      row("S₂ error / S₂(0)", overlap.twoPointError),
    ]
    if let scores = metrics.regression { lines.append(row("R² from the latent mean", scores)) }
    if let scores = metrics.fromBarriers {
      lines.append(row("R² from barriers", scores.determination))
      if let scores = scores.priorMeanDetermination {
        lines.append(row("– at the prior's mean", scores))
      }
      lines.append(row("90 % interval covers", scores.coverage))
    }
    if let agreement = metrics.decodedAgreement {
      lines.append(
        column("regressed – decoded", 26)
          + "thickness \(decimal(agreement.thicknessError)) nm   "
          + "porosity \(decimal(agreement.porosityError))")
    }
    if let dimensions = metrics.activeDimensions {
      lines.append(column("active latent dimensions", 26) + "\(dimensions)")
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ label: String, _ value: Double?) -> String {
    column(label, 26) + decimal(value)
  }

  private static func row(_ label: String, _ scores: PropertyScores) -> String {
    column(label, 26) + "thickness \(decimal(scores.thickness))   "
      + "porosity \(decimal(scores.porosity))   density \(decimal(scores.density))   "
      + "volume fraction \(decimal(scores.volumeFraction))"
  }

  /// A dash for what there was nothing to measure by.
  private static func decimal(_ value: Double?, _ places: Int = 4) -> String {
    value.map { String(format: "%.\(places)f", $0) } ?? "–"
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
