import Interphase

/// The numbers of one run: its parameters and their rate constants by event class.
struct Mechanism: Sendable {
  /// Rates below this [1/s] are taken as never: one such wait outlasts 10^280 years, and a waiting
  /// time drawn from it would leave the numbers that a `Double` holds.
  static let slowest = 1e-290

  /// Rate constants [1/s], indexed by class.
  let rates: InlineArray<22, Double>
  /// The slow-down exp(−n/30) of clusters of n sites, n below the table's length.
  private let slowdowns: [Double]
  let parameters: SimulationParameters

  init(_ parameters: SimulationParameters) {
    var rates = InlineArray<22, Double>(repeating: 0)
    for kind in EventClass.allCases {
      guard let reaction = kind.reaction else { continue }
      let rate = parameters.rate(of: reaction)
      rates[Int(kind.rawValue)] = rate < Self.slowest ? 0 : rate
    }
    self.rates = rates
    slowdowns = (0..<1024).map { RateLaw.clusterSlowdown(sites: $0) }
    self.parameters = parameters
  }

  /// The rate constant of a class [1/s], for a cluster before its slow-down.
  func rate(of kind: EventClass) -> Double { rates[Int(kind.rawValue)] }

  /// exp(−n/30) for a cluster of n sites; 0 where the move's rate is below ``slowest``.
  func slowdown(sites: Int) -> Double {
    let factor =
      sites < slowdowns.count ? slowdowns[sites] : RateLaw.clusterSlowdown(sites: sites)
    return factor * rate(of: .clusterMove) < Self.slowest ? 0 : factor
  }
}
