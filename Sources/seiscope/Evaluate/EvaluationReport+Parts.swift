import Cells
import DataSets
import Evaluation
import Interphase

extension EvaluationReport {
  /// The model over each class of films, by what means something within a class.
  var classTable: String? {
    let groups = result.groups
    guard groups.count > 1 else { return nil }
    var table = TextTable([.left] + groups.map { _ in .right })
    table.add(["the model, by class of films"] + groups.map(Self.heading))
    table.add(["  films"] + groups.map { "\(result.count(of: $0))" })
    let rows = groups.map { result.evaluation.rows(of: $0) }
    for (place, measure) in Measure.allCases.enumerated() where Self.isShownByClass(measure) {
      guard rows.contains(where: { $0[place].model != nil }) else { continue }
      let unit = measure.unit.isEmpty ? "" : " [\(measure.unit)]"
      table.add(
        ["  " + Self.classLabel(measure) + unit]
          + rows.map { Self.number($0[place].model, measure) })
    }
    return table.text
  }

  private static func heading(_ group: FilmGroup) -> String {
    group == .outcome(.organicFilm) ? "organic" : group.id
  }

  private static func isShownByClass(_ measure: Measure) -> Bool {
    switch measure {
    case .overlap, .twoPoint, .clusterRatio, .floatingRatio, .latentError, .barrierError,
      .coverage:
      true
    case .latentDetermination: true
    default: false
    }
  }

  /// The measure's name; what is from barriers says so, since sections are left out here.
  private static func classLabel(_ measure: Measure) -> String {
    guard case .barrierError(let property) = measure else { return measure.name }
    return property == .volumeFraction
      ? "RMSE vol. fr., barriers" : "\(measure.name), barriers"
  }

  /// How means move over each barrier's range, simulated beside predicted.
  var responseTable: String? {
    let thickness = result.evaluation.responses(of: .thickness)
    let porosity = result.evaluation.responses(of: .porosity)
    guard let first = thickness.first, let second = porosity.first else { return nil }
    var table = TextTable([.left] + [TextTable.Alignment](repeating: .right, count: 6))
    table.add(
      "means over a barrier's range", "thickness", "predicted", "r", "porosity", "predicted", "r")
    for (one, other) in zip(thickness, porosity) {
      table.add(["  \(one.reaction.id)"] + Self.cells(one, 2) + Self.cells(other, 3))
    }
    return table.text + "\n"
      + """
      of \(BarrierResponse.binCount) bins: highest less lowest mean, negative where the mean falls; \
      r: over the bins; in brackets
      what chance makes once in twenty: below \(NumberText.fixed(first.chance, 2)) nm, \
      \(NumberText.fixed(second.chance, 3))
      """
  }

  private static func cells(_ response: BarrierResponse, _ decimals: Int) -> [String] {
    func signed(_ range: Double, _ change: Double) -> String {
      NumberText.fixed(change < 0 ? -range : range, decimals)
    }
    let simulated = signed(response.simulatedRange, response.simulatedChange)
    return [
      response.isReal ? simulated : "(\(simulated))",
      signed(response.predictedRange, response.predictedChange),
      response.isReal ? NumberText.fixed(response.correlation, 2) : "–",
    ]
  }

  /// What replicas show beside the ceiling: how sure it is, and bistable vectors.
  var replicaText: String? {
    guard let study = result.evaluation.replicas else { return nil }
    var parts = [Self.correlations(study)]
    let bins = study.reliability(of: .model)
    if !bins.isEmpty { parts.append(Self.text(of: bins)) }
    if let heaps = study.heaps {
      func count(_ vectors: Double) -> String { NumberText.fixed(vectors, 1) }
      parts.append(
        """
        two heaps of thickness (dip test): \(count(heaps.both + heaps.runsAlone)) vectors by their \
        runs, \(count(heaps.both + heaps.drawsAlone)) by the
        model's draws, \(count(heaps.both)) by both; draws as \(ReplicaVector.subsamples) \
        subsamples of as many as there are runs
        """)
    }
    return parts.joined(separator: "\n\n")
  }

  private static func correlations(_ study: ReplicaStudy) -> String {
    var table = TextTable([.left, .right])
    table.add("correlation of replicas")
    for property in Property.allCases {
      let text = study.correlation(of: property).map {
        "\(NumberText.fixed($0.value, 3)) ± \(NumberText.fixed($0.error, 3))"
      }
      table.add("  \(property.name)", text ?? "–")
    }
    return table.text
  }

  private static func text(of bins: [ReplicaStudy.ReliabilityBin]) -> String {
    var table = TextTable([.left, .right, .right, .right])
    table.add("chance that two runs end far apart", "vectors", "predicted", "observed")
    for bin in bins {
      let range =
        "\(NumberText.fixed(bin.range.lowerBound, 2))–\(NumberText.fixed(bin.range.upperBound, 2))"
      table.add(
        "  \(range)", "\(bin.vectors)", NumberText.fixed(bin.predicted, 3),
        "\(NumberText.fixed(bin.observed, 3)) ± \(NumberText.fixed(bin.error, 3))")
    }
    return table.text
  }
}
