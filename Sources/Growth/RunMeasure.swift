public import Interphase
public import KineticMonteCarlo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is measured of a run, in the order of tables.
public enum RunMeasure: String, CaseIterable, Sendable {
  case thickness, porosity, density, volumeFraction, inorganic, organic, roughness
  case charge, ethylene, passivationTime

  /// The seven of the film.
  public static let observables = Array(allCases.prefix(7))

  /// The key in JSON.
  public var key: String { rawValue }

  /// The name in tables.
  public var name: String {
    switch self {
    case .volumeFraction: "volume fraction"
    case .charge: "charge passed"
    case .ethylene: "C₂H₄ released"
    case .passivationTime: "time to passivation"
    default: rawValue
    }
  }

  /// The unit, empty for a ratio.
  public var unit: String {
    switch self {
    case .thickness, .inorganic, .organic, .roughness: "nm"
    case .porosity, .volumeFraction: ""
    case .density: "g/cm³"
    case .charge: "µC/cm²"
    case .ethylene: "nmol/cm²"
    case .passivationTime: "s"
    }
  }

  /// Reads the measure off a run; `nil` for the time to passivation of a run that was cut.
  public func value(of run: SimulationResult) -> Double? {
    switch self {
    case .charge: run.chargeBalance.charge
    case .ethylene: run.chargeBalance.ethyleneAmount
    case .passivationTime: run.passivationTime
    default: value(in: run.observables)
    }
  }

  /// Reads the measure off a film, where it is one of ``observables``.
  public func value(in film: Observables) -> Double? {
    switch self {
    case .thickness: film.thickness
    case .porosity: film.porosity
    case .density: film.density
    case .volumeFraction: film.volumeFraction
    case .inorganic: film.inorganic
    case .organic: film.organic
    case .roughness: film.roughness
    case .charge, .ethylene, .passivationTime: nil
    }
  }

  /// By how much one site, electron or molecule more changes the measure of a run: what lies closer
  /// together than that is the same on this lattice.
  public func step(of run: SimulationResult) -> Double {
    let width = Double(run.parameters.width)
    let volume = max(run.observables.thickness, 1) * width
    switch self {
    case .thickness, .inorganic, .organic: return 1 / width
    case .porosity: return 1 / volume
    case .density: return Observables.inorganicDensity / volume
    case .volumeFraction: return 1 / Double(run.parameters.width * run.parameters.height)
    case .roughness:
      let roughness = run.observables.roughness
      return sqrt(roughness * roughness + 1 / width) - roughness
    case .charge, .ethylene:
      let one = [Int](repeating: 1, count: Reaction.allCases.count)
      let balance = ChargeBalance(reactionCounts: one, width: run.parameters.width)
      return self == .charge
        ? balance.charge / Double(balance.electrons)
        : balance.ethyleneAmount / Double(balance.ethylene)
    case .passivationTime: return 0
    }
  }
}
