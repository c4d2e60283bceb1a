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
  /// Work for a view came out, perhaps not yet all of it.
  case delivered(WorkDelivery)
  /// Time passed while something moved by itself; only ever sent while ``ExplorerState/tickInterval``
  /// asks for it.
  case tick(Duration)
  /// A person asked for a command by name, with the answer to what it asks; where there is no screen.
  case command(String, answer: String?)
  /// A person set a slider to a value as text, with its unit; where there is no screen.
  case typed(String, Control)
  /// A session was read from a file or a state line.
  case restored(SavedSession)
  /// Something asked for outside the screen was done; one line says what.
  case done(String)
  /// Something asked for outside the screen could not be done; one sentence says why.
  case failed(String)
}

/// What the explorer asks its runtime to do.
public enum Effect: Equatable, Sendable {
  /// Grow a film, instead of any that is growing.
  case simulate(SimulationRequest)
  /// Decode a latent point, instead of any that waits.
  case decode(DecodeRequest)
  /// Work something out for a view, instead of older work of the same kind.
  case work(WorkOrder)
  /// Put text on the clipboard and, since no terminal says whether it took it, into a file.
  case copy(String, what: String)
  /// Write something to a file.
  case export(ExportOrder)
  /// Read a session from a file.
  case open(path: String)
  /// Write the session to a file, or to the one that it came from.
  case save(SavedSession, path: String?)
  /// Start or end recording the screen.
  case record
  /// Take the mouse or leave it to the terminal.
  case mouse(Bool)
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

/// A latent point to decode.
public struct DecodeRequest: Equatable, Sendable {
  /// Rises with each request; the answer carries it.
  public var generation: Int
  /// Where: anchor, offsets, condition.
  public var place: LatentPlace

  /// A latent point to decode.
  public init(generation: Int, place: LatentPlace) {
    self.generation = generation
    self.place = place
  }
}
