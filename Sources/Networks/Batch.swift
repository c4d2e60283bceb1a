/// Samples to train or evaluate on, sample after sample.
public struct Batch: Sendable {
  /// Samples, N.
  public var count: Int
  /// Species codes, N × height × width, row 0 the electrode.
  public var codes: [UInt8]
  /// Barriers scaled to [−1, 1], N × 15.
  public var barriers: [Float]
  /// Standardised properties, N × 4.
  public var properties: [Float]

  /// Wraps samples.
  public init(count: Int, codes: [UInt8], barriers: [Float], properties: [Float]) {
    self.count = count
    self.codes = codes
    self.barriers = barriers
    self.properties = properties
  }

  /// Throws where the arrays do not fit each other or the network.
  func check(for architecture: Architecture) throws(NetworkError) {
    try expect("codes", codes.count, count * architecture.sites)
    try expect("barriers", barriers.count, count * Architecture.barrierCount)
    try expect("properties", properties.count, count * Architecture.propertyCount)
    if let code = codes.max(), Int(code) >= architecture.alphabet {
      throw .batch("code \(code) is outside the alphabet of \(architecture.alphabet)")
    }
  }

  private func expect(_ name: String, _ found: Int, _ expected: Int) throws(NetworkError) {
    guard found == expected else {
      throw .batch("\(name): expected \(expected) values for \(count) samples, found \(found)")
    }
  }
}

/// The weights of the loss's terms beside the reconstruction's, which is 1.
public struct LossWeights: Codable, Hashable, Sendable {
  /// β, of the Kullback–Leibler divergence from the prior.
  public var klDivergence: Float
  /// λ, of the squared error of the standardised properties.
  public var property: Float

  /// Wraps the weights.
  public init(klDivergence: Float, property: Float) {
    self.klDivergence = klDivergence
    self.property = property
  }
}

/// The loss and its terms, each the mean over samples.
///
/// Not finite where training diverged.
public struct Losses: Codable, Hashable, Sendable {
  /// Cross-entropy, summed over sites [nat].
  public var reconstruction: Double
  /// KL(q(z|x) ‖ prior), summed over dimensions [nat].
  public var klDivergence: Double
  /// Squared error, summed over the four standardised properties.
  public var property: Double
  /// reconstruction + β · klDivergence + λ · property.
  public var total: Double

  /// Wraps the terms.
  public init(reconstruction: Double, klDivergence: Double, property: Double, total: Double) {
    self.reconstruction = reconstruction
    self.klDivergence = klDivergence
    self.property = property
    self.total = total
  }

  /// Whether all terms are finite; where not, training has diverged.
  public var isFinite: Bool { total.isFinite }

  init(sums: LossSums, count: Int, weights: LossWeights) {
    let scale = 1 / Double(max(count, 1))
    reconstruction = sums.reconstruction * scale
    klDivergence = sums.klDivergence * scale
    property = sums.property * scale
    total =
      reconstruction + Double(weights.klDivergence) * klDivergence
      + Double(weights.property) * property
  }
}

/// Terms of the loss summed over samples.
struct LossSums {
  var reconstruction = 0.0
  var klDivergence = 0.0
  var property = 0.0

  static func + (a: LossSums, b: LossSums) -> LossSums {
    LossSums(
      reconstruction: a.reconstruction + b.reconstruction,
      klDivergence: a.klDivergence + b.klDivergence, property: a.property + b.property)
  }
}
