import Interphase

/// The numbers of one run: its parameters and what follows from them.
struct Mechanism: Sendable {
  /// Rates below this [1/s] are taken as never: one such wait outlasts 10^280 years, and a waiting
  /// time drawn from it would leave the numbers that a `Double` holds.
  static let slowest = 1e-290

  /// The slow-down exp(−n/30) of clusters of n sites, n below the table's length.
  private let slowdowns: [Double]
  /// Below this a cluster's move is slower than ``slowest``.
  private let smallestSlowdown: Double
  let parameters: SimulationParameters

  init(_ parameters: SimulationParameters) {
    let moveRate = parameters.rate(of: .clusterDiffusion)
    smallestSlowdown = moveRate > 0 ? Self.slowest / moveRate : .infinity
    slowdowns = (0..<1024).map { RateLaw.clusterSlowdown(sites: $0) }
    self.parameters = parameters
  }

  /// The rate constant of a class [1/s], for a cluster before its slow-down.
  func rate(of kind: EventClass) -> Double {
    guard let reaction = kind.reaction else { return 0 }
    let rate = parameters.rate(of: reaction)
    return rate < Self.slowest ? 0 : rate
  }

  /// The rate at which a slot of a class is drawn [1/s]: that of all events that it stands for.
  func slotRate(of kind: EventClass) -> Double { rate(of: kind) * Double(kind.ways) }

  /// Whether a class is drawn with the hops of a particle instead of listed.
  ///
  /// Hops are; so is a reaction of monomer or dimer that is no faster than its hop.
  func hides(_ kind: EventClass) -> Bool {
    switch kind {
    case .monomerHop, .dimerHop: true
    case .pairing, .nucleation3, .growthMonomer: rate(of: kind) <= rate(of: .monomerHop)
    case .growthDimer, .nucleation4: rate(of: kind) <= rate(of: .dimerHop)
    default: false
    }
  }

  /// exp(−n/30) for a cluster of n sites; 0 where the move's rate is below ``slowest``.
  func slowdown(sites: Int) -> Double {
    let factor =
      sites < slowdowns.count ? slowdowns[sites] : RateLaw.clusterSlowdown(sites: sites)
    return factor < smallestSlowdown ? 0 : factor
  }
}
