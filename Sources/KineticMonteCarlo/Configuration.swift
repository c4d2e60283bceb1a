public import Interphase

/// A lattice with what its species codes do not say: which halves make one dimer, and which organic
/// sites one cluster.
///
/// Two clusters may touch without being one: a product joins a cluster only by the reactions that
/// do so.
public struct Configuration: Hashable, Sendable {
  /// The species of each site.
  public let lattice: Lattice
  /// The two sites (row · width + column) of each dimer.
  public let dimers: [[Int]]
  /// The sites of each cluster.
  public let clusters: [[Int]]

  /// Takes explicit dimers and clusters.
  ///
  /// - Throws: ``ConfigurationError`` where the rows of electrode and sink are not as in every run,
  ///   or dimers and clusters are not exactly the sites of their species: dimers of two neighbours,
  ///   clusters connected and of three sites or more.
  public init(
    _ lattice: Lattice, dimers: [[Int]], clusters: [[Int]]
  ) throws(ConfigurationError) {
    try Self.checkBorders(of: lattice)
    try Self.check(dimers, of: .dimer, on: lattice) { $0 == 2 }
    try Self.check(clusters, of: .organic, on: lattice) { $0 >= 3 }
    self.lattice = lattice
    self.dimers = dimers
    self.clusters = clusters
  }

  /// Takes connected organic sites as one cluster each, and pairs dimer halves in row-major order:
  /// each with the free half to its right, or else above.
  ///
  /// - Throws: ``ConfigurationError`` as above.
  public init(_ lattice: Lattice) throws(ConfigurationError) {
    let codes = lattice.codes
    var paired = Set<Int>()
    var dimers: [[Int]] = []
    for site in codes.indices where codes[site] == Species.dimer.rawValue {
      guard !paired.contains(site) else { continue }
      let right = site % lattice.width + 1 < lattice.width ? [site + 1] : []
      let partner = (right + [site + lattice.width]).first {
        $0 < codes.count && codes[$0] == Species.dimer.rawValue && !paired.contains($0)
      }
      dimers.append([site] + (partner.map { [$0] } ?? []))
      paired.formUnion(dimers[dimers.count - 1])
    }
    let organic = codes.indices.filter { codes[$0] == Species.organic.rawValue }
    try self.init(lattice, dimers: dimers, clusters: lattice.components(of: organic))
  }

  private static func checkBorders(of lattice: Lattice) throws(ConfigurationError) {
    let top = lattice.height - 1
    for site in lattice.codes.indices {
      let row = site / lattice.width
      let found = lattice[site % lattice.width, row]
      let isRight =
        switch row {
        case 0: found == .electrode
        case top: found == .sink
        default: found != .electrode && found != .sink
        }
      if !isRight { throw .border(found, row: row, column: site % lattice.width) }
    }
  }

  private static func check(
    _ groups: [[Int]], of species: Species, on lattice: Lattice, hasSize: (Int) -> Bool
  ) throws(ConfigurationError) {
    var sites = Set<Int>()
    for group in groups {
      for site in group {
        guard lattice.codes.indices.contains(site), lattice.codes[site] == species.rawValue,
          sites.insert(site).inserted
        else { throw .group(species, group) }
      }
      guard hasSize(group.count), lattice.components(of: group).count == 1 else {
        throw .group(species, group)
      }
    }
    guard sites.count == lattice.count(of: species) else {
      let missing = lattice.codes.indices.filter {
        lattice.codes[$0] == species.rawValue && !sites.contains($0)
      }
      throw .group(species, missing)
    }
  }
}

extension Lattice {
  /// The connected components of some sites, each in row-major order.
  func components(of sites: [Int]) -> [[Int]] {
    var left = Set(sites)
    var components: [[Int]] = []
    for start in sites.sorted() where left.remove(start) != nil {
      var component = [start]
      var next = 0
      while next < component.count {
        let site = component[next]
        let column = site % width
        let beside = (column > 0 ? [site - 1] : []) + (column + 1 < width ? [site + 1] : [])
        for neighbour in beside + [site - width, site + width]
        where left.remove(neighbour) != nil {
          component.append(neighbour)
        }
        next += 1
      }
      components.append(component.sorted())
    }
    return components
  }
}

/// Why a lattice is no configuration of a run.
public enum ConfigurationError: UserError, Equatable {
  /// Electrode or sink where they cannot be, or something else in their rows.
  case border(Species, row: Int, column: Int)
  /// Sites that are not one dimer, or not one cluster.
  case group(Species, [Int])
  /// Another size than the parameters'.
  case size(width: Int, height: Int, expectedWidth: Int, expectedHeight: Int)

  /// Bad data.
  public var exitStatus: ExitStatus { .data }

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .border(let found, let row, let column):
      "\(found.name) at row \(row), column \(column): row 0 must be electrode, the last row sink, "
        + "and the rows between neither"
    case .group(let species, let sites):
      "sites \(sites) are no \(species.name): a dimer needs two neighbouring sites, a cluster of "
        + "organic three connected ones or more, each site in one group"
    case .size(let width, let height, let expectedWidth, let expectedHeight):
      "a lattice of \(width) x \(height) sites does not fit parameters for "
        + "\(expectedWidth) x \(expectedHeight): give both the same size"
    }
  }
}
