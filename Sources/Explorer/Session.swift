public import Interphase

/// What a person has chosen: everything that the two pictures depend on, and what undo brings back.
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

  /// Whether another session would grow another film.
  func growsAnotherFilm(than other: Session) -> Bool {
    barriers != other.barriers || seed != other.seed || eventLimit != other.eventLimit
  }

  /// Whether another session would decode another latent point.
  func decodesAnotherPoint(than other: Session) -> Bool {
    barriers != other.barriers || anchor != other.anchor || offsets != other.offsets
  }
}

/// The latent point that the sliders' offsets are added to.
public enum Anchor: Equatable, Sendable {
  /// The mean of the conditional prior at the present barriers: it moves with them.
  case priorMean
  /// One draw of the conditional prior at the present barriers.
  case priorDraw(seed: UInt64)
  /// The mean of the latent map, where the paper's walks start.
  case latentMean
  /// The encoding of the simulated film, as it grows.
  case simulated
  /// A sample of the test split.
  case testSample(Int)

  /// The anchor after this one when a person cycles through them.
  func next(testSamples: Int) -> Anchor {
    switch self {
    case .priorMean: .priorDraw(seed: 1)
    case .priorDraw: .latentMean
    case .latentMean: .simulated
    case .simulated: testSamples > 0 ? .testSample(0) : .priorMean
    case .testSample: .priorMean
    }
  }

  /// Another draw or another sample; `nil` where the anchor has only one.
  func another(testSamples: Int) -> Anchor? {
    switch self {
    case .priorDraw(let seed): .priorDraw(seed: seed &+ 1)
    case .testSample(let index) where testSamples > 1: .testSample((index + 1) % testSamples)
    default: nil
    }
  }

  /// What it is, in a few words.
  var title: String {
    switch self {
    case .priorMean: "prior at barriers (mean)"
    case .priorDraw(let seed): "prior at barriers (draw \(seed))"
    case .latentMean: "latent mean"
    case .simulated: "encoded simulation"
    case .testSample(let index): "test sample \(index + 1)"
    }
  }

  /// What it is, where there is little room.
  var shortTitle: String {
    switch self {
    case .priorMean: "prior mean"
    case .priorDraw(let seed): "prior draw \(seed)"
    case .latentMean: "latent mean"
    case .simulated: "encoded sim."
    case .testSample(let index): "sample \(index + 1)"
    }
  }
}
