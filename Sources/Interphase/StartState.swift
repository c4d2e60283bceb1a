/// The state that an explorer opens with: the same film on the left for everyone.
public struct StartState: Hashable, Sendable {
  /// The fifteen barriers [eV].
  public var barriers: Barriers
  /// The simulation's seed.
  public var seed: UInt64

  /// Names a start.
  public init(barriers: Barriers, seed: UInt64) {
    self.barriers = barriers
    self.seed = seed
  }

  /// Chosen by eye for the first look: organic branches (purple) over a thin inorganic layer (red),
  /// 17.6 nm high, as films of these barriers mostly are, finished after some 230,000 events.
  public static let standard = StartState(
    barriers: Barriers(
      fixed: [
        0.495, 0.356, 0.506, 0.435, 0.848, 0.617, 0.688, 0.554, 0.576, 0.787, 0.487, 0.651, 0.547,
        0.393, 0.508,
      ]), seed: 60)
}

extension Barriers {
  /// - Precondition: Fifteen finite values that are not negative; for values written in the source.
  init(fixed values: [Float]) {
    do {
      try self.init(values)
    } catch {
      preconditionFailure(error.description)
    }
  }
}
