/// What occupies one site of the lattice.
///
/// The raw value is the species code of data sets, bundles and JSON. The networks' one-hot alphabet
/// is 23 codes wide, as in the paper (Rajagopal et al. 2023); these species use the first eight.
public enum Species: UInt8, CaseIterable, Sendable, Codable {
  /// Ethylene carbonate and Li⁺: a medium that never runs out.
  case electrolyte = 0
  /// Source of electrons: row 0.
  case electrode = 1
  /// Bulk electrolyte: the top row.
  case sink = 2
  /// C₂H₄OCOOLi radical (P), mobile.
  case precursor = 3
  /// Li₂CO₃ (F), immobile.
  case inorganic = 4
  /// Li₂EDC (O), mobile.
  case monomer = 5
  /// Half of (Li₂EDC)₂ (D), which occupies two neighbouring sites; mobile.
  case dimer = 6
  /// Li₂EDC in a rigid cluster of at least three (C).
  case organic = 7

  /// Width of the networks' one-hot alphabet.
  public static let alphabetSize = 23

  /// The English name, as printed in JSON and tables.
  public var name: String { String(describing: self) }

  /// Whether the species counts as solid interphase: inorganic or organic.
  public var isSolid: Bool { self == .inorganic || self == .organic }
}
