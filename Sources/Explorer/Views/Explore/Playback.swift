import Interphase

/// A run's growth being played or scrubbed.
struct Playback: Equatable, Sendable {
  /// The run's films, at times evenly spaced on a logarithmic scale.
  let frames: [GrowthFrame]
  /// The film on screen.
  private(set) var position: Int
  /// Whether it moves by itself.
  var isPlaying: Bool
  /// How fast: an index of ``speeds``.
  private(set) var speed: Int
  /// Time since the film on screen came, in shares of a frame.
  private var pending = 0.0
  /// What was measured on the film on screen.
  private(set) var observables: Observables
  /// Share of its organic sites that hang on nothing.
  private(set) var floatingShare: Double

  /// Multiples of the normal speed, at which a run takes some five seconds.
  static let speeds = [0.25, 0.5, 1, 2, 4]
  private static let normal = 2
  /// Frames a second at the normal speed.
  private static let framesPerSecond = 16.0
  /// Between two looks at the clock while it plays: no eye sees more, no slow line bears it.
  static let interval = Duration.milliseconds(60)

  /// A growth at one of its films.
  ///
  /// - Precondition: There are frames.
  init(_ frames: [GrowthFrame], at position: Int, isPlaying: Bool) {
    precondition(!frames.isEmpty, "no frames to play")
    self.frames = frames
    self.position = min(max(0, position), frames.count - 1)
    self.isPlaying = isPlaying
    speed = Self.normal
    observables = Observables(of: frames[self.position].lattice)
    floatingShare = frames[self.position].lattice.floatingOrganicShare
  }

  /// The film on screen.
  var frame: GrowthFrame { frames[position] }

  /// Whether it is the last one.
  var isAtEnd: Bool { position == frames.count - 1 }

  /// The speed as people write it.
  var speedText: String { ["×¼", "×½", "×1", "×2", "×4"][speed] }

  /// Shows another film.
  mutating func move(to place: Int) {
    let place = min(max(0, place), frames.count - 1)
    guard place != position else { return }
    position = place
    observables = Observables(of: frames[place].lattice)
    floatingShare = frames[place].lattice.floatingOrganicShare
  }

  /// Plays faster or slower.
  mutating func changeSpeed(by step: Int) {
    speed = min(max(0, speed + step), Self.speeds.count - 1)
  }

  /// Moves on as far as the time says; it stops at the last film.
  mutating func advance(by elapsed: Duration) {
    guard isPlaying else { return }
    pending += elapsed / .seconds(1) * Self.framesPerSecond * Self.speeds[speed]
    let whole = Int(pending)
    pending -= Double(whole)
    move(to: position + whole)
    if isAtEnd { isPlaying = false }
  }
}

extension ExplorerState {
  /// Plays the growth, or pauses it; from the end it begins again.
  mutating func togglePlayback() {
    guard var playback = openPlayback(atEnd: false) else { return }
    if playback.isAtEnd, !playback.isPlaying { playback.move(to: 0) }
    playback.isPlaying.toggle()
    explore.playback = playback
  }

  /// Goes some films forward or back.
  mutating func stepPlayback(by step: Int) {
    guard var playback = openPlayback(atEnd: true) else { return }
    playback.isPlaying = false
    playback.move(to: playback.position + step)
    explore.playback = playback
  }

  /// Goes to a share of the growth.
  mutating func scrub(to share: Double) {
    guard var playback = openPlayback(atEnd: true) else { return }
    playback.isPlaying = false
    let last = Double(playback.frames.count - 1)
    playback.move(to: Int((clamp(share, 0...1) * last).rounded()))
    explore.playback = playback
  }

  mutating func changePlaybackSpeed(by step: Int) {
    guard var playback = openPlayback(atEnd: true) else { return }
    playback.changeSpeed(by: step)
    explore.playback = playback
  }

  /// The growth being played, or a new one; says why there is none.
  private mutating func openPlayback(atEnd: Bool) -> Playback? {
    if let playback = explore.playback { return playback }
    guard let frames = run.snapshot?.frames, !frames.isEmpty, !run.isStarting else {
      message = "the film is still growing: its growth can be played once it has ended"
      return nil
    }
    return Playback(frames, at: atEnd ? frames.count - 1 : 0, isPlaying: false)
  }
}
