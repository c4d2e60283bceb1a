import Interphase

/// The species of a site as one bit, so that "is any of these around?" is an OR and an AND.
///
/// A wall (the padding beside each row) has no bit: nothing reacts with it.
enum SiteCode {
  static let wall: UInt8 = 0
  static let electrolyte = code(of: .electrolyte)
  static let electrode = code(of: .electrode)
  static let sink = code(of: .sink)
  static let precursor = code(of: .precursor)
  static let inorganic = code(of: .inorganic)
  static let monomer = code(of: .monomer)
  static let dimer = code(of: .dimer)
  static let organic = code(of: .organic)

  /// Distinct values of ``index(of:)``: eight species and the wall.
  static let count = 9

  static func code(of species: Species) -> UInt8 { 1 << species.rawValue }

  /// The species' raw value, 8 for a wall.
  static func index(of code: UInt8) -> Int { code.trailingZeroBitCount }
}
