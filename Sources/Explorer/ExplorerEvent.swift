public import Cells
public import Interphase
public import Theming

/// What happens to the explorer.
public enum ExplorerEvent: Equatable, Sendable {
  /// The session begins.
  case start
  /// A person or the terminal did something.
  case input(InputEvent)
  /// The running simulation has grown.
  case simulated(SimulationSnapshot)
  /// The model answered.
  case decoded(DecodedResult)
  /// The themes have been read; the one in use goes on by its name.
  case themes([Theme])
  /// The model failed; the text says what and what to do.
  case modelFailed(String)
}

/// What the explorer asks its runtime to do.
public enum Effect: Equatable, Sendable {
  /// Grow a film, instead of any that is growing.
  case simulate(SimulationRequest)
  /// Decode a latent point, instead of any that waits.
  case decode(DecodeRequest)
  /// Send the whole screen again.
  case redraw
  /// Give the terminal back until the shell continues the program.
  case suspend
  /// End the program.
  case quit
}

/// A film to grow.
public struct SimulationRequest: Equatable, Sendable {
  /// Rises with each request; the answer carries it.
  public var generation: Int
  /// The fifteen barriers [eV].
  public var barriers: Barriers
  /// The simulation's seed.
  public var seed: UInt64
  /// Events after which it stops.
  public var eventLimit: Int

  /// A film to grow.
  public init(generation: Int, barriers: Barriers, seed: UInt64, eventLimit: Int) {
    self.generation = generation
    self.barriers = barriers
    self.seed = seed
    self.eventLimit = eventLimit
  }
}

/// A latent point to decode: the anchor, moved along the principal axes.
public struct DecodeRequest: Equatable, Sendable {
  /// Rises with each request; the answer carries it.
  public var generation: Int
  /// The condition, and where the prior is taken [eV].
  public var barriers: Barriers
  /// Where the point starts from.
  public var anchor: Anchor
  /// How far it is moved along each principal axis.
  public var offsets: [Double]
  /// The film to encode, where the anchor is the simulated one.
  public var film: Lattice?

  /// A latent point to decode.
  public init(
    generation: Int, barriers: Barriers, anchor: Anchor, offsets: [Double], film: Lattice? = nil
  ) {
    self.generation = generation
    self.barriers = barriers
    self.anchor = anchor
    self.offsets = offsets
    self.film = film
  }
}
