public import Interphase

/// What was worked out for the views beside the film and the decoded answer.
public struct Evidence: Equatable, Sendable {
  /// A strip or sheet of films, as far as it has arrived.
  public struct Strip: Equatable, Sendable {
    /// The order's number; 0 before the first.
    public var generation = 0
    /// The films that have arrived, in order.
    public var films: [StripFilm] = []
    /// How many there will be.
    public var expected = 0

    /// Whether all have arrived.
    public var isComplete: Bool { expected > 0 && films.count == expected }
  }

  /// Films with other seeds, as far as they have grown.
  public struct Replicas: Equatable, Sendable {
    /// The order's number; 0 before the first.
    public var generation = 0
    /// The films that have grown, in the order of their seeds.
    public var films: [Lattice] = []
    /// How many there will be.
    public var expected = 0

    /// Whether all have grown.
    public var isComplete: Bool { expected > 0 && films.count == expected }
  }

  /// The films of the walk.
  public var walk = Strip()
  /// The films over the map.
  public var sheet = Strip()
  /// Films with other seeds.
  public var replicas = Replicas()
  /// The test split.
  public var map: MapData?
  /// The model's report.
  public var report: ReportData?
  /// Why something could not be worked out.
  public var failures: [WorkKind: String] = [:]

  /// Takes in what came out of an order.
  mutating func receive(_ delivery: WorkDelivery) {
    failures[delivery.kind] = nil
    switch delivery.outcome {
    case .films(let films, let expected):
      let strip = Strip(generation: delivery.generation, films: films, expected: expected)
      if delivery.kind == .walk { walk = strip } else { sheet = strip }
    case .replicas(let films, let expected):
      replicas = Replicas(generation: delivery.generation, films: films, expected: expected)
    case .map(let data): map = data
    case .report(let data): report = data
    case .failure(let reason): failures[delivery.kind] = reason
    }
  }
}
