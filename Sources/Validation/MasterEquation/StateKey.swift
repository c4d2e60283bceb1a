import Interphase
import KineticMonteCarlo
import ReferenceSimulator

/// A configuration as a value to compare: one byte a site.
///
/// The byte is the species' code; for half a dimer also where the other half is, and for organic the
/// lowest site of its cluster. Equal configurations have equal keys, however clusters are numbered.
struct StateKey: Hashable, Sendable {
  private var bytes: [UInt8]

  /// Of a configuration of the simulator.
  ///
  /// - Precondition: Fewer than 200 sites.
  init(_ configuration: Configuration) {
    bytes = configuration.lattice.codes
    for halves in configuration.dimers {
      pair(halves[0], with: halves[1], width: configuration.lattice.width)
    }
    for sites in configuration.clusters { name(sites) }
  }

  /// Of a configuration of the reference.
  ///
  /// - Precondition: Fewer than 200 sites.
  init(_ state: ReferenceState) {
    bytes = state.species.map(\.rawValue)
    for site in bytes.indices where state.partner[site] > site {
      pair(site, with: state.partner[site], width: state.width)
    }
    for sites in state.clusterSites.values { name(sites) }
  }

  private mutating func pair(_ first: Int, with second: Int, width: Int) {
    let (low, high) = (min(first, second), max(first, second))
    let isUpright = high - low == width
    bytes[low] = isUpright ? 10 : 11
    bytes[high] = isUpright ? 12 : 13
  }

  private mutating func name(_ sites: [Int]) {
    let lowest = sites.min() ?? 0
    precondition(lowest < 200, "site \(lowest) has no name in a byte")
    for site in sites { bytes[site] = UInt8(20 + lowest) }
  }
}
