import Interphase
import KineticMonteCarlo

/// What there must be of each species, from the start and the counts of the reactions alone.
struct Ledger {
  private let start: [Int]
  private let clustersAtStart: Int

  init(_ configuration: Configuration) {
    start = configuration.lattice.counts
    clustersAtStart = configuration.clusters.count
  }

  /// What is wrong with a film after these reactions, empty where nothing is.
  ///
  /// How many sites an escaping cluster takes along no counter says: three each at least.
  func errors(in lattice: Lattice, after reactions: [Int]) -> [String] {
    func happened(_ reaction: Reaction) -> Int { reactions[reaction.rawValue - 1] }
    func at(_ species: Species) -> Int { start[Int(species.rawValue)] }
    let electronsIn = happened(.ecReductionElectrode) + happened(.ecReductionInorganic)
    let deposited =
      happened(.precursorReductionElectrode) + happened(.precursorReductionInorganic)
    let expected: [(Species, Int)] = [
      (.inorganic, at(.inorganic) + deposited),
      (
        .precursor,
        at(.precursor) + electronsIn - deposited - 2 * happened(.dimerisation)
          - happened(.precursorEscape)
      ),
      (
        .monomer,
        at(.monomer) + happened(.dimerisation) - 2 * happened(.pairing) - happened(.nucleation3)
          - happened(.growthMonomer) - happened(.monomerEscape)
      ),
      (
        .dimer,
        at(.dimer) + 2 * happened(.pairing) - 2 * happened(.nucleation3) - 2
          * happened(.growthDimer)
          - 4 * happened(.nucleation4) - 2 * happened(.dimerEscape)
      ),
      (.electrode, at(.electrode)), (.sink, at(.sink)),
    ]
    var errors = expected.compactMap { species, count in
      lattice.count(of: species) == count
        ? nil : "\(lattice.count(of: species)) \(species.name), not \(count)"
    }
    let made =
      at(.organic) + 3 * happened(.nucleation3) + 4 * happened(.nucleation4)
      + happened(.growthMonomer) + 2 * happened(.growthDimer)
    let lost = made - lattice.count(of: .organic)
    let escapes = happened(.clusterEscape)
    if escapes == 0 ? lost != 0 : lost < 3 * escapes {
      errors.append("\(lost) organic sites lost by \(escapes) cluster escapes")
    }
    return errors
  }

  /// Clusters that there must be after these reactions.
  func clusters(after reactions: [Int]) -> Int {
    func happened(_ reaction: Reaction) -> Int { reactions[reaction.rawValue - 1] }
    return clustersAtStart + happened(.nucleation3) + happened(.nucleation4)
      - happened(.coalescence) - happened(.clusterEscape)
  }
}
