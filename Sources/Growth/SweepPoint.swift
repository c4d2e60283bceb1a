import Interphase
import KineticMonteCarlo

/// A run of a sweep, without its film.
public struct SweepRun: Hashable, Sendable {
  /// Its seed.
  public let seed: UInt64
  /// Executed events.
  public let events: Int
  /// Simulated time of the last event [s].
  public let time: Double
  /// Whether nothing more could happen.
  public let finished: Bool
  /// What is measured of it, with the least step of each measure, in the order of ``RunMeasure``.
  private let measured: [Measured]

  private struct Measured: Hashable, Sendable {
    let value: Double?
    let step: Double
  }

  init(_ result: SimulationResult) {
    seed = result.seed
    events = result.events
    time = result.time
    finished = result.finished
    measured = RunMeasure.allCases.map {
      Measured(value: $0.value(of: result), step: $0.step(of: result))
    }
  }

  /// Reads a measure; `nil` for the time to passivation of a run that was cut.
  public func value(of measure: RunMeasure) -> Double? { measured[measure.index].value }

  /// The least step of a measure, as ``RunMeasure/step(of:)`` gives it.
  func step(of measure: RunMeasure) -> Double { measured[measure.index].step }
}

/// The runs at one point of a sweep.
public struct SweepPoint: Equatable, Sendable {
  /// The values of the barriers that vary, in the order of the plan [eV].
  public let barriers: [Float]
  /// The replicas in the order of their seeds.
  public let runs: [SweepRun]

  /// Runs in which nothing more could happen.
  public var finished: Int { runs.filter(\.finished).count }

  /// How each measure is spread over the runs; what no run has is missing.
  public let spreads: [RunMeasure: EnsembleSummary.Spread]

  init(barriers: [Float], runs: [SweepRun]) {
    self.barriers = barriers
    self.runs = runs
    var spreads: [RunMeasure: EnsembleSummary.Spread] = [:]
    for measure in RunMeasure.allCases {
      let having = runs.filter { $0.value(of: measure) != nil }
      spreads[measure] = EnsembleSummary.Spread(
        of: measure, values: having.compactMap { $0.value(of: measure) },
        steps: having.map { $0.step(of: measure) })
    }
    self.spreads = spreads
  }
}

extension RunMeasure {
  /// The place in tables.
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How far a sweep is.
public struct SweepProgress: Hashable, Sendable {
  /// Runs done.
  public var done: Int
  /// Runs to do.
  public let total: Int
  /// Events of the runs done.
  public var events: Int
}
