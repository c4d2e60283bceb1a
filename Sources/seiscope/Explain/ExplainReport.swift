import Cells
import Growth
import Interphase
import KineticMonteCarlo

/// What `explain` prints for a person.
enum ExplainReport {
  /// Three tables: what the reactions did, which barriers limit, what each barrier does.
  static func text(of sensitivity: Sensitivity) -> String {
    let lines =
      [headline(of: sensitivity), "", "what the reactions did, mean of a run"]
      + work(in: sensitivity)
      + ["", "which rates decide: ∂ ln y / ∂ ln k, significant ones, the strongest first"]
      + limits(in: sensitivity) + [""] + effectsTitle(of: sensitivity.plan)
      + effects(of: sensitivity, [.thickness, .porosity, .density, .volumeFraction, .roughness])
      + [""]
      + effects(of: sensitivity, [.inorganic, .organic, .charge, .ethylene, .passivationTime])
    return lines.joined(separator: "\n")
  }

  private static func headline(of sensitivity: Sensitivity) -> String {
    let plan = sensitivity.plan
    let summary = EnsembleSummary(of: sensitivity.base, limits: plan.limits)
    return "seeds \(plan.firstSeed) to \(plan.firstSeed + UInt64(plan.replicas) - 1)   "
      + "\(NumberText.grouped(plan.runs)) runs   "
      + "\(summary.stopped[.finished] ?? 0) of \(plan.replicas) finished at the barriers given"
  }

  private static func work(in sensitivity: Sensitivity) -> [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right])
    table.indent = 2
    table.add("", "events", "of all", "but hops", "charge", "C₂H₄")
    table.add("", "", "", "", "[µC/cm²]", "[nmol/cm²]")
    for work in ReactionWork.all(in: sensitivity.base) {
      table.add(
        work.reaction.id, count(work.events), percent(work.share),
        work.reaction.isHop ? "" : percent(work.shareWithoutHops),
        work.reaction.transfersElectron ? NumberText.fixed(work.charge, 1) : "",
        work.reaction.releasesEthylene ? NumberText.fixed(work.ethylene, 3) : "")
    }
    return table.lines
  }

  private static func limits(in sensitivity: Sensitivity) -> [String] {
    var table = TextTable([.left, .left, .right])
    table.indent = 2
    for measure in [RunMeasure.thickness, .passivationTime] {
      let rates = sensitivity.limiting(measure).prefix(3)
      if rates.isEmpty { table.add(measure.name, silence(on: measure, sensitivity)) }
      for (place, reaction) in rates.enumerated() {
        let effect = sensitivity.effect(of: reaction, on: measure)
        guard let value = effect?.elasticity, let error = effect?.elasticityError else { continue }
        table.add(place == 0 ? measure.name : "", reaction.id, Uncertain.text(value, error))
      }
    }
    return table.lines
  }

  /// Why no barrier is named.
  private static func silence(on measure: RunMeasure, _ sensitivity: Sensitivity) -> String {
    let isKnown = Reaction.withBarrier.contains {
      sensitivity.effect(of: $0, on: measure) != nil
    }
    return isKnown
      ? "none beyond chance"
      : "unknown: too few finished"
  }

  private static func effectsTitle(of plan: SensitivityPlan) -> [String] {
    [
      "what \(plan.step) eV more on one barrier changes (less changes the opposite)",
      "in brackets the standard error of the last digits; * more than chance",
    ]
  }

  private static func effects(of sensitivity: Sensitivity, _ measures: [RunMeasure]) -> [String] {
    var table = TextTable(
      [.left] + [TextTable.Alignment](repeating: .right, count: measures.count))
    table.indent = 2
    // Cells end in a star or a blank.
    table.gap = 1
    table.minimumWidths = [30]
    table.add([""] + measures.map(shortName))
    table.add([""] + measures.map { unit(of: $0) })
    for reaction in Reaction.withBarrier {
      table.add(
        [reaction.id]
          + measures.map { cell(sensitivity.effect(of: reaction, on: $0)) })
    }
    return table.lines
  }

  private static func cell(_ effect: Sensitivity.Effect?) -> String {
    guard let effect else { return "– " }
    return Uncertain.text(effect.change, effect.error) + (effect.isSignificant ? "*" : " ")
  }

  private static func shortName(_ measure: RunMeasure) -> String {
    switch measure {
    case .volumeFraction: "vol. fraction "
    case .charge: "charge "
    case .ethylene: "C₂H₄ "
    case .passivationTime: "passivation "
    default: measure.name + " "
    }
  }

  private static func unit(of measure: RunMeasure) -> String {
    if measure == .passivationTime { return "[log₁₀ s] " }
    return measure.unit.isEmpty ? "" : "[\(measure.unit)] "
  }

  private static func count(_ mean: Double) -> String {
    mean < 100 ? NumberText.fixed(mean, 1) : NumberText.grouped(Int(mean.rounded()))
  }

  private static func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, 2) + " %"
  }
}

/// A number with its standard error.
enum Uncertain {
  /// As metrology writes it: `-1.23(21)` for −1.23 ± 0.21, two digits of the error.
  static func text(_ value: Double, _ error: Double) -> String {
    // Below six decimals there is nothing to see.
    guard error >= 5e-7, error.isFinite else { return NumberText.fixed(value, 2) }
    var decimals = 0
    var scaled = error
    while scaled < 9.95, decimals < 6 {
      scaled *= 10
      decimals += 1
    }
    return "\(NumberText.fixed(value, decimals))(\(Int(scaled.rounded())))"
  }
}
