import Interphase
import KineticMonteCarlo

/// A configuration to start from, filled at random with particles of one kind after the other.
struct Scene {
  private var lattice: Lattice
  private var dimers: [[Int]] = []
  private var clusters: [[Int]] = []

  init(width: Int, height: Int) { lattice = Lattice(emptyWidth: width, height: height) }

  /// Puts `count` rows of `size` sites where there is room.
  mutating func scatter(
    _ species: Species, size: Int, count: Int, using source: inout RandomSource
  ) {
    for _ in 0..<count {
      let x = Int.random(in: 0...(lattice.width - size), using: &source)
      let y = Int.random(in: 1..<(lattice.height - 1), using: &source)
      let sites = (x..<(x + size)).map { y * lattice.width + $0 }
      guard sites.allSatisfy({ lattice.codes[$0] == Species.electrolyte.rawValue }) else {
        continue
      }
      for column in x..<(x + size) { lattice[column, y] = species }
      if species == .dimer { dimers.append(sites) }
      if species == .organic { clusters.append(sites) }
    }
  }

  /// Closes the way to the sink by a row of inorganic, and for clusters, which inorganic would hold
  /// fast, a row of precursors below it.
  mutating func close(forClusters: Bool) {
    for x in 0..<lattice.width {
      lattice[x, lattice.height - 2] = .inorganic
      if forClusters { lattice[x, lattice.height - 3] = .precursor }
    }
  }

  func simulation(_ barriers: Barriers, seed: UInt64) -> Simulation {
    let parameters = try! SimulationParameters(
      barriers: barriers, width: lattice.width, height: lattice.height)
    return try! Simulation(
      parameters,
      configuration: Configuration(lattice, dimers: dimers, clusters: clusters),
      source: RandomSource(seed: seed))
  }
}

extension Barriers {
  /// Only these reactions happen within the age of the universe [eV].
  static func only(_ barriers: [Reaction: Float]) -> Barriers {
    try! Barriers(Reaction.withBarrier.map { barriers[$0] ?? 5 })
  }
}
