internal import Interphase

/// The weights of the loss's terms.
///
/// reconstruction + β · KL + λ · property + κ · ordering + γ · profile, where the reconstruction's
/// sites are weighted by their species and their height. All but β and λ are of this project; with
/// their defaults the loss is that of Rajagopal et al. 2023.
public struct LossWeights: Codable, Hashable, Sendable {
  /// β, of the Kullback–Leibler divergence from the prior.
  public var klDivergence: Float
  /// λ, of the squared error of the standardised properties.
  public var property: Float
  /// κ, of the squared distance of the first four latent means from the standardised properties;
  /// see ``LatentOrdering``.
  public var ordering: Float
  /// γ, of the decoded film's rows, heights and pairs of solids; see ``ProfileLoss``.
  public var profile: Float
  /// Weight of the cross-entropy in the rows where inorganic SEI can form: 1 to ``nearDepth``.
  public var near: Float
  /// Rows above the electrode in which reductions happen: the tunnelling depth [nm].
  public var nearDepth: Int
  /// Weight of the cross-entropy at sites that hold precursor, monomer or dimer, which diffuse:
  /// where they are is chance.
  public var mobile: Float

  /// Wraps the weights.
  public init(
    klDivergence: Float, property: Float, ordering: Float = 0, profile: Float = 0,
    near: Float = 1, nearDepth: Int = 4, mobile: Float = 1
  ) {
    self.klDivergence = klDivergence
    self.property = property
    self.ordering = ordering
    self.profile = profile
    self.near = near
    self.nearDepth = nearDepth
    self.mobile = mobile
  }

  /// Records from before the later weights lack them.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func later<Value: Decodable>(_ key: CodingKeys, _ absent: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? absent
    }
    self.init(
      klDivergence: try values.decode(Float.self, forKey: .klDivergence),
      property: try values.decode(Float.self, forKey: .property),
      ordering: try later(.ordering, 0), profile: try later(.profile, 0),
      near: try later(.near, 1), nearDepth: try later(.nearDepth, 4),
      mobile: try later(.mobile, 1))
  }

  /// Throws where a network has no room for what a term needs.
  func check(for architecture: Architecture) throws(NetworkError) {
    guard ordering == 0 || architecture.latent >= LatentOrdering.scales.count else {
      throw .architecture(
        "latent: expected at least \(LatentOrdering.scales.count) for the ordering term, found "
          + "\(architecture.latent)")
    }
    guard profile == 0 || architecture.alphabet >= ProfileLoss.species else {
      throw .architecture(
        "alphabet: expected at least \(ProfileLoss.species) for the profile term, found "
          + "\(architecture.alphabet)")
    }
  }

  /// The cross-entropy's weight by species code, near the electrode or above.
  func ofCodes(_ alphabet: Int, isNear: Bool) -> [Float] {
    (0..<alphabet).map { code in
      let species = UInt8(exactly: code).flatMap(Species.init(rawValue:))
      let isMobile = [.precursor, .monomer, .dimer].contains(species)
      return (isMobile ? mobile : 1) * (isNear ? near : 1)
    }
  }
}
