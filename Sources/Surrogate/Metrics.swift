public import Interphase

/// What a model reaches on the test split.
public struct Metrics: Codable, Hashable, Sendable {
  /// Films that were measured.
  public var films: Int
  /// Decoded from the latent mean against simulated.
  public var reconstruction: Reconstruction
  /// Regressed from the latent mean against measured on the simulated film; none without regressor.
  public var regression: PropertyScores?
  /// Regressed against measured on the decoded film; none without regressor.
  public var decodedAgreement: DecodedAgreement?
  /// Regressed from the prior at the barriers alone; none without prior or regressor.
  public var fromBarriers: BarrierScores?
  /// Latent dimensions that films differ in; none in bundles of early versions.
  public var activeDimensions: Int?

  /// Gathers the metrics.
  public init(
    films: Int, reconstruction: Reconstruction, regression: PropertyScores?,
    decodedAgreement: DecodedAgreement?, fromBarriers: BarrierScores?,
    activeDimensions: Int? = nil
  ) {
    self.films = films
    self.reconstruction = reconstruction
    self.regression = regression
    self.decodedAgreement = decodedAgreement
    self.fromBarriers = fromBarriers
    self.activeDimensions = activeDimensions
  }
}

/// How well decoded films lie on simulated ones; `nil` where the simulated films hold nothing to
/// lie on.
public struct Reconstruction: Codable, Hashable, Sendable {
  /// Intersection over union of inorganic and organic together, pooled over films.
  public var solidOverlap: Double?
  /// Intersection over union of inorganic.
  public var inorganicOverlap: Double?
  /// Intersection over union of organic.
  public var organicOverlap: Double?
  /// Root mean square difference of the two-point correlations up to 20 nm, over S₂(0).
  public var twoPointError: Double?

  /// Gathers the figures.
  public init(
    solidOverlap: Double?, inorganicOverlap: Double?, organicOverlap: Double?,
    twoPointError: Double?
  ) {
    self.solidOverlap = solidOverlap
    self.inorganicOverlap = inorganicOverlap
    self.organicOverlap = organicOverlap
    self.twoPointError = twoPointError
  }
}

/// One number a property; `nil` where films that are all alike leave nothing to be explained.
public struct PropertyScores: Codable, Hashable, Sendable {
  /// Of the thickness.
  public var thickness: Double?
  /// Of the porosity.
  public var porosity: Double?
  /// Of the density.
  public var density: Double?
  /// Of the volume fraction.
  public var volumeFraction: Double?

  /// Takes four numbers in the order of ``Property``.
  ///
  /// - Precondition: There are four.
  public init(_ values: [Double?]) {
    precondition(values.count == 4, "\(values.count) scores for four properties")
    thickness = values[0]
    porosity = values[1]
    density = values[2]
    volumeFraction = values[3]
  }

  /// The number of a property.
  public subscript(property: Property) -> Double? {
    switch property {
    case .thickness: thickness
    case .porosity: porosity
    case .density: density
    case .volumeFraction: volumeFraction
    }
  }
}

/// Regressed properties against those measured on the decoded film: mean absolute differences.
public struct DecodedAgreement: Codable, Hashable, Sendable {
  /// Thickness [nm].
  public var thicknessError: Double
  /// Porosity.
  public var porosityError: Double
  /// Density [g/cm³]; none in bundles of early versions.
  public var densityError: Double?
  /// Volume fraction; none in bundles of early versions.
  public var volumeFractionError: Double?

  /// Gathers the figures.
  public init(
    thicknessError: Double, porosityError: Double, densityError: Double? = nil,
    volumeFractionError: Double? = nil
  ) {
    self.thicknessError = thicknessError
    self.porosityError = porosityError
    self.densityError = densityError
    self.volumeFractionError = volumeFractionError
  }
}

/// Properties predicted from barriers alone.
public struct BarrierScores: Codable, Hashable, Sendable {
  /// R² of the mean over 200 draws of the prior; in bundles of early versions, of the properties
  /// regressed from the prior's mean.
  public var determination: PropertyScores
  /// Share of films within the 5–95 % interval of 200 draws of the prior.
  public var coverage: PropertyScores
  /// R² of the properties regressed from the prior's mean, that of the best single Gaussian; none in
  /// bundles of early versions.
  public var priorMeanDetermination: PropertyScores?

  /// The last by the key that it was first written with.
  private enum CodingKeys: String, CodingKey {
    case determination, coverage
    case priorMeanDetermination = "leadingDetermination"
  }

  /// Gathers the figures.
  public init(
    determination: PropertyScores, coverage: PropertyScores,
    priorMeanDetermination: PropertyScores? = nil
  ) {
    self.determination = determination
    self.coverage = coverage
    self.priorMeanDetermination = priorMeanDetermination
  }
}
