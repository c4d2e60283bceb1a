package import Interphase

/// How the organic of a film hangs together: what a smooth blob gets wrong at a good overlap.
///
/// A cluster is a set of organic sites joined side to side; two of the simulator's clusters that
/// touch count as one, since a film alone does not tell them apart.
package struct OrganicClusters: Hashable, Sendable {
  /// Clusters.
  package private(set) var count = 0
  /// Sites of clusters that touch neither electrode nor inorganic.
  package private(set) var floatingSites = 0

  /// Counts, in two passes over the lattice.
  package init(of lattice: Lattice) {
    var forest = Forest(sites: lattice.codes.count)
    let (codes, width) = (lattice.codes, lattice.width)
    let organic = Species.organic.rawValue
    for site in codes.indices where codes[site] == organic {
      if site % width > 0, codes[site - 1] == organic { forest.join(site, site - 1) }
      if site >= width, codes[site - width] == organic { forest.join(site, site - width) }
    }
    var sizes = [Int](repeating: 0, count: codes.count)
    var isHeld = [Bool](repeating: false, count: codes.count)
    for site in codes.indices where codes[site] == organic {
      let root = forest.root(of: site)
      sizes[root] += 1
      isHeld[root] = isHeld[root] || Self.isHeld(site, codes, width)
    }
    for site in codes.indices where sizes[site] > 0 {
      count += 1
      floatingSites += isHeld[site] ? 0 : sizes[site]
    }
  }

  /// Whether a site touches electrode or inorganic.
  private static func isHeld(_ site: Int, _ codes: [UInt8], _ width: Int) -> Bool {
    func holds(_ neighbour: Int) -> Bool {
      codes[neighbour] == Species.electrode.rawValue
        || codes[neighbour] == Species.inorganic.rawValue
    }
    let x = site % width
    return x > 0 && holds(site - 1) || x < width - 1 && holds(site + 1)
      || site >= width && holds(site - width)
      || site + width < codes.count && holds(site + width)
  }
}

/// Sites in sets that are joined two by two (union-find with path halving).
private struct Forest {
  private var parents: [Int]

  init(sites: Int) { parents = Array(0..<sites) }

  mutating func root(of site: Int) -> Int {
    var site = site
    while parents[site] != site {
      parents[site] = parents[parents[site]]
      site = parents[site]
    }
    return site
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    // The lower site leads, so that a set's root is its first site.
    parents[max(one, other)] = min(one, other)
  }
}
