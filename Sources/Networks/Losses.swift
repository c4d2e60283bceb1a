/// The loss and its terms, each the mean over samples.
///
/// Not finite where training diverged.
public struct Losses: Codable, Hashable, Sendable {
  /// Cross-entropy, weighted by species and height, summed over sites [nat].
  public var reconstruction: Double
  /// KL(q(z|x) ‖ prior), summed over dimensions [nat].
  public var klDivergence: Double
  /// Squared error, summed over the four standardised properties.
  public var property: Double
  /// Squared distance of the first latent means from the standardised properties.
  public var ordering: Double
  /// Squared error of the decoded film's profiles.
  public var profile: Double
  /// KL(q ‖ the best single Gaussian) beside a mixture prior; in it the posterior counts as given,
  /// so that it moves that Gaussian alone [nat]. Has the weight of ``klDivergence``.
  public var priorFit: Double
  /// All terms with their weights.
  public var total: Double

  /// Wraps the terms.
  public init(
    reconstruction: Double, klDivergence: Double, property: Double, ordering: Double = 0,
    profile: Double = 0, priorFit: Double = 0, total: Double
  ) {
    self.reconstruction = reconstruction
    self.klDivergence = klDivergence
    self.property = property
    self.ordering = ordering
    self.profile = profile
    self.priorFit = priorFit
    self.total = total
  }

  /// Records from before the later terms lack them.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      reconstruction: try values.decode(Double.self, forKey: .reconstruction),
      klDivergence: try values.decode(Double.self, forKey: .klDivergence),
      property: try values.decode(Double.self, forKey: .property),
      ordering: try values.decodeIfPresent(Double.self, forKey: .ordering) ?? 0,
      profile: try values.decodeIfPresent(Double.self, forKey: .profile) ?? 0,
      priorFit: try values.decodeIfPresent(Double.self, forKey: .priorFit) ?? 0,
      total: try values.decode(Double.self, forKey: .total))
  }

  /// Nothing lost.
  public static let zero = Losses(reconstruction: 0, klDivergence: 0, property: 0, total: 0)

  /// Whether all terms are finite; where not, training has diverged.
  public var isFinite: Bool { total.isFinite }

  /// The sum with a multiple of others, term by term.
  public func adding(_ other: Losses, weight: Double) -> Losses {
    Losses(
      reconstruction: reconstruction + weight * other.reconstruction,
      klDivergence: klDivergence + weight * other.klDivergence,
      property: property + weight * other.property,
      ordering: ordering + weight * other.ordering, profile: profile + weight * other.profile,
      priorFit: priorFit + weight * other.priorFit,
      total: total + weight * other.total)
  }

  /// A part of these, term by term.
  public func divided(by count: Double) -> Losses { Losses.zero.adding(self, weight: 1 / count) }

  init(sums: LossSums, count: Int, weights: LossWeights) {
    let scale = 1 / Double(max(count, 1))
    reconstruction = sums.reconstruction * scale
    klDivergence = sums.klDivergence * scale
    property = sums.property * scale
    ordering = sums.ordering * scale
    profile = sums.profile * scale
    priorFit = sums.priorFit * scale
    total =
      reconstruction
      + Double(weights.klDivergence) * (klDivergence + priorFit)
      + Double(weights.property) * property + Double(weights.ordering) * ordering
      + Double(weights.profile) * profile
  }
}

/// Terms of the loss summed over samples.
struct LossSums {
  var reconstruction = 0.0
  var klDivergence = 0.0
  /// KL(q ‖ the Gaussian summary) beside a mixture, in which q counts as given.
  var priorFit = 0.0
  var property = 0.0
  var ordering = 0.0
  var profile = 0.0

  static func + (a: LossSums, b: LossSums) -> LossSums {
    LossSums(
      reconstruction: a.reconstruction + b.reconstruction,
      klDivergence: a.klDivergence + b.klDivergence, priorFit: a.priorFit + b.priorFit,
      property: a.property + b.property, ordering: a.ordering + b.ordering,
      profile: a.profile + b.profile)
  }
}
