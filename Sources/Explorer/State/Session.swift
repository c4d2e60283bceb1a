public import Interphase

/// What a person has chosen: everything that undo brings back and that a session file holds.
public struct Session: Equatable, Sendable {
  /// The fifteen barriers [eV].
  public var barriers: Barriers
  /// The simulation's seed.
  public var seed: UInt64
  /// Events after which an unfinished simulation stops.
  public var eventLimit: Int
  /// Where the latent point starts from.
  public var anchor: Anchor
  /// How far each principal axis is moved from the anchor, one for each slider.
  public var offsets: [Double]
  /// Sliders that nothing moves, resets included.
  public var locked: Set<Control> = []
  /// Points to come back to, in the order in which they were made.
  public var bookmarks: [Bookmark] = []
  /// Species that the pictures do not show.
  public var hidden: Set<Species> = []
  /// What the view Compare shows.
  public var compare = CompareSettings()
  /// What the view Map shows.
  public var map = MapSettings()
  /// What the view Walk shows.
  public var walk = WalkSettings()
  /// What the view Report shows.
  public var report = ReportSettings()

  /// The number of principal axes that have a slider.
  public static let sliderCount = 8

  /// A session at its anchor, without offsets.
  public init(
    barriers: Barriers, seed: UInt64, eventLimit: Int = SimulationParameters.defaultEventLimit,
    anchor: Anchor = .priorMean
  ) {
    self.barriers = barriers
    self.seed = seed
    self.eventLimit = eventLimit
    self.anchor = anchor
    offsets = [Double](repeating: 0, count: Self.sliderCount)
  }

  /// Everything that the two pictures depend on.
  public var knobs: Knobs {
    get {
      Knobs(
        barriers: barriers, seed: seed, eventLimit: eventLimit, anchor: anchor, offsets: offsets)
    }
    set {
      barriers = newValue.barriers
      seed = newValue.seed
      eventLimit = newValue.eventLimit
      anchor = newValue.anchor
      offsets = newValue.offsets
    }
  }

  /// Whether another session would grow another film.
  func growsAnotherFilm(than other: Session) -> Bool {
    barriers != other.barriers || seed != other.seed || eventLimit != other.eventLimit
  }

  /// Whether another session would decode another latent point.
  func decodesAnotherPoint(than other: Session) -> Bool {
    barriers != other.barriers || anchor != other.anchor || offsets != other.offsets
  }
}

/// Everything that the two pictures depend on.
public struct Knobs: Equatable, Sendable {
  /// The fifteen barriers [eV].
  public var barriers: Barriers
  /// The simulation's seed.
  public var seed: UInt64
  /// Events after which an unfinished simulation stops.
  public var eventLimit: Int
  /// Where the latent point starts from.
  public var anchor: Anchor
  /// How far each principal axis is moved from the anchor, one for each slider.
  public var offsets: [Double]

  /// Knobs by their positions.
  public init(
    barriers: Barriers, seed: UInt64, eventLimit: Int, anchor: Anchor, offsets: [Double]
  ) {
    self.barriers = barriers
    self.seed = seed
    self.eventLimit = eventLimit
    self.anchor = anchor
    self.offsets = offsets
  }
}

/// A named point to come back to.
public struct Bookmark: Equatable, Sendable {
  /// What it is called; unique in a session.
  public var name: String
  /// Where all knobs stood.
  public var knobs: Knobs

  /// A point with its name.
  public init(name: String, knobs: Knobs) {
    self.name = name
    self.knobs = knobs
  }
}
