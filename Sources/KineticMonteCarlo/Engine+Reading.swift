import Interphase

/// A lattice in, a configuration out.
extension Engine {
  /// Writes the start of a run and lists what it can do; of a group later members come first in the
  /// engine's own order.
  mutating func fill(with lattice: Lattice, dimers: [[Int]] = [], clusters: [[Int]] = []) {
    let monomers = lattice.codes.indices.filter {
      lattice.codes[$0] == Species.monomer.rawValue
    }
    fill(
      with: lattice, monomers: monomers, dimers: dimers,
      clusters: clusters.enumerated().map { ($0.offset, $0.element) },
      freeClusters: (clusters.count..<layout.clusterCapacity).reversed())
  }

  /// Writes a configuration whose particles and clusters have their places and identifiers given.
  ///
  /// - Parameter freeClusters: The identifiers that no cluster has; the last is taken next.
  mutating func fill(
    with lattice: Lattice, monomers: [Int], dimers: [[Int]],
    clusters: [(identifier: Int, sites: [Int])], freeClusters: [Int]
  ) {
    for cluster in freeClusters { release(cluster) }
    for site in lattice.codes.indices {
      let species = Species(rawValue: lattice.codes[site])!
      let isGrouped = [.monomer, .dimer, .organic].contains(species)
      codes[layout.padded(site)] =
        isGrouped ? SiteCode.electrolyte : SiteCode.code(of: species)
      labels[layout.padded(site)] = -1
    }
    for site in monomers { addMonomer(at: layout.padded(site)) }
    for pair in dimers { addDimer(at: layout.padded(pair[0]), layout.padded(pair[1])) }
    for (cluster, sites) in clusters {
      for site in sites { join(layout.padded(site), to: cluster) }
    }
    settle()
    for site in lattice.codes.indices where (1..<(layout.height - 1)).contains(site / layout.width)
    {
      for direction in 0..<4 { relist(layout.padded(site), direction) }
      listHops(of: layout.padded(site))
    }
  }

  var lattice: Lattice {
    var species = [UInt8](repeating: 0, count: layout.width * layout.height)
    for row in 0..<layout.height {
      for column in 0..<layout.width {
        species[row * layout.width + column] = UInt8(
          truncatingIfNeeded: SiteCode.index(of: codes[row * stride + column + 1]))
      }
    }
    do {
      return try Lattice(width: layout.width, height: layout.height, codes: species)
    } catch {
      preconditionFailure("a site holds no species: \(error)")
    }
  }

  var configuration: Configuration {
    let pairs = (0..<dimerCount).map { index in
      (0..<2).map { layout.unpadded(Int(dimers[index * 2 + $0])) }
    }
    let groups = (0..<layout.clusterCapacity).filter { clusters[$0].size > 0 }.map { cluster in
      members(of: cluster).map(layout.unpadded)
    }
    do {
      return try Configuration(lattice, dimers: pairs, clusters: groups)
    } catch {
      preconditionFailure("the lattice is no configuration: \(error)")
    }
  }

  func members(of cluster: Int) -> [Int] {
    var sites: [Int] = []
    var site = clusters[cluster].head
    while site >= 0 {
      sites.append(Int(site))
      site = nextMember[Int(site)]
    }
    return sites
  }

  var reactionCounts: [Int] {
    var counts = [Int](repeating: 0, count: Reaction.allCases.count)
    for kind in EventClass.allCases {
      guard let reaction = kind.reaction else { continue }
      counts[reaction.rawValue - 1] += tally[Int(kind.rawValue)]
    }
    return counts
  }
}
