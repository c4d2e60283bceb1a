public import Cells

/// What a person asked for instead of what the environment says.
public struct TerminalOptions: Hashable, Sendable {
  /// How many colours; `nil` takes what the terminal has.
  public var color: ColorDepth?
  /// Whether glyphs beyond ASCII are shown; `nil` asks the locale.
  public var unicode: Bool?
  /// Whether the mouse is reported.
  ///
  /// The terminal's own selection then needs Shift.
  public var mouse: Bool
  /// Whether the terminal is asked for its background, which it tells as an event if at all.
  public var asksBackground: Bool

  /// Options; the defaults leave everything to the environment.
  public init(
    color: ColorDepth? = nil, unicode: Bool? = nil, mouse: Bool = true, asksBackground: Bool = true
  ) {
    self.color = color
    self.unicode = unicode
    self.mouse = mouse
    self.asksBackground = asksBackground
  }
}

/// What the terminal, the person or the system wants.
public enum TerminalEvent: Hashable, Sendable {
  /// A key, the mouse, a paste, another size, the background's colour.
  case input(InputEvent)
  /// `CursesTerminal.wake()` was called.
  case wake
  /// The process was stopped and goes on; the next `present` draws everything.
  case resumed
  /// The terminal is gone: save and end.
  case hangup
  /// A signal asks the process to end: SIGTERM, SIGINT, SIGQUIT or SIGPIPE.
  case terminate(signal: Int32)
}
