import Interphase

/// What the curve of a walk shows.
public enum WalkQuantity: String, CaseIterable, Equatable, Sendable {
  /// The four that models regress.
  case thickness, porosity, density, volumeFraction
  /// Sites per column, and the spread of the height over columns [nm].
  case inorganic, organic, roughness
  /// Share of the organic that hangs on nothing [%].
  case floating

  /// The regressed property, where it is one.
  var property: Property? {
    switch self {
    case .thickness: .thickness
    case .porosity: .porosity
    case .density: .density
    case .volumeFraction: .volumeFraction
    case .inorganic, .organic, .roughness, .floating: nil
    }
  }

  /// The name in at most ten columns.
  var shortName: String { property?.shortName ?? rawValue }

  /// Name and unit.
  var heading: String {
    if let property { return property.heading }
    return self == .floating ? "floating [%]" : "\(rawValue) [nm]"
  }

  /// Decimals that are worth showing.
  var decimals: Int { property?.decimals ?? (self == .floating ? 0 : 1) }

  /// Its value on a decoded film.
  func measured(on film: StripFilm) -> Double {
    switch self {
    case .thickness: film.observables.thickness
    case .porosity: film.observables.porosity
    case .density: film.observables.density
    case .volumeFraction: film.observables.volumeFraction
    case .inorganic: film.observables.inorganic
    case .organic: film.observables.organic
    case .roughness: film.observables.roughness
    case .floating: 100 * film.floatingShare
    }
  }

  /// What the model regresses of it; `nil` where it does not.
  func regressed(of film: StripFilm) -> Double? {
    guard let property, film.regressed.indices.contains(property.rawValue) else { return nil }
    return film.regressed[property.rawValue]
  }
}
