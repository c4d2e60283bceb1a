public import Interphase
public import Networks

/// A model put to use: physical numbers in, films and physical numbers out.
///
/// Calls from several threads take turns.
public final class Predictor: Sendable {
  /// The network's shape.
  public let architecture: Architecture
  let scaling: Scaling
  let network: InferenceNetwork

  /// Builds the network of a model (about 0.1 s).
  ///
  /// - Throws: ``NetworkError``.
  public convenience init(_ bundle: ModelBundle) throws {
    let network = try InferenceNetwork(
      architecture: bundle.description.architecture, tensors: bundle.tensors)
    self.init(network, scaling: bundle.description.scaling)
  }

  /// Puts a network that exists to use.
  public init(_ network: InferenceNetwork, scaling: Scaling) {
    self.network = network
    self.scaling = scaling
    architecture = network.architecture
  }

  /// The distribution of latent points at these barriers, summed up as one Gaussian; N(0, I) for a
  /// variant without prior.
  ///
  /// - Returns: Mean and log-variance, one number a latent dimension.
  public func prior(at barriers: Barriers) -> (mean: [Float], logVariance: [Float]) {
    network.prior(barriers: scaling.scaled(barriers: barriers.values))
  }

  /// Where a film lies in latent space, and the properties regressed from there.
  ///
  /// - Precondition: The film has the size that the model was trained for.
  /// - Returns: Mean and log-variance, one number a latent dimension; the properties in their units,
  ///   none for a variant without regressor.
  public func encode(
    _ lattice: Lattice
  ) -> (mean: [Float], logVariance: [Float], properties: [Float]) {
    precondition(
      lattice.width == architecture.width && lattice.height == architecture.height,
      "a film of \(lattice.width) x \(lattice.height) for a model of another size")
    let (mean, logVariance) = network.encode(lattice.codes)
    return (mean, logVariance, regress(mean))
  }

  /// The film at a latent point.
  ///
  /// - Parameters:
  ///   - latent: One number a latent dimension; the properties are regressed from it.
  ///   - barriers: The decoder's condition; ignored by variants that do not read it.
  /// - Returns: The most probable film, with what is regressed and what is measured of it.
  public func decode(latent: [Float], barriers: Barriers) -> DecodedFilm {
    let logits = logits(latent: latent, barriers: barriers)
    let lattice = Lattice(
      logits: logits, width: architecture.width, height: architecture.height)
    return DecodedFilm(
      latent: latent, lattice: lattice, regressed: regress(latent),
      observables: Observables(of: lattice))
  }

  /// The decoder's logits, [alphabet, height, width], before unused codes are masked.
  public func logits(latent: [Float], barriers: Barriers) -> [Float] {
    network.decode(latent: latent, barriers: scaling.scaled(barriers: barriers.values))
  }

  /// The properties regressed from latent points, in their units, four a point.
  ///
  /// None for a variant without regressor.
  public func regress(_ latent: [Float]) -> [Float] {
    guard architecture.variant.hasRegressor else { return [] }
    let standardised = network.regress(mean: latent)
    let width = Property.allCases.count
    return stride(from: 0, to: standardised.count, by: width).flatMap {
      scaling.physical(properties: Array(standardised[$0..<($0 + width)]))
    }
  }

  /// Draws of the prior at these barriers, one latent point after the other.
  ///
  /// Equal seeds give equal draws.
  public func draws(at barriers: Barriers, count: Int, seed: UInt64) -> [Float] {
    network.drawPrior(
      barriers: scaling.scaled(barriers: barriers.values), count: count, seed: seed)
  }

  /// How far films at these barriers differ from each other: the standard deviation of each
  /// property over draws of the prior, in its unit.
  ///
  /// None for a variant without regressor.
  /// - Precondition: At least two draws.
  public func spread(at barriers: Barriers, draws count: Int = 200, seed: UInt64) -> [Float] {
    precondition(count >= 2, "a spread of \(count) draws")
    let properties = regress(draws(at: barriers, count: count, seed: seed))
    guard !properties.isEmpty else { return [] }
    return (0..<Property.allCases.count).map { property in
      let column = (0..<count).map { Double(properties[$0 * Property.allCases.count + property]) }
      let mean = column.reduce(0, +) / Double(count)
      let squares = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return Float((squares / Double(count - 1)).squareRoot())
    }
  }
}

/// A film that a model decoded, with what is known of it.
public struct DecodedFilm: Hashable, Sendable {
  /// The latent point that was decoded.
  public var latent: [Float]
  /// The most probable film.
  public var lattice: Lattice
  /// Thickness [nm], porosity, density [g/cm³], volume fraction as the regressor reads them off the
  /// latent point; empty for a variant without regressor.
  public var regressed: [Float]
  /// What is measured of ``lattice``.
  public var observables: Observables

  /// Gathers a film.
  public init(latent: [Float], lattice: Lattice, regressed: [Float], observables: Observables) {
    self.latent = latent
    self.lattice = lattice
    self.regressed = regressed
    self.observables = observables
  }
}
