public import Interphase

/// The kind of film that a simulation ended with: four classes by rule.
///
/// The rules are tried in this order, on the final configuration alone; shares are those of 300
/// samples of the design with the published event limit:
///
/// | class | rule | share | of it finished |
/// |---|---|---|---|
/// | ``monolayer`` | thinner than ``monolayerThickness``, whatever is dissolved above | 28 % | 0 % |
/// | ``solution`` | more than ``dissolvedThreshold`` of dissolved Li₂EDC (monomers and dimers), and more of it than of organic: it has not come together | 24 % | 0 % |
/// | ``organicFilm`` | more organic than inorganic | 37 % | 82 % |
/// | ``inorganic`` | what is left | 11 % | 97 % |
///
/// Dissolved Li₂EDC has two clearly separate kinds of value: up to 0.6 nm in finished runs, mostly
/// above 5 nm in others; the threshold lies between.
///
/// The raw value is the feature `outcome` of the stored sample.
public enum Outcome: Int, CaseIterable, Sendable, Codable {
  case inorganic = 0
  case organicFilm = 1
  case solution = 2
  case monolayer = 3

  /// Thickness below which a film counts as a monolayer [nm].
  public static let monolayerThickness = 1.5
  /// Dissolved Li₂EDC up to which a film counts as complete [sites per column, nm].
  public static let dissolvedThreshold = 1.0

  /// Classifies a configuration.
  public init(of lattice: Lattice) {
    self.init(lattice, Observables(of: lattice))
  }

  /// Classifies a configuration that has been measured.
  init(_ lattice: Lattice, _ observables: Observables) {
    let dissolved =
      Double(lattice.count(of: .monomer) + lattice.count(of: .dimer)) / Double(lattice.width)
    if observables.thickness < Self.monolayerThickness {
      self = .monolayer
    } else if dissolved > max(Self.dissolvedThreshold, observables.organic) {
      self = .solution
    } else {
      self = observables.organic > observables.inorganic ? .organicFilm : .inorganic
    }
  }

  /// The key in `manifest.json`.
  public var id: String { String(describing: self) }

  /// The name in tables.
  public var name: String {
    switch self {
    case .inorganic: "inorganic"
    case .organicFilm: "organic film"
    case .solution: "Li₂EDC in solution"
    case .monolayer: "monolayer"
    }
  }
}
