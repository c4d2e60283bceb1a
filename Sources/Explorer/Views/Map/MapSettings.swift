public import Interphase

/// What a person chose in the view Map.
public struct MapSettings: Equatable, Sendable {
  /// The principal axis across, from 0.
  public var horizontal = 0
  /// The principal axis upwards, from 0.
  public var vertical = 1
  /// The property that colours the samples.
  public var property: Property = .thickness
  /// Whether decoded films are laid over the map.
  public var showsContactSheet = false

  /// The settings at the start.
  public init() {}
}
