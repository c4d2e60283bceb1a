public import Interphase

/// The films of the test split, as far as the bundle keeps them, in the latent space.
public struct MapData: Equatable, Sendable {
  /// One film of the test split.
  public struct Sample: Equatable, Sendable {
    /// Coordinates of its encoding on the axes that have a slider.
    public var coordinates: [Double]
    /// Its four properties, measured on the simulated film, in the order of `Property`.
    public var properties: [Double]
    /// The barriers that it was grown at [eV].
    public var barriers: Barriers
    /// The seed that it was grown with.
    public var seed: UInt64

    /// A film by its place and origin.
    public init(
      coordinates: [Double], properties: [Double], barriers: Barriers, seed: UInt64
    ) {
      self.coordinates = coordinates
      self.properties = properties
      self.barriers = barriers
      self.seed = seed
    }
  }

  /// The films; the index is that of `Anchor.testSample`.
  public var samples: [Sample]

  /// A map of films.
  public init(samples: [Sample]) { self.samples = samples }
}
