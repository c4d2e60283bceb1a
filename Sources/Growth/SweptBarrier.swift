public import Interphase

/// A barrier and the values that it takes in a sweep.
public struct SweptBarrier: Hashable, Sendable {
  /// Whose barrier varies; one of the fifteen.
  public let reaction: Reaction
  /// The values [eV], rising by equal steps, rounded to Float as simulations take them.
  public let values: [Float]

  /// The greatest number of values.
  public static let greatestCount = 1000

  /// Values from one to another [eV], both included.
  ///
  /// - Throws: ``SweepError`` for fewer than 2 or more than 1000 values, for a range that does not
  ///   rise, leaves 0 to 100 eV, or is so narrow that two values are one `Float`.
  public init(
    _ reaction: Reaction, from lower: Double, to upper: Double, count: Int
  ) throws(SweepError) {
    let limits = 0...Double(Barriers.greatest)
    guard limits.contains(lower), limits.contains(upper) else {
      throw .outside(reaction, limits.contains(lower) ? upper : lower)
    }
    guard lower < upper else { throw .range(reaction, lower, upper) }
    guard (2...Self.greatestCount).contains(count) else { throw .count(reaction, count) }
    let step = (upper - lower) / Double(count - 1)
    let values = (0..<count).map { index in
      Float(index == count - 1 ? upper : lower + Double(index) * step)
    }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .narrow(reaction, lower, upper, count)
    }
    self.reaction = reaction
    self.values = values
  }

  /// Values over the published design's range, middle ± 28 %.
  ///
  /// - Throws: ``SweepError/count(_:_:)``.
  public init(overDesignOf reaction: Reaction, count: Int) throws(SweepError) {
    let range = reaction.barrierRange
    try self.init(reaction, from: range.lowerBound, to: range.upperBound, count: count)
  }
}

/// Why a sweep cannot be made.
public enum SweepError: UserError, Equatable {
  /// Outside 0 to 100 [eV], or not a number.
  case outside(Reaction, Double)
  /// A range that is empty or falls [eV].
  case range(Reaction, Double, Double)
  /// Too few or too many values.
  case count(Reaction, Int)
  /// Steps that a Float cannot tell apart.
  case narrow(Reaction, Double, Double, Int)
  /// No barrier, or more than two.
  case barriers(Int)
  /// The same barrier twice.
  case twice(Reaction)
  /// More runs than memory holds.
  case runs(points: Int, replicas: Int)

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .outside(let reaction, let value):
      "barrier \(reaction.id) = \(value) eV is outside physics: give 0 to 100"
    case .range(let reaction, let lower, let upper):
      "the range of \(reaction.id) does not rise from \(lower) to \(upper) eV: "
        + "give the lower end first, like 0.30:0.52"
    case .count(let reaction, let count):
      "\(reaction.id) cannot take \(count) values: give 2 to \(SweptBarrier.greatestCount)"
    case .narrow(let reaction, let lower, let upper, let count):
      "the range of \(reaction.id) from \(lower) to \(upper) eV is too narrow for \(count) values: "
        + "give fewer, or a wider range"
    case .barriers(let count):
      "found \(count) barriers to vary: give one or two"
    case .twice(let reaction):
      "\(reaction.id) is to vary twice: give another barrier for the second direction"
    case .runs(let points, let replicas):
      "\(points) grid points of \(replicas) replicas are too many runs: "
        + "give at most \(SweepPlan.greatestRuns) in all"
    }
  }
}
