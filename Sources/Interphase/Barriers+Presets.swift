/// Barrier vectors with a name.
///
/// Those after the first two are samples of Latin hypercubes over the design, rounded to 1 meV. Six
/// hundred were simulated with four to six seeds each; of those that came to one outcome with all
/// seeds (for ``bistable``: to two that are far apart) a typical one that ends quickly was taken and
/// run with seeds 1 to 50, up to 1,000,000 events each. The figures are those of the 50 runs (rules
/// version 3): mean ± standard deviation over the seeds.
public enum BarrierPreset: String, CaseIterable, Sendable {
  /// The middle of the published design.
  case middle
  /// The authors' published example.
  case esmaeilpour
  /// 50 of 50 runs end as organic films: 9.9 ± 1.6 nm high, porosity 0.28 ± 0.07, 1 nm of
  /// inorganic; all finished, after 275,000 events.
  case porousOrganicFilm = "porous-organic-film"
  /// 50 of 50 runs are a solution of Li₂EDC with a few small clusters, porosity 0.73 ± 0.04; none
  /// finished, since dissolved Li₂EDC goes on hopping.
  case dissolvedProduct = "li2edc-solution"
  /// 50 of 50 runs end as inorganic films of the tunnelling depth, 4.01 ± 0.09 nm, of which
  /// 3.50 ± 0.07 nm are inorganic; all finished, after 87,000 events.
  case inorganicFilm = "inorganic-film"
  /// 50 of 50 runs stop growing at one layer of Li₂CO₃, 1.00 nm, with Li₂EDC dissolved above; none
  /// finished.
  case monolayer
  /// 32 of 50 runs finished as films of 14 to 35 nm, the other 18 are 1.1 to 1.7 nm high at the event
  /// limit: a film or nothing.
  case bistable

  /// The fifteen barriers [eV].
  public var barriers: Barriers {
    switch self {
    case .middle: .middle
    case .esmaeilpour: .esmaeilpour
    case .porousOrganicFilm:
      Barriers(fixed: [
        0.302, 0.293, 0.469, 0.330, 0.636, 0.493, 0.782, 0.700, 0.548, 0.773, 0.542, 0.567, 0.481,
        0.380, 0.467,
      ])
    case .dissolvedProduct:
      Barriers(fixed: [
        0.381, 0.337, 0.381, 0.375, 0.700, 0.494, 0.653, 0.791, 0.691, 0.475, 0.740, 0.628, 0.420,
        0.435, 0.550,
      ])
    case .inorganicFilm:
      Barriers(fixed: [
        0.459, 0.351, 0.379, 0.521, 0.826, 0.516, 0.499, 0.491, 0.732, 0.625, 0.675, 0.464, 0.585,
        0.511, 0.669,
      ])
    case .monolayer:
      Barriers(fixed: [
        0.334, 0.428, 0.484, 0.487, 0.890, 0.671, 0.738, 0.726, 0.742, 0.520, 0.558, 0.447, 0.355,
        0.516, 0.668,
      ])
    case .bistable:
      Barriers(fixed: [
        0.356, 0.323, 0.318, 0.393, 0.925, 0.757, 0.754, 0.458, 0.591, 0.620, 0.752, 0.624, 0.577,
        0.597, 0.481,
      ])
    }
  }

  /// What to expect of the barriers, in one line.
  public var summary: String {
    switch self {
    case .middle: "the middle of the published design"
    case .esmaeilpour: "the authors' published example"
    case .porousOrganicFilm: "10 nm of branching organic over a layer of inorganic"
    case .dissolvedProduct: "Li₂EDC that stays in solution"
    case .inorganicFilm: "4 nm of inorganic, as far as electrons tunnel"
    case .monolayer: "one layer of inorganic, and no more"
    case .bistable: "a film of some 30 nm or next to nothing, as the seed will have it"
    }
  }

  /// The preset of a name.
  ///
  /// - Throws: ``PresetError`` with the nearest name, or all.
  public static func named(_ name: String) throws(PresetError) -> BarrierPreset {
    guard let preset = BarrierPreset(rawValue: name) else { throw PresetError(name: name) }
    return preset
  }
}

/// A name that no preset has.
public struct PresetError: UserError, Equatable {
  /// The name that was asked for.
  public let name: String

  /// Bad usage.
  public var exitStatus: ExitStatus { .usage }

  /// One sentence for the reader.
  public var description: String {
    let names = BarrierPreset.allCases.map(\.rawValue)
    let remedy = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    return "unknown preset '\(name)': "
      + (remedy ?? "use one of "
        + BarrierPreset.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", "))
  }
}
