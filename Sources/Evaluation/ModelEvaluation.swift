package import Interphase
package import Surrogate

/// What a model is worth over a split.
package struct ModelEvaluation: Sendable {
  /// The films.
  package let findings: [FilmFinding]
  /// What replicas show; `nil` where none were run.
  package let replicas: ReplicaStudy?
  /// Whether the films are such as targets are of: those of a test split.
  package let isJudged: Bool
  private let axes: PrincipalAxes
  /// The axis that goes best with each property over all films; none for too few.
  private let bestAxes: [LatentSpace.AxisCorrelation]

  /// Gathers what was found.
  ///
  /// - Parameter isJudged: Whether targets are to be held against it; `false` for films that the model
  ///   was made with.
  /// - Precondition: There are two films or more.
  package init(
    _ findings: [FilmFinding], replicas: ReplicaStudy?, axes: PrincipalAxes, isJudged: Bool = true
  ) {
    precondition(findings.count >= 2, "\(findings.count) films to be evaluated")
    self.findings = findings
    self.replicas = replicas
    self.axes = axes
    self.isJudged = isJudged
    bestAxes = LatentSpace.bestAxes(findings, axes)
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
    /// Whether the films are such as targets are of.
    package let isJudged: Bool

    /// What the model reaches.
    package var model: Double? { values[.model] }

    /// Whether the model reaches what it must, and beyond that what it should; targets are of test
    /// splits, so `nil` for classes and other films, and where nothing is asked or known.
    package var isReached: (least: Bool?, aim: Bool?) {
      guard isJudged, group == .all, let model, let targets = measure.targets else {
        return (nil, nil)
      }
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
    let correlations =
      group == .all ? bestAxes : LatentSpace.correlations(films, axes, along: bestAxes)
    return Measure.allCases.map { measure in
      let axis: LatentSpace.AxisCorrelation? =
        if case .axisCorrelation(let property) = measure, !correlations.isEmpty {
          correlations[property.rawValue]
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
        ceiling: replicas?.ceiling(of: measure, in: group), axis: axis?.axis,
        isJudged: isJudged)
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
