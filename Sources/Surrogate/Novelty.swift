public import Interphase

/// How far barriers and a latent point are from what a model has seen.
public struct Novelty: Hashable, Sendable {
  /// Barriers outside the range of the films.
  public let barriersOutside: [Reaction]
  /// Principal axes on which the point lies outside the range of the films, from 1.
  public let axesOutside: [Int]
  /// How far the point is from a film of the latent map, on the leading principal axes: the distance
  /// over the one that this film's own neighbours have from it, least of all films.
  public let distance: Float
  /// The distance within which 99 of 100 films lie, seen from the others.
  public let distanceLimit: Float
  /// How far the point is from the mean across the leading axes [latent units].
  public let remainder: Float
  /// The remainder that 99 of 100 films stay below, their noise included.
  public let remainderLimit: Float

  /// Gathers the figures.
  public init(
    barriersOutside: [Reaction], axesOutside: [Int], distance: Float, distanceLimit: Float,
    remainder: Float, remainderLimit: Float
  ) {
    self.barriersOutside = barriersOutside
    self.axesOutside = axesOutside
    self.distance = distance
    self.distanceLimit = distanceLimit
    self.remainder = remainder
    self.remainderLimit = remainderLimit
  }

  /// Whether the latent point is further from the films than 99 of 100 films are from the others.
  public var isPointFar: Bool {
    distance > distanceLimit || remainder > remainderLimit || !axesOutside.isEmpty
  }

  /// Whether the model's answer is an extrapolation.
  public var isFar: Bool { isPointFar || !barriersOutside.isEmpty }
}
