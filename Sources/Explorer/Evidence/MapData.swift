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
  public let samples: [Sample]
  /// The standard deviation of each axis over the films.
  let deviations: [Double]

  /// A map of films; their spread is measured here, some 0.1 ms.
  public init(samples: [Sample]) {
    self.samples = samples
    let axes = samples.reduce(0) { max($0, $1.coordinates.count) }
    deviations = (0..<axes).map { axis in
      let values = samples.filter { $0.coordinates.count > axis }.map { $0.coordinates[axis] }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    }
  }
}
