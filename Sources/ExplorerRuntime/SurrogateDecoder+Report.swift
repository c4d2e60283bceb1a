import Explorer
import Interphase
import Networks
import SampleStatistics
import Surrogate

extension SurrogateDecoder {
  func report() -> ReportData {
    let films = MappedNumbers(bundle.latentMap, axes)
    return ReportData(
      curves: bundle.description.training.lossCurves, parity: parity(films),
      propertyCorrelations: films.correlations(
        with: films.properties, named: Property.allCases.map(\.name)),
      axisCorrelations: films.correlations(
        with: Array(films.coordinates.prefix(Session.sliderCount)),
        named: films.coordinates.indices.prefix(Session.sliderCount).map { "PC\($0 + 1)" }),
      models: [ReportData.Model(name, bundle.description, films)]
        + comparisons.compactMap(Self.model(at:)))
  }

  /// Another bundle's figures; `nil` for one that cannot be read: the report is of the present model.
  private static func model(at path: String) -> ReportData.Model? {
    guard let (description, map) = try? ModelBundle.latentMap(at: path) else { return nil }
    return ReportData.Model(
      ModelSource.name(of: path), description, MappedNumbers(map, description.principalAxes))
  }

  /// Regressed from the latent means beside measured on the simulated films.
  private func parity(_ films: MappedNumbers) -> [ReportData.Parity] {
    let map = bundle.latentMap
    // Film by film: all at once would keep a slider's decode waiting for the network.
    let regressed = (0..<map.count).flatMap { predictor.regress(map.mean(at: $0)) }
    guard !regressed.isEmpty else { return [] }
    let count = Property.allCases.count
    return Property.allCases.map { property in
      let said = stride(from: property.rawValue, to: regressed.count, by: count).map {
        Double(regressed[$0])
      }
      let truth = films.properties[property.rawValue]
      return ReportData.Parity(
        property: property, actual: truth, regressed: said,
        determination: Statistics.determination(truth: truth, prediction: said))
    }
  }
}

extension TrainingRecord {
  /// The terms of the loss that this training had.
  var lossCurves: [ReportData.Curve] {
    LossTerm.all.compactMap { term in
      let training = curves.map { term.value($0.training) }
      let validation = curves.map { term.value($0.validation) }
      guard (training + validation).contains(where: { $0 != 0 }) else { return nil }
      return ReportData.Curve(
        name: term.heading, epochs: curves.map { Double($0.epoch) }, training: training,
        validation: validation)
    }
  }
}
