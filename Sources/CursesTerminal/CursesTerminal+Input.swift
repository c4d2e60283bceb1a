import CNcursesW
import CTerminalGuard
import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CursesTerminal {
  /// Waits until something happens or the time is over, and returns all that happened.
  ///
  /// While nothing happens the process sleeps: no wake-ups, no processor time.
  /// - Parameter timeout: The longest wait; `nil` waits for ever, zero only looks.
  /// - Returns: Events in their order, those of signals first; none if the time is over. Several
  ///   wake-ups, or several changes of size, count as one.
  public mutating func waitForInput(timeout: Duration?) -> [TerminalEvent] {
    guard isTaken else { return [.hangup] }
    let ready = input.wait(timeout: timeout)
    var events: [TerminalEvent] = []
    for signal in ready.signals { handle(signal, &events) }
    events += ready.events.map { .input($0) }
    if ready.isHungUp { events.append(.hangup) }
    return events
  }

  /// Ctrl-Z: gives the terminal back, stops the process group, and returns when it goes on.
  ///
  /// The next `present` draws everything; the size may have changed.
  public mutating func suspend() {
    guard isTaken else { return }
    Self.send(TerminalModes.off)
    input.settle()
    curs_set(1)
    endwin()
    guard_stop()
    retake()
  }

  /// Has the mouse reported, or leaves it to the terminal's own selection; also after a suspension.
  public mutating func takeMouse(_ isOurs: Bool) {
    guard isTaken else { return }
    options.mouse = isOurs
    Self.send(isOurs ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  /// Asks for the background, and then for what every terminal tells, so that the end is known.
  ///
  /// Nobody waits: an answer comes as an event like a key, whenever it comes.
  mutating func askBackground() {
    Self.send(TerminalModes.backgroundQuery)
    input.expectAnswer()
  }

  private mutating func handle(_ signal: Int32, _ events: inout [TerminalEvent]) {
    switch signal {
    case 0: events.append(.wake)
    case SIGWINCH:
      let before = size
      model.resize(to: Self.windowSize(window))
      guard size != before else { return }
      repaint()  // terminals wrap or cut what they showed, each in its own way
      events.append(.input(.resize(size)))
    case SIGTSTP:
      suspend()
      events.append(.resumed)
    case SIGCONT:  // stopped from outside, with the screen still ours
      endwin()
      retake()
      events.append(.resumed)
    case SIGHUP: events.append(.hangup)
    default: events.append(.terminate(signal: signal))
    }
  }

  /// Takes the screen again.
  ///
  /// The first refresh after `endwin` sets ncurses' modes.
  private mutating func retake() {
    reset_prog_mode()
    curs_set(0)
    Self.send(TerminalModes.on(mouse: options.mouse))
    model.resize(to: Self.windowSize(window))
    repaint()
  }
}
