/// Which parts a network has.
public enum Variant: String, CaseIterable, Codable, Sendable {
  /// Encoder and decoder alone.
  case vae
  /// With the property regressor, after Rajagopal et al. 2023.
  case prvae
  /// With the barriers as a condition of the decoder too: the paper's guided model.
  case cprvae
  /// With a prior conditioned on the barriers in place of N(0, I).
  case seiscope

  /// Whether the decoder reads the barriers beside the latent vector.
  public var readsBarriers: Bool { self == .cprvae || self == .seiscope }
  /// Whether properties are regressed from the latent mean.
  public var hasRegressor: Bool { self != .vae }
  /// Whether the prior depends on the barriers.
  public var hasPrior: Bool { self == .seiscope }
}
