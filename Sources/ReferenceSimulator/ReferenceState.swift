public import Interphase

/// A configuration, spelled out: the species of each site, which halves belong to one dimer, and
/// which organic sites to one cluster.
///
/// The reference simulator of the tests: written from the rules alone, as plainly as they read,
/// with nothing of the engine in it. It lists every event from scratch at each step.
public struct ReferenceState: Hashable, Sendable {
  /// Sites in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Row-major, row 0 the electrode.
  public var species: [Species]
  /// The other half of the dimer on this site; −1 elsewhere.
  public var partner: [Int]
  /// The cluster of the organic on this site; −1 elsewhere.
  public var cluster: [Int]

  /// The start of a run.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    species = [Species](repeating: .electrolyte, count: width * height)
    for x in 0..<width {
      species[x] = .electrode
      species[(height - 1) * width + x] = .sink
    }
    partner = [Int](repeating: -1, count: width * height)
    cluster = [Int](repeating: -1, count: width * height)
  }

  /// A given configuration.
  public init(lattice: Lattice, dimers: [(Int, Int)], clusters: [[Int]]) {
    width = lattice.width
    height = lattice.height
    species = lattice.codes.map { Species(rawValue: $0)! }
    partner = [Int](repeating: -1, count: species.count)
    cluster = [Int](repeating: -1, count: species.count)
    for (a, b) in dimers {
      partner[a] = b
      partner[b] = a
    }
    for (number, sites) in clusters.enumerated() {
      for site in sites { cluster[site] = number }
    }
  }

  /// The species alone.
  public var lattice: Lattice {
    try! Lattice(width: width, height: height, codes: species.map(\.rawValue))
  }

  /// The same configuration with each cluster named by its lowest site, so that equal
  /// configurations are equal values.
  public var normalised: ReferenceState {
    var names: [Int: Int] = [:]
    var result = self
    for site in species.indices where cluster[site] >= 0 {
      let name = names[cluster[site], default: site]
      names[cluster[site]] = name
      result.cluster[site] = name
    }
    return result
  }

  /// The neighbour of a site in a direction, `nil` beyond the lattice.
  public func neighbour(of site: Int, _ direction: Direction) -> Int? {
    let x = site % width + direction.dx
    let y = site / width + direction.dy
    guard x >= 0, x < width, y >= 0, y < height else { return nil }
    return y * width + x
  }

  /// The two to four neighbours of a site.
  public func neighbours(of site: Int) -> [Int] {
    Direction.allCases.compactMap { neighbour(of: site, $0) }
  }

  /// The sites of each cluster, in row-major order, by cluster.
  public var clusterSites: [Int: [Int]] {
    Dictionary(grouping: species.indices.filter { cluster[$0] >= 0 }) { cluster[$0] }
  }

  mutating func clear(_ site: Int) {
    species[site] = .electrolyte
    partner[site] = -1
    cluster[site] = -1
  }

  mutating func place(_ kind: Species, at site: Int) {
    clear(site)
    species[site] = kind
  }

  mutating func pair(_ a: Int, _ b: Int) {
    place(.dimer, at: a)
    place(.dimer, at: b)
    partner[a] = b
    partner[b] = a
  }

  mutating func join(_ sites: [Int], to name: Int) {
    for site in sites {
      place(.organic, at: site)
      cluster[site] = name
    }
  }

  var unusedClusterName: Int { (cluster.max() ?? -1) + 1 }
}

/// One of the four lattice directions.
public enum Direction: Int, CaseIterable, Sendable {
  case left, right, down, up

  var dx: Int { self == .left ? -1 : self == .right ? 1 : 0 }
  var dy: Int { self == .down ? -1 : self == .up ? 1 : 0 }
}
