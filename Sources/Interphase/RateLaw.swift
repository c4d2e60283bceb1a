#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Transition-state rates: k = (k_B T / h) · exp(−E / k_B T) (Eyring).
public struct RateLaw: Hashable, Sendable {
  /// Boltzmann's constant [eV/K], CODATA 2018.
  public static let boltzmann = 8.617333262e-5
  /// Planck's constant [eV·s], CODATA 2018.
  public static let planck = 4.135667696e-15
  /// Edge of a site [m].
  public static let siteLength = 1e-9

  /// Temperature [K].
  public let temperature: Double

  /// - Precondition: `kelvin` is positive and finite.
  public init(temperatureKelvin kelvin: Double = 300) {
    precondition(kelvin > 0 && kelvin.isFinite, "temperature of \(kelvin) K")
    temperature = kelvin
  }

  /// The rate constant [1/s] of a barrier [eV].
  public func rate(barrier: Double) -> Double {
    let thermal = Self.boltzmann * temperature
    return thermal / Self.planck * exp(-barrier / thermal)
  }

  /// The barrier [eV] of a rate constant [1/s]; negative beyond k_B T / h.
  ///
  /// - Precondition: `rate` is positive.
  public func barrier(rate: Double) -> Double {
    precondition(rate > 0, "a rate of \(rate) 1/s has no barrier")
    let thermal = Self.boltzmann * temperature
    return -thermal * log(rate * Self.planck / thermal)
  }

  /// The free diffusion coefficient [m²/s] of what the reaction moves, `nil` where it moves nothing.
  ///
  /// a²k for precursor and monomer, (10/3) a²k for the dimer's two-site hop, a²k·exp(−n/30) for a
  /// cluster of `clusterSize` sites.
  public func diffusionCoefficient(
    of reaction: Reaction, barrier: Double, clusterSize: Int = 3
  ) -> Double? {
    let area = Self.siteLength * Self.siteLength
    switch reaction {
    case .precursorDiffusion, .monomerDiffusion: return area * rate(barrier: barrier)
    case .dimerDiffusion: return 10 / 3 * area * rate(barrier: barrier)
    case .clusterDiffusion:
      return area * rate(barrier: barrier) * Self.clusterSlowdown(sites: clusterSize)
    default: return nil
    }
  }

  /// How much slower a cluster of n sites moves than the bare rate: exp(−n/30).
  public static func clusterSlowdown(sites: Int) -> Double { exp(-Double(sites) / 30) }
}
