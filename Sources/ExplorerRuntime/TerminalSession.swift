public import Cells
public import CursesTerminal
public import Explorer
public import Theming

/// Themes that were read, and what was wrong with others.
public struct FoundThemes: Sendable {
  /// The themes; the one in use among them.
  public var themes: [Theme]
  /// What was wrong, one sentence.
  public var problem: String?

  /// Themes and what was wrong with others.
  public init(_ themes: [Theme], problem: String? = nil) {
    self.themes = themes
    self.problem = problem
  }
}

/// The explorer on a terminal: events in, effects out, a frame after each batch.
public struct TerminalSession: ~Copyable {
  /// Why a session ended.
  public enum Ending: Equatable, Sendable {
    /// The person quit, or the terminal is gone.
    case quit
    /// A signal asked for it; the process should end by the same signal.
    case signal(Int32)
  }

  private var terminal: CursesTerminal
  private var state: ExplorerState
  private let workshop: Workshop
  private let archivist: Archivist
  private let readThemes: (@Sendable () -> FoundThemes)?
  /// Why the session could not be saved at the end, if it could not.
  public private(set) var problem: String?
  /// The film that grows already.
  private let first: SimulationRequest?
  private let clock = ContinuousClock()
  private var ticker = Ticker()
  private var recorder = Recorder()

  /// How long the first frame waits for a film that is about to end: a frame without it would be
  /// drawn twice within the same blink.
  private static let patience = Duration.milliseconds(45)

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - options: What a person asked for instead of what the terminal says.
  ///   - model: What decodes, if anything does.
  ///   - files: Where sessions, exports and copies are kept.
  ///   - first: The film that the state will ask for first: it grows while the terminal is being
  ///     taken, so that the first frame may show it.
  ///   - readThemes: Called on a thread of its own once the first frame is on screen: themes beside
  ///     the one in use are not worth waiting for.
  ///   - makeState: Called with what the terminal can show and its size.
  /// - Throws: Where standard input or output is no usable terminal; nothing is changed then.
  public init(
    options: TerminalOptions, model: ModelSource?, files: Archivist.Settings,
    first: SimulationRequest? = nil, readThemes: (@Sendable () -> FoundThemes)? = nil,
    makeState: (Capabilities, Size) -> ExplorerState
  ) throws(TerminalError) {
    workshop = Workshop(model: model) { CursesTerminal.wake() }
    self.first = first
    if let first { workshop.perform(.simulate(first)) }
    terminal = try CursesTerminal(options: options)
    state = makeState(terminal.capabilities, terminal.size)
    self.readThemes = readThemes
    archivist = Archivist(files) { CursesTerminal.wake() }
  }

  /// Runs until the person quits.
  ///
  /// The thread sleeps while nothing happens: no polling, and no timer but while something moves.
  public mutating func run() -> Ending {
    terminal.keepApart(state.theme.species)
    // The first frame goes before all other work: the threads would share its processor.
    var beginning = state.update(.start)
    if let first, let place = beginning.firstIndex(of: .simulate(first)) {
      beginning.remove(at: place)
      workshop.outbox.awaitFilm(atMost: Self.patience)
      for event in workshop.outbox.drain() { beginning += state.update(event) }
    }
    show()
    if let ending = perform(beginning) { return finish(ending) }
    archivist.watch(state.saved)
    if let readThemes {
      let outbox = workshop.outbox
      startThread {
        let found = readThemes()
        outbox.put(found.themes)
        if let problem = found.problem { outbox.put(problem: problem) }
      }
    }
    while true {
      let wait = ticker.wait(for: state.tickInterval, now: clock.now)
      let events = terminal.waitForInput(timeout: wait)
      if let ending = endingAmong(events) { return finish(ending) }
      let inputs = events.compactMap { event -> ExplorerEvent? in
        if case .input(let input) = event { .input(input) } else { nil }
      }
      let tick = ticker.tick(now: clock.now).map { [ExplorerEvent.tick($0)] } ?? []
      let results = workshop.outbox.drain() + archivist.drain()
      if let ending = take(sizeChange() + inputs + results + tick) {
        return finish(ending)
      }
      // A suspension among the events may have ended in a window of another size.
      if let ending = take(sizeChange()) { return finish(ending) }
      show()
      archivist.watch(state.saved)
    }
  }

  /// Takes in events and does what follows; all of them before the next frame, so that a fast hand
  /// never waits for frames that nobody sees.
  private mutating func take(_ events: [ExplorerEvent]) -> Ending? {
    for event in events {
      let theme = state.theme
      let ending = perform(state.update(event))
      if state.theme != theme { terminal.keepApart(state.theme.species) }
      if let ending { return ending }
    }
    return nil
  }

  private mutating func perform(_ effects: [Effect]) -> Ending? {
    for effect in effects {
      switch effect {
      case .simulate, .decode, .work: workshop.perform(effect)
      case .redraw: terminal.repaint()
      case .suspend: terminal.suspend()
      case .quit: return .quit
      case .copy(let text, let what):
        archivist.copy(text, what: what, isSent: terminal.copy(text))
      case .export, .open, .save: archivist.perform(effect)
      case .record: _ = state.update(recorder.toggle(size: state.size))
      case .mouse(let isOurs): terminal.takeMouse(isOurs)
      }
    }
    return nil
  }

  /// The size may have changed while the process was stopped.
  private func sizeChange() -> [ExplorerEvent] {
    terminal.size == state.size ? [] : [.input(.resize(terminal.size))]
  }

  private func endingAmong(_ events: [TerminalEvent]) -> Ending? {
    for event in events {
      switch event {
      case .hangup: return .quit
      case .terminate(let signal): return .signal(signal)
      case .input, .wake, .resumed: continue
      }
    }
    return nil
  }

  private mutating func finish(_ ending: Ending) -> Ending {
    terminal.restore()
    let cut = recorder.finish()
    problem = archivist.finish(state.saved) ?? cut
    return ending
  }

  /// Draws the state, and records what was drawn.
  private mutating func show() {
    let canvas = state.render()
    terminal.present(canvas)
    if let ended = recorder.add(canvas) { _ = state.update(ended) }
  }
}
