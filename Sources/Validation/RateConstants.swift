import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The rate constants as the papers give them, written down a second time.
///
/// Nothing here comes from the simulator's own constants and tables: a wrong number there must show.
enum RateConstants {
  /// k = (k_B T / h) · exp(−E / k_B T) [1/s], E [eV], T [K] (Eyring; CODATA 2018, exact since the SI
  /// of 2019: k_B/e = 1.380649 × 10⁻²³ / 1.602176634 × 10⁻¹⁹ eV/K).
  static func rate(barrier: Double, temperature: Double) -> Double {
    let thermal = 1.380649e-23 / 1.602176634e-19 * temperature
    let planck = 6.62607015e-34 / 1.602176634e-19
    return thermal / planck * exp(-barrier / thermal)
  }

  /// The rate constants of reactions 1 to 19 [1/s] at index raw value − 1; the escapes' barrier is
  /// 0.01 eV (published code of Esmaeilpour et al. 2023).
  static func all(barriers: Barriers, temperature: Double) -> [Double] {
    let given = barriers.values.map { Double($0) }
    return (given + [Double](repeating: 0.01, count: 4)).map {
      rate(barrier: $0, temperature: temperature)
    }
  }

  /// How much slower a cluster of n sites moves: exp(−n/30).
  static func slowdown(sites: Int) -> Double { exp(Double(sites) / -30) }
}
