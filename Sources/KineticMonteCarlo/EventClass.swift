import Interphase

/// What a slot lists: the nineteen reactions, two of them (8 and 9) apart where a cluster takes a
/// neighbour in by an event of its own.
///
/// The raw value of a reaction's class is the reaction's.
enum EventClass: UInt8, CaseIterable {
  case none
  case reductionAtElectrode
  case reductionAtInorganic
  case depositionAtElectrode
  case dimerisation
  case pairing
  case nucleation3
  case depositionAtInorganic
  case growthMonomer
  case growthDimer
  case nucleation4
  case coalescence
  case dimerHop
  case monomerHop
  case precursorHop
  case clusterMove
  case precursorEscape
  case dimerEscape
  case clusterEscape
  case monomerEscape
  case monomerIntake
  case dimerIntake

  static let count = allCases.count
  /// ``count``, rounded up to whole vectors of four.
  static let padded = (count + 3) / 4 * 4

  /// The reaction whose rate constant and counter the class has, `nil` for ``none``.
  var reaction: Reaction? {
    switch self {
    case .none: nil
    case .monomerIntake: .growthMonomer
    case .dimerIntake: .growthDimer
    default: Reaction(rawValue: Int(rawValue))
    }
  }

  /// Whether an electron is transferred, as ``Reaction/transfersElectron`` says; here a compare of
  /// bytes, since the loop asks after every event.
  var transfersElectron: Bool {
    switch self {
    case .reductionAtElectrode, .reductionAtInorganic, .depositionAtElectrode,
      .depositionAtInorganic:
      true
    default: false
    }
  }

  /// What the species of a site does to, or with, that of its neighbour, before the conditions
  /// that need more than two species: tunnelling depth, one dimer's halves, room for a dimer's hop.
  static func pair(_ acting: Species, _ neighbour: Species) -> EventClass {
    switch (acting, neighbour) {
    case (.electrode, .electrolyte): .reductionAtElectrode
    case (.inorganic, .electrolyte): .reductionAtInorganic
    case (.electrode, .precursor): .depositionAtElectrode
    case (.inorganic, .precursor): .depositionAtInorganic
    case (.precursor, .electrolyte): .precursorHop
    case (.precursor, .precursor): .dimerisation
    case (.precursor, .sink): .precursorEscape
    case (.monomer, .electrolyte): .monomerHop
    case (.monomer, .monomer): .pairing
    case (.monomer, .dimer): .nucleation3
    case (.monomer, .organic): .growthMonomer
    case (.monomer, .sink): .monomerEscape
    case (.dimer, .electrolyte): .dimerHop
    case (.dimer, .dimer): .nucleation4
    case (.dimer, .organic): .growthDimer
    case (.dimer, .sink): .dimerEscape
    default: .none
    }
  }
}
