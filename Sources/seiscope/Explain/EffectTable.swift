import Console
import Exporting
import Growth
import Interphase
import KineticMonteCarlo

/// The effects of barriers as rows, one for each barrier and measure.
enum EffectTable {
  /// All effects that are known, with their errors.
  static func csv(of sensitivity: Sensitivity) -> String {
    var table = CSVTable(columns: [
      "barrier", "measure", "unit", "mean", "change", "standard error", "pairs", "p", "significant",
      "elasticity", "elasticity error",
    ])
    for reaction in Reaction.withBarrier {
      for measure in RunMeasure.allCases {
        guard let effect = sensitivity.effect(of: reaction, on: measure) else { continue }
        table.append([
          .text(reaction.id), .text(measure.key),
          .text(measure == .passivationTime ? "powers of ten" : measure.unit),
          field(sensitivity.mean(of: measure)), .number(effect.change), .number(effect.error),
          .integer(effect.pairs), .number(effect.pValue),
          .text(effect.isSignificant ? "true" : "false"), field(effect.elasticity),
          field(effect.elasticityError),
        ])
      }
    }
    return table.text(provenance: provenance(of: sensitivity.plan))
  }

  private static func field(_ value: Double?) -> CSVTable.Field {
    value.map { .number($0) } ?? .missing
  }

  private static func provenance(of plan: SensitivityPlan) -> Provenance {
    var provenance = Provenance(
      program: Version.program, rulesVersion: rulesVersion, parameters: plan.parameters,
      seed: plan.firstSeed, replicas: plan.replicas, eventLimit: plan.limits.events)
    if plan.limits.time.isFinite { provenance.add("timeLimit", "\(plan.limits.time)") }
    provenance.add("raisedBy", "\(plan.step)")
    return provenance
  }
}
