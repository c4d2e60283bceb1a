public import Interphase

/// Which runs tell what each barrier does: at the barriers, and with one of them raised and lowered.
public struct SensitivityPlan: Sendable, Equatable {
  /// What the runs at the barriers share.
  public let parameters: SimulationParameters
  /// Seed of the first replica; the others follow. All barriers have the same seeds.
  public let firstSeed: UInt64
  /// Runs of each set of barriers.
  public let replicas: Int
  /// By how much a barrier is raised and lowered [eV].
  public let step: Double
  /// How far each run goes, if it does not finish before.
  public let limits: RunLimits

  /// The least number of replicas that have a standard error worth the name.
  public static let fewestReplicas = 4

  /// - Throws: ``SensitivityError`` for a step that takes a barrier out of physics, or too few
  ///   replicas.
  public init(
    _ parameters: SimulationParameters, firstSeed: UInt64, replicas: Int, step: Double,
    limits: RunLimits
  ) throws(SensitivityError) {
    guard replicas >= Self.fewestReplicas else { throw .replicas(replicas) }
    guard step > 0, step.isFinite else { throw .step(step) }
    for reaction in Reaction.withBarrier {
      let barrier = Double(parameters.barriers[reaction])
      guard barrier >= step, barrier + step <= Double(Barriers.greatest) else {
        throw .barrier(reaction, barrier: barrier, step: step)
      }
    }
    self.parameters = parameters
    self.firstSeed = firstSeed
    self.replicas = replicas
    self.step = step
    self.limits = limits
  }

  /// Runs in all.
  public var runs: Int { replicas * variants }

  /// The base, and two for each barrier.
  private var variants: Int { 1 + 2 * Barriers.count }

  /// Parameters and seed of a run: the replicas of the base, then those of the first barrier raised,
  /// lowered, and so on.
  func run(_ index: Int) -> (parameters: SimulationParameters, seed: UInt64) {
    let (variant, replica) = index.quotientAndRemainder(dividingBy: replicas)
    let seed = firstSeed &+ UInt64(replica)
    guard variant > 0 else { return (parameters, seed) }
    let reaction = Reaction.withBarrier[(variant - 1) / 2]
    let change = variant % 2 == 1 ? Float(step) : -Float(step)
    var changed = parameters
    let barrier = max(0, parameters.barriers[reaction] + change)
    // Justified by the checks of `init`.
    changed.barriers = try! parameters.barriers.setting(reaction, to: barrier)
    return (changed, seed)
  }

  /// Where the runs of a barrier raised begin; those of it lowered follow.
  func raised(_ reaction: Reaction) -> Int { replicas * (2 * reaction.rawValue - 1) }
}

/// Why no sensitivities can be found.
public enum SensitivityError: UserError, Equatable {
  /// Too few for a standard error.
  case replicas(Int)
  /// No step, or none that is a number [eV].
  case step(Double)
  /// A step that takes a barrier [eV] out of physics.
  case barrier(Reaction, barrier: Double, step: Double)

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .replicas(let count):
      "\(count) replicas are too few for standard errors: give "
        + "\(SensitivityPlan.fewestReplicas) or more"
    case .step(let step): "a step of \(step) eV is no change: give a positive number, like 0.02"
    case .barrier(let reaction, let barrier, let step):
      "\(reaction.id) = \(Float(barrier)) eV cannot be moved by \(step) eV and stay within 0 to 100: "
        + "give a smaller step"
    }
  }
}
