public import Interphase
public import KineticMonteCarlo
import SampleStatistics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What each barrier does to each measure, by central finite differences over replicas.
///
/// For each seed the difference is taken between its run with the barrier raised and its run with the
/// barrier lowered. The two diverge sooner or later, so that a seed's difference is mostly chance:
/// the standard error is that of the differences over the seeds, and says how much.
public struct Sensitivity: Sendable {
  /// Which runs were made.
  public let plan: SensitivityPlan
  /// The runs at the barriers, in the order of their seeds.
  public let base: [SimulationResult]
  private let effects: [RunMeasure: [Effect?]]

  /// The probability that among the fifteen effects on a measure one is marked significant by chance.
  public static let level = 0.05

  /// What a measure changes by when a barrier is raised by the plan's step.
  public struct Effect: Sendable, Equatable {
    /// The mean change, in the measure's unit; of the time to passivation, in powers of ten.
    public let change: Double
    /// Its standard error.
    public let error: Double
    /// Seeds that have the measure with the barrier raised and lowered.
    public let pairs: Int
    /// The probability of so large a mean by chance (Student's t).
    public let pValue: Double
    /// Whether it is significant among the effects of all barriers on the measure (Holm).
    public fileprivate(set) var isSignificant = false
    /// ∂ ln y / ∂ ln k: by how many percent the measure changes when the rate constant grows by one.
    ///
    /// For a time it is the degree of rate control (Campbell 2017) with its sign turned: the sum
    /// over all reactions is −1, as all rates together only scale time. `nil` where the measure is 0.
    public fileprivate(set) var elasticity: Double?
    /// Its standard error.
    public fileprivate(set) var elasticityError: Double?
  }

  /// Makes the runs over all cores, in one pool.
  ///
  /// - Parameters:
  ///   - plan: The runs.
  ///   - isStopped: Asked every few milliseconds, on several threads.
  ///   - finishedOne: Called after each run, on several threads.
  /// - Returns: The effects, whatever the threads; `nil` once stopped.
  public static func measure(
    _ plan: SensitivityPlan, isStopped: @Sendable () -> Bool = { false },
    finishedOne: @Sendable (SimulationResult) -> Void = { _ in }
  ) -> Sensitivity? {
    let results = Parallel.map(count: plan.runs, isStopped: isStopped) { index in
      let (parameters, seed) = plan.run(index)
      let result = Ensemble.one(parameters, seed: seed, plan.limits, isStopped: isStopped)
      if let result { finishedOne(result) }
      return result
    }
    return results.map { Sensitivity(plan, results: $0) }
  }

  private init(_ plan: SensitivityPlan, results: [SimulationResult]) {
    self.plan = plan
    base = Array(results.prefix(plan.replicas))
    var effects: [RunMeasure: [Effect?]] = [:]
    for measure in RunMeasure.allCases {
      let found = Reaction.withBarrier.map { Self.effect(of: $0, on: measure, plan, results) }
      effects[measure] = Self.marked(found)
    }
    self.effects = effects
  }

  /// What raising a barrier does to a measure; `nil` where fewer than half of the seeds tell.
  public func effect(of reaction: Reaction, on measure: RunMeasure) -> Effect? {
    guard Reaction.withBarrier.contains(reaction) else { return nil }
    return effects[measure]?[reaction.rawValue - 1]
  }

  /// The barriers with a significant effect on a measure, the strongest elasticity first.
  public func limiting(_ measure: RunMeasure) -> [Reaction] {
    func strength(_ reaction: Reaction) -> Double {
      abs(effect(of: reaction, on: measure)?.elasticity ?? 0)
    }
    return Reaction.withBarrier.filter { effect(of: $0, on: measure)?.isSignificant == true }
      .sorted { (strength($1), $0.rawValue) < (strength($0), $1.rawValue) }
  }

  /// The mean of a measure at the barriers; `nil` where no run has it.
  public func mean(of measure: RunMeasure) -> Double? {
    let values = base.compactMap { measure.value(of: $0) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

extension Sensitivity {
  private static func effect(
    of reaction: Reaction, on measure: RunMeasure, _ plan: SensitivityPlan,
    _ results: [SimulationResult]
  ) -> Effect? {
    let isTime = measure == .passivationTime
    func value(_ index: Int) -> Double? {
      measure.value(of: results[index]).map { isTime ? log10($0) : $0 }
    }
    let start = plan.raised(reaction)
    let changes = (0..<plan.replicas).compactMap { replica -> Double? in
      guard let raised = value(start + replica),
        let lowered = value(start + plan.replicas + replica)
      else { return nil }
      // The same events at another rate that never acts: their times differ by rounding alone.
      let isRounding = abs(raised - lowered) <= 1e-9 * max(abs(raised), abs(lowered))
      return isRounding ? 0 : (raised - lowered) / 2
    }
    guard changes.count >= max(SensitivityPlan.fewestReplicas, (plan.replicas + 1) / 2) else {
      return nil
    }
    let values = (0..<plan.replicas).compactMap(value)
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return Effect(changes, logarithmic: isTime, mean: mean, plan)
  }

  /// The effects with those marked that are significant among them.
  private static func marked(_ effects: [Effect?]) -> [Effect?] {
    let known = effects.indices.filter { effects[$0] != nil }
    let significant = MultipleTests.significant(
      known.compactMap { effects[$0]?.pValue }, level: level)
    var marked = effects
    for (place, index) in known.enumerated() { marked[index]?.isSignificant = significant[place] }
    return marked
  }
}

extension Sensitivity.Effect {
  fileprivate init(
    _ changes: [Double], logarithmic: Bool, mean: Double, _ plan: SensitivityPlan
  ) {
    let estimate = Estimate(changes)
    change = estimate.mean
    error = estimate.error
    pairs = changes.count
    pValue =
      estimate.mean == 0
      ? 1 : StudentT.twoSided(estimate.mean / estimate.error, degrees: changes.count - 1)
    // ln k falls by step / k_B T where the barrier rises by the step.
    let fall = plan.step / (RateLaw.boltzmann * plan.parameters.temperature)
    let relative = logarithmic ? M_LN10 : mean == 0 ? nil : 1 / mean
    elasticity = relative.map { -change * $0 / fall }
    elasticityError = relative.map { error * abs($0) / fall }
  }
}
