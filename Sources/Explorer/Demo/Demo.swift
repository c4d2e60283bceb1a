import Interphase

/// The explorer showing itself: a short play of views and sliders, over and over.
///
/// It does what a hand would do, through the same commands and values, so that it cannot show
/// anything that a person could not. The first key or click ends it and puts the session back as it
/// was.
struct Demo: Equatable, Sendable {
  /// Time since the play began.
  private(set) var elapsed = Duration.zero
  /// Acts that have begun.
  private(set) var begun = 0
  /// The session before the play.
  let origin: SavedSession

  /// Between two moves: smooth to the eye, light on a slow line.
  static let interval = Duration.milliseconds(100)

  /// One thing that happens during a play.
  struct Act: Sendable {
    /// How long it lasts [s].
    var seconds: Double
    /// What the last line says.
    var caption: String
    /// The view that it happens in.
    var view: ViewKind
    /// What happens once, at its beginning.
    var begin: (@Sendable (inout ExplorerState) -> Void)?
    /// What happens at each moment, at a share of the act from 0 to 1.
    var move: (@Sendable (inout ExplorerState, Double) -> Void)?
  }

  init(origin: SavedSession) { self.origin = origin }

  /// Time passes: moves what is being moved and begins the acts whose time has come.
  mutating func advance(by step: Duration, _ state: inout ExplorerState) {
    elapsed += step
    var start = 0.0
    let now = elapsed / .seconds(1)
    for (index, act) in Self.acts.enumerated() {
      let isOver = now >= start + act.seconds
      if now >= start, index >= begun {
        begun = index + 1
        state.show(act.view)
        act.begin?(&state)
      }
      if index == begun - 1, !isOver {
        act.move?(&state, (now - start) / act.seconds)
        state.message = nil
        state.notice = act.caption + " · any key is yours"
      }
      start += act.seconds
    }
    guard now >= start else { return }
    elapsed = .zero
    begun = 0
    state.session = origin.session
    state.explore = ExploreState()
    state.walk = WalkState()
  }
}

extension Demo {
  /// What is shown, some half a minute in all.
  static let acts = [
    Act(
      seconds: 4, caption: "left grows a simulation, right is what the model expects",
      view: .explore, move: { state, _ in state.playOnce() }),
    Act(
      seconds: 6, caption: "a latent axis moves the decoded film alone", view: .explore,
      begin: { $0.explore.playback = nil },
      move: { $0.sweep(.axis(0), $1) }),
    Act(
      seconds: 6, caption: "a barrier moves both: the physics is asked again", view: .explore,
      move: { $0.sweep(.barrier(.ecReductionElectrode), $1) }),
    Act(
      seconds: 5, caption: "do they agree as well as two simulations do?",
      view: .compare),
    Act(
      seconds: 5, caption: "films that the model was never shown",
      view: .map),
    Act(
      seconds: 5, caption: "from the lowest value to the highest", view: .walk,
      begin: {
        $0.focus = $0.controls[0]
        $0.playWalk()
      }),
    Act(seconds: 4, caption: "how the model was trained and what it is worth", view: .report),
  ]
}

extension ExplorerState {
  /// Begins to play by itself.
  public mutating func beginDemo() { demo = Demo(origin: saved) }

  /// Ends the play; everything is as it was before.
  mutating func endDemo() {
    guard let ended = demo else { return }
    demo = nil
    endDrag()
    session = ended.origin.session
    view = ended.origin.view
    focus = controls.contains(ended.origin.focus) ? ended.origin.focus : controls[0]
    explore = ExploreState()
    walk = WalkState()
    overlay = nil
    notice = "yours: ? lists the keys"
  }

  mutating func tickDemo(_ elapsed: Duration) {
    guard var running = demo else { return }
    running.advance(by: elapsed, &self)
    if demo != nil { demo = running }
  }

  /// Plays the growth, as soon as there is one.
  fileprivate mutating func playOnce() {
    guard explore.playback == nil, run.snapshot?.frames.isEmpty == false, !run.isStarting else {
      return
    }
    togglePlayback()
  }

  /// Moves a slider there and back within its range: up, down past the start, and home.
  fileprivate mutating func sweep(_ control: Control, _ share: Double) {
    guard controls.contains(control) else { return }
    focus = control
    let range = knownRange(of: control)
    let home = clamp(homeValue(of: control), range)
    // A triangle wave of one period: 0, 1, 0, −1, 0.
    let wave = share < 0.25 ? 4 * share : share < 0.75 ? 2 - 4 * share : 4 * share - 4
    let reach = wave > 0 ? range.upperBound - home : home - range.lowerBound
    let anchor = if case .axis(let axis) = control { anchorCoordinate(axis) } else { 0.0 }
    session.set(control, to: clamp(home + 0.8 * wave * reach, range), anchor: anchor)
  }

  /// Where a slider stood before the play.
  private func homeValue(of control: Control) -> Double {
    let origin = demo?.origin.session ?? session
    switch control {
    case .axis(let axis): return anchorCoordinate(axis) + origin.offsets[axis]
    case .barrier(let reaction): return Double(origin.barriers[reaction])
    }
  }
}
