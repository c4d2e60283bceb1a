public import Cells
public import Interphase
public import Theming

/// The whole explorer as a value: what a person chose, what was computed, what is on screen.
///
/// ``update(_:)`` changes it and says what is to be done; ``render()`` draws it. Nothing else
/// decides what the screen shows.
public struct ExplorerState: Equatable, Sendable {
  /// The terminal's size [cells].
  public internal(set) var size: Size
  /// What the terminal can show.
  public var capabilities: Capabilities
  /// The themes to choose from; at least one.
  public var themes: [Theme]
  /// Which of them is used.
  public internal(set) var themeIndex: Int

  /// What the person chose.
  public internal(set) var session: Session
  /// What resets go back to.
  public let start: Session
  /// Earlier and undone sessions.
  var history = History()

  /// The simulated side.
  public internal(set) var run: RunState
  /// The decoded side: the newest answer and what was measured on it.
  public internal(set) var decoded: DecodedState?
  /// The model, if there is one.
  public internal(set) var model: ModelState
  /// The generation of the newest decode request.
  var decodeGeneration = 0

  /// The view on screen.
  public internal(set) var view: ViewKind
  /// Which key asks for which command.
  public let keymap: Keymap
  /// Whether the mouse is ours.
  var usesMouse: Bool
  /// What was worked out for the views.
  public internal(set) var evidence = Evidence()
  /// The newest order of each kind of work.
  var orders: [WorkKind: WorkOrder] = [:]
  /// The generation of the newest order.
  var workGeneration = 0

  /// What passes in the view Explore: growth being played, site, zoom.
  var explore = ExploreState()
  /// What passes in the view Compare: the cursor.
  var compare = CompareState()
  /// What passes in the view Map: cursor, selection, trail.
  var map = MapState()
  /// What passes in the view Walk: the step, whether it plays.
  var walk = WalkState()
  /// What passes in the view Report: the curve, epoch or film that is looked at.
  var report = ReportState()

  /// The slider that keys move.
  public internal(set) var focus: Control
  /// A slider that the mouse holds.
  var drag: Drag?
  /// A value being typed.
  var entry: ValueEntry?
  /// What lies over the view, if anything does.
  var overlay: Overlay?
  /// The first steps, shown while everything can be tried.
  var tour: TourState?
  /// The play, while the explorer shows itself.
  var demo: Demo?
  /// The model's hash of the session that was restored: kept while there is no model.
  var restoredHash: String?
  /// The colour that the terminal says it is drawn on.
  var ground: RGB?
  /// Whether the theme follows the terminal's background: nobody has chosen one.
  var followsGround: Bool
  /// Whether the mouse holds something of the view.
  var holdsView = false
  /// One line for the person, until the next key: something could not be done.
  public internal(set) var message: String?
  /// One line for the person, until the next key: something was done that is easily overlooked.
  var notice: String?

  /// A session before anything has been computed.
  ///
  /// - Precondition: `themes` is not empty.
  public init(
    size: Size, capabilities: Capabilities, themes: [Theme], theme: Int = 0, session: Session,
    model: ModelState, decoded: DecodedResult? = nil, keymap: Keymap = .standard,
    followsGround: Bool = false, usesMouse: Bool = true, view: ViewKind = .explore
  ) {
    precondition(!themes.isEmpty, "the explorer needs at least one theme")
    self.size = size
    self.keymap = keymap
    self.followsGround = followsGround
    self.usesMouse = usesMouse
    self.view = view
    self.capabilities = capabilities
    self.themes = themes
    themeIndex = min(max(0, theme), themes.count - 1)
    var session = session
    if model.summary?.hasConditionalPrior == false, session.anchor == .priorMean {
      session.anchor = .latentMean
    }
    self.session = session
    start = session
    run = RunState()
    self.model = model
    self.decoded = decoded.map(DecodedState.init)
    focus = (model.summary?.axes.isEmpty ?? true) ? .barrier(.ecReductionElectrode) : .axis(0)
  }

  /// The theme in use.
  public var theme: Theme { themes[themeIndex] }

  /// Every slider there is, in the order of Tab.
  var controls: [Control] {
    (model.summary?.axes.indices.map(Control.axis) ?? [])
      + Reaction.withBarrier.map(Control.barrier)
  }
}

/// The simulated side: the film on screen and how it grew.
public struct RunState: Equatable, Sendable {
  /// The generation of the newest request.
  public var generation = 0
  /// The newest film; of an older request until the first answer to the newest one.
  public var snapshot: SimulationSnapshot?
  /// What was measured on it.
  public var observables: Observables?
  /// Share of its organic sites that hang on nothing.
  public var floatingShare = 0.0

  /// Whether a request waits for its first film.
  public var isStarting: Bool { (snapshot?.generation ?? 0) != generation }

  /// Takes a newer film; one that answers an older request is dropped.
  mutating func receive(_ newest: SimulationSnapshot) {
    guard newest.generation == generation else { return }
    snapshot = newest
    observables = Observables(of: newest.lattice)
    floatingShare = newest.lattice.floatingOrganicShare
  }
}

/// The decoded side.
public struct DecodedState: Equatable, Sendable {
  /// The model's newest answer.
  public var result: DecodedResult
  /// What was measured on the decoded film.
  public var observables: Observables
  /// Share of its organic sites that hang on nothing.
  public var floatingShare: Double

  /// Measures an answer's film.
  init(_ result: DecodedResult) {
    self.result = result
    observables = Observables(of: result.lattice)
    floatingShare = result.lattice.floatingOrganicShare
  }
}

/// A slider held by the mouse.
struct Drag: Equatable, Sendable {
  /// Which slider.
  var control: Control
  /// Its range when it was taken: a range that followed the value would run away under the mouse.
  var range: ClosedRange<Double>
  /// The column of the last report: a press on the knob alone moves nothing.
  var column: Int
  /// The session before the drag, one step of undo.
  var origin: Session
}
