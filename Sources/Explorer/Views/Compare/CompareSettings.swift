public import Interphase

/// What a person chose in the view Compare.
public struct CompareSettings: Equatable, Sendable {
  /// The species whose probability is held against its frequency.
  public var species: Species = .organic

  /// The settings at the start.
  public init() {}
}
