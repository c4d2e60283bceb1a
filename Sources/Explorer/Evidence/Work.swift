public import Interphase

/// A point of the latent space with its condition: what one decode needs.
public struct LatentPlace: Equatable, Sendable {
  /// The condition, and where the prior is taken [eV].
  public var barriers: Barriers
  /// Where the point starts from.
  public var anchor: Anchor
  /// How far it is moved along each principal axis.
  public var offsets: [Double]
  /// The film to encode, where the anchor is the simulated one.
  public var film: Lattice?

  /// A point by anchor and offsets.
  public init(barriers: Barriers, anchor: Anchor, offsets: [Double], film: Lattice? = nil) {
    self.barriers = barriers
    self.anchor = anchor
    self.offsets = offsets
    self.film = film
  }
}

/// How a path runs between two latent points.
public enum LatentPath: String, CaseIterable, Equatable, Sendable {
  /// Straight: each coordinate in proportion.
  case linear
  /// Along the great circle around the origin, where Gaussian priors have their middle (White 2016);
  /// the length changes in proportion.
  case spherical
}

/// A film to decode for a strip or a sheet.
public enum LatentStep: Equatable, Sendable {
  /// At a point.
  case at(LatentPlace)
  /// On the way between two points, at a share from 0 to 1; barriers change in proportion.
  case between(LatentPlace, LatentPlace, share: Double, path: LatentPath)
}

/// Work that a view needs beside the film and the decoded answer; one of each kind at a time.
public enum WorkKind: Hashable, CaseIterable, Sendable {
  /// The films of a walk.
  case walk
  /// Decoded films over the map.
  case sheet
  /// Simulations with other seeds.
  case replicas
  /// The test split in the latent space.
  case map
  /// How the model was trained and what it is worth.
  case report
}

/// What is to be worked out.
public enum WorkTask: Equatable, Sendable {
  /// Decoded films, in order.
  case films([LatentStep])
  /// Simulations at the same barriers, one for each seed.
  case replicas(barriers: Barriers, eventLimit: Int, seeds: [UInt64])
  /// The test split: coordinates, properties, origins.
  case map
  /// Curves, parity, correlations, comparison with the other bundled models.
  case report
}

/// Work with its number.
public struct WorkOrder: Equatable, Sendable {
  /// What it is for; a newer order of the same kind replaces it.
  public var kind: WorkKind
  /// Rises with each order of any kind; the delivery carries it.
  public var generation: Int
  /// What is to be done.
  public var task: WorkTask

  /// An order.
  public init(kind: WorkKind, generation: Int, task: WorkTask) {
    self.kind = kind
    self.generation = generation
    self.task = task
  }
}

/// What came out of an order, perhaps not yet all of it.
public struct WorkDelivery: Equatable, Sendable {
  /// What came out.
  public enum Outcome: Equatable, Sendable {
    /// The first films of a strip or sheet of so many.
    case films([StripFilm], of: Int)
    /// The first films grown, of so many.
    case replicas([Lattice], of: Int)
    /// The test split.
    case map(MapData)
    /// The model's report.
    case report(ReportData)
    /// Nothing; the text says why and what to do.
    case failure(String)
  }

  /// The order's kind.
  public var kind: WorkKind
  /// The order's number.
  public var generation: Int
  /// What came out.
  public var outcome: Outcome

  /// A delivery.
  public init(kind: WorkKind, generation: Int, outcome: Outcome) {
    self.kind = kind
    self.generation = generation
    self.outcome = outcome
  }
}

/// One decoded film of a strip or sheet.
public struct StripFilm: Equatable, Sendable {
  /// The decoded film.
  public var lattice: Lattice
  /// The condition [eV].
  public var barriers: Barriers
  /// The four regressed properties, in the order of `Property`; none without a regressor.
  public var regressed: [Double]
  /// Coordinates on the axes that have a slider.
  public var coordinates: [Double]
  /// What was measured on the film.
  public var observables: Observables
  /// Share of its organic sites that hang on nothing.
  public var floatingShare: Double
  /// Sites of organic or inorganic that hang on nothing.
  let floatingSites: Int

  /// A film; it is measured here, some 0.1 ms.
  public init(
    lattice: Lattice, barriers: Barriers, regressed: [Double], coordinates: [Double]
  ) {
    self.lattice = lattice
    self.barriers = barriers
    self.regressed = regressed
    self.coordinates = coordinates
    observables = Observables(of: lattice)
    floatingShare = lattice.floatingOrganicShare
    let organic = floatingShare * Double(lattice.count(of: .organic))
    floatingSites = Int(organic.rounded()) + lattice.looseInorganicSites
  }
}
