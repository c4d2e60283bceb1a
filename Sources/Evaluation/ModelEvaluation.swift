package import Interphase
package import Surrogate

/// What a model is worth over a split.
package struct ModelEvaluation: Sendable {
  /// The films.
  package let findings: [FilmFinding]
  /// What replicas show; `nil` where none were run.
  package let replicas: ReplicaStudy?
  private let axes: PrincipalAxes

  /// Gathers what was found.
  ///
  /// - Precondition: There are two films or more.
  package init(_ findings: [FilmFinding], replicas: ReplicaStudy?, axes: PrincipalAxes) {
    precondition(findings.count >= 2, "\(findings.count) films to be evaluated")
    self.findings = findings
    self.replicas = replicas
    self.axes = axes
  }

  /// A measure over a group of films.
  package struct Row: Sendable {
    /// The measure.
    package let measure: Measure
    /// The films that it is over.
    package let group: FilmGroup
    /// How many they are.
    package let films: Int
    /// What each source reaches; those without an answer are left out.
    package let values: [Source: Double]
    /// What two runs of the same barriers reach.
    package let ceiling: Double?
    /// The principal axis that it is of, from 1.
    package let axis: Int?

    /// What the model reaches.
    package var model: Double? { values[.model] }

    /// Whether the model reaches what it must, and beyond that what it should; targets are of whole
    /// splits, so `nil` for other groups, and where nothing is asked or known.
    package var isReached: (least: Bool?, aim: Bool?) {
      guard group == .all, let model, let targets = measure.targets else { return (nil, nil) }
      let least = targets.least.isReached(by: model, ceiling: ceiling)
      let aim = targets.aim.isReached(by: model, ceiling: ceiling)
      return (least, aim.map { $0 && least != false })
    }

    /// Baselines that are as good as the model, or better.
    package var unbeaten: [Source] {
      guard let model, let own = measure.shortfall(model) else { return [] }
      return Source.allCases.filter { source in
        guard source != .model, let value = values[source] else { return false }
        return measure.shortfall(value).map { $0 <= own } ?? false
      }
    }
  }

  /// All measures over a group of films; none for an empty group.
  package func rows(of group: FilmGroup) -> [Row] {
    let films = findings.filter { group.contains(outcome: $0.outcome, finished: $0.finished) }
    guard !films.isEmpty else { return [] }
    let bestAxes = films.count >= 2 ? LatentSpace.bestAxes(films, axes) : []
    return Measure.allCases.map { measure in
      let axis: LatentSpace.AxisCorrelation? =
        if case .axisCorrelation(let property) = measure, !bestAxes.isEmpty {
          bestAxes[property.rawValue]
        } else {
          nil
        }
      var values: [Source: Double] = [:]
      for source in Source.allCases {
        values[source] = value(of: measure, over: films, group, source)
      }
      if let axis { values[.model] = axis.rho }
      return Row(
        measure: measure, group: group, films: films.count, values: values,
        ceiling: replicas?.ceiling(of: measure, in: group), axis: axis?.axis)
    }
  }

  /// How the mean of a property moves over each barrier's range, and as the model predicts it; empty
  /// where it predicts nothing.
  package func responses(of property: Property) -> [BarrierResponse] {
    Reaction.withBarrier.compactMap { BarrierResponse(to: $0, of: property, findings) }
  }

  private func value(
    of measure: Measure, over films: [FilmFinding], _ group: FilmGroup, _ source: Source
  ) -> Double? {
    switch measure {
    case .activeDimensions:
      source == .model ? Double(LatentSpace.activeDimensions(films)) : nil
    case .disagreement: group == .all ? replicas?.predictedDisagreement(of: source) : nil
    case .disagreementRanking: group == .all ? replicas?.ranking(of: source) : nil
    default: measure.value(over: films, of: source)
    }
  }
}
