import Console
import Growth
import Interphase
import KineticMonteCarlo

extension ExplainReport {
  /// Everything as one JSON object.
  static func json(of sensitivity: Sensitivity) throws -> String {
    try JSONText.of(ExplainRecord(sensitivity))
  }
}

/// What `explain` found, in JSON.
private struct ExplainRecord: Encodable {
  let program = Version.program
  let rulesVersion = KineticMonteCarlo.rulesVersion
  let size: [Int]
  let temperature: Double
  let tunnellingDepth: Int
  let eventLimit: Int
  let timeLimit: Double?
  let seed: UInt64
  let replicas: Int
  let delta: Double
  let barriers: [Float]
  let finished: Int
  let means: [String: Double]
  let reactions: [String: WorkRecord]
  let effects: [String: [String: EffectRecord]]
  let limiting: [String: [String]]

  init(_ sensitivity: Sensitivity) {
    let plan = sensitivity.plan
    size = [plan.parameters.width, plan.parameters.height]
    temperature = plan.parameters.temperature
    tunnellingDepth = plan.parameters.tunnellingDepth
    eventLimit = plan.limits.events
    timeLimit = plan.limits.time.isFinite ? plan.limits.time : nil
    seed = plan.firstSeed
    replicas = plan.replicas
    delta = plan.step
    barriers = plan.parameters.barriers.values
    finished = sensitivity.base.count(where: \.finished)
    means = Self.byMeasure { sensitivity.mean(of: $0) }
    reactions = Dictionary(
      uniqueKeysWithValues: ReactionWork.all(in: sensitivity.base).map {
        ($0.reaction.id, WorkRecord($0))
      })
    effects = Dictionary(
      uniqueKeysWithValues: Reaction.withBarrier.map { reaction in
        let found = Self.byMeasure {
          sensitivity.effect(of: reaction, on: $0).map(EffectRecord.init)
        }
        return (reaction.id, found)
      })
    limiting = Self.byMeasure { sensitivity.limiting($0).map(\.id) }
  }

  private static func byMeasure<Value>(_ value: (RunMeasure) -> Value?) -> [String: Value] {
    Dictionary(
      uniqueKeysWithValues: RunMeasure.allCases.compactMap { measure in
        value(measure).map { (measure.key, $0) }
      })
  }
}

private struct WorkRecord: Encodable {
  let events: Double
  let share: Double
  let shareWithoutHops: Double
  let charge: Double
  let ethylene: Double

  init(_ work: ReactionWork) {
    events = work.events
    share = work.share
    shareWithoutHops = work.shareWithoutHops
    charge = work.charge
    ethylene = work.ethylene
  }
}

private struct EffectRecord: Encodable {
  let change: Double
  let error: Double
  let pairs: Int
  let pValue: Double
  let significant: Bool
  let elasticity: Double?
  let elasticityError: Double?

  init(_ effect: Sensitivity.Effect) {
    change = effect.change
    error = effect.error
    pairs = effect.pairs
    pValue = effect.pValue
    significant = effect.isSignificant
    elasticity = effect.elasticity
    elasticityError = effect.elasticityError
  }
}
