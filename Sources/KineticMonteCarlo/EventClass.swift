import Interphase

/// What a slot lists: the nineteen reactions; two of them (8 and 9) apart where a cluster takes a
/// neighbour in by an event of its own, and the precursor's hops (14) apart by how many a precursor
/// has.
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
  /// A precursor with four electrolyte neighbours; those with fewer come last.
  case precursorHop4
  case clusterMove
  case precursorEscape
  case dimerEscape
  case clusterEscape
  case monomerEscape
  case monomerIntake
  case dimerIntake
  case precursorHop3
  case precursorHop2
  case precursorHop1

  static let count = allCases.count
  /// ``count``, rounded up to whole vectors of four.
  static let padded = (count + 3) / 4 * 4

  /// The reaction whose rate constant and counter the class has, `nil` for ``none``.
  var reaction: Reaction? {
    switch self {
    case .none: nil
    case .monomerIntake: .growthMonomer
    case .dimerIntake: .growthDimer
    case .precursorHop1, .precursorHop2, .precursorHop3: .precursorDiffusion
    default: Reaction(rawValue: Int(rawValue))
    }
  }

  /// The class of a precursor with so many electrolyte neighbours.
  static func precursorHop(ways: Int) -> EventClass {
    switch ways {
    case 4: .precursorHop4
    case 3: .precursorHop3
    case 2: .precursorHop2
    case 1: .precursorHop1
    default: .none
    }
  }

  /// Events that one slot of the class stands for, equally likely.
  var ways: Int {
    switch self {
    case .none: 0
    case .precursorHop4: 4
    case .precursorHop3: 3
    case .precursorHop2: 2
    default: 1
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
  /// A precursor's hops are listed apart.
  static func pair(_ acting: Species, _ neighbour: Species) -> EventClass {
    switch (acting, neighbour) {
    case (.electrode, .electrolyte): .reductionAtElectrode
    case (.inorganic, .electrolyte): .reductionAtInorganic
    case (.electrode, .precursor): .depositionAtElectrode
    case (.inorganic, .precursor): .depositionAtInorganic
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
