import Cells
import Interphase

/// Films grown at the present barriers with different seeds: the one on screen once it has ended,
/// and the replicas that have grown.
struct Ensemble: Equatable {
  /// The films.
  let films: [Lattice]
  /// Replicas among them.
  let replicas: Int
  /// How many films there will be.
  let expected: Int
  /// Why there are no replicas.
  let failure: String?

  /// Replicas that are ordered.
  static let replicaCount = 8

  /// The seeds of the replicas: those after the session's.
  static func seeds(after seed: UInt64) -> [UInt64] {
    (1...UInt64(replicaCount)).map { seed &+ $0 }
  }

  /// What has grown so far; films of older orders do not count, nor do those of another size than
  /// the decoded one.
  init(_ state: ExplorerState) {
    let isCurrent =
      state.orders[.replicas].map { $0.generation == state.evidence.replicas.generation } ?? false
    let size = state.latticeSize
    let others = (isCurrent ? state.evidence.replicas.films : []).filter {
      $0.width == size.width && $0.height == size.height
    }
    var own: [Lattice] = []
    if let snapshot = state.run.snapshot, !state.run.isStarting, snapshot.stage != .growing {
      own = [snapshot.lattice]
    }
    films = own + others
    replicas = others.count
    expected = Self.replicaCount + 1
    failure = state.evidence.failures[.replicas]
  }

  /// Share of the films that hold a species at each site; `nil` of no films.
  func frequency(of species: Species) -> [Double]? {
    guard let first = films.first else { return nil }
    var counts = [Int](repeating: 0, count: first.codes.count)
    for film in films {
      for (site, code) in film.codes.enumerated() where code == species.rawValue {
        counts[site] += 1
      }
    }
    return counts.map { Double($0) / Double(films.count) }
  }
}

extension DecodedResult {
  /// What the decoder believes of a species at each site; `nil` of a stored picture.
  func probability(of species: Species) -> [Double]? {
    let sites = lattice.codes.count
    let start = Int(species.rawValue) * sites
    guard probabilities.count >= start + sites else { return nil }
    return probabilities[start..<start + sites].map(Double.init)
  }
}
