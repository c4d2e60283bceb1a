import CNcursesW
import CTerminalGuard
public import Cells

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal, while it is ours: shows canvases and reports what a person does.
///
/// One owner, one at a time. `deinit` gives the terminal back; so do a crash, a trap and `exit`,
/// through handlers that are installed with it. Standard error is collected meanwhile and appears
/// afterwards. Draws through ncurses, and knows no view.
public struct CursesTerminal: ~Copyable {
  /// What the terminal can show.
  public let capabilities: Capabilities
  /// Columns and rows.
  public var size: Size { model.size }

  var options: TerminalOptions
  let window: UnsafeMutablePointer<WINDOW>
  let screen: OpaquePointer
  var model: ScreenModel
  var pairs: PairTable
  var input: InputSource
  var isTaken = true

  /// What the terminal could show, found without taking it.
  ///
  /// - Throws: Where standard input or output is no terminal, or one that cannot place its cursor.
  public static func capabilities(
    options: TerminalOptions
  ) throws(TerminalError) -> Capabilities {
    let (plan, unicode) = try prepare(options)
    return Capabilities(colors: plan.colors, unicode: unicode)
  }

  /// Takes the screen.
  ///
  /// - Throws: As `capabilities(options:)`, or where the system refuses.
  public init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let (plan, unicode) = try Self.prepare(options)
    let failure = guard_take(TerminalModes.restore)
    guard failure == 0 else {
      throw TerminalError.system(operation: "reading its settings", code: failure)
    }
    guard let screen = Self.start(plan.entry), let window = nc_stdscr() else {
      guard_release(0)
      throw TerminalError.incapable(term: terminalEnvironment()["TERM"] ?? "")
    }
    self.options = options
    self.screen = screen
    self.window = window
    capabilities = Capabilities(colors: plan.colors, unicode: unicode)
    Self.configure(window, colors: plan.colors)
    let found = Self.windowSize(window)
    model = ScreenModel(size: found, capabilities: capabilities)
    pairs = PairTable(capacity: plan.colors == .monochrome ? 1 : Int(nc_pair_capacity()))
    input = InputSource(decoder: InputDecoder(extra: KeySequences.ofTerminal()))
    Self.send(TerminalModes.on(mouse: options.mouse))
    if options.asksBackground && plan.colors != .monochrome { askBackground() }
  }

  deinit {
    if isTaken { Self.release(screen, input) }
  }

  /// Gives the terminal back.
  ///
  /// Nothing else may be asked of it afterwards.
  public mutating func restore() {
    guard isTaken else { return }
    isTaken = false
    Self.release(screen, input)
  }

  /// Makes `waitForInput` return `.wake`; from any thread, at any time.
  public static func wake() { guard_wake() }

  // MARK: - Starting and ending

  private static func prepare(
    _ options: TerminalOptions
  ) throws(TerminalError) -> (TerminalPlan, unicode: Bool) {
    guard isatty(STDIN_FILENO) != 0 else { throw .notATerminal(stream: "standard input") }
    guard isatty(STDOUT_FILENO) != 0 else { throw .notATerminal(stream: "standard output") }
    let environment = terminalEnvironment()
    let plan = try TerminalPlan(environment: environment, override: options.color) { name in
      let count = nc_color_count(name)
      return count < 0 ? nil : Int(count)
    }
    return (plan, Locale.prepare(override: options.unicode, environment: environment))
  }

  /// Starts ncurses.
  ///
  /// Our own entry is handed over in TERMINFO, for this one call.
  private static func start(_ entry: TerminalPlan.Entry) -> OpaquePointer? {
    guard case .installed(let name) = entry else {
      let before = getenv("TERMINFO").map { String(cString: $0) }
      setenv("TERMINFO", EmbeddedEntry.compiled, 1)
      defer {
        if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
      }
      return newterm(EmbeddedEntry.name, nc_stdout(), nc_stdin())
    }
    return newterm(name, nc_stdout(), nc_stdin())
  }

  private static func configure(_ window: UnsafeMutablePointer<WINDOW>, colors: ColorDepth) {
    raw()  // Ctrl-C and Ctrl-Z are keys; signals from outside come through the guard
    noecho()
    nonl()
    typeahead(-1)  // or ncurses breaks off a frame when a key waits
    leaveok(window, true)
    curs_set(0)
    guard colors != .monochrome else { return }
    start_color()
    use_default_colors()
  }

  private static func release(_ screen: OpaquePointer, _ input: InputSource) {
    var input = input
    send(TerminalModes.off)
    input.settle()
    curs_set(1)
    endwin()
    delscreen(screen)
    guard_release(0)
  }

  /// Asks the system, since LINES and COLUMNS of the environment may be out of date.
  static func windowSize(_ window: UnsafeMutablePointer<WINDOW>) -> Size {
    var found = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &found) == 0
    if isKnown, found.ws_row > 0, found.ws_col > 0,
      Int32(found.ws_row) != getmaxy(window) || Int32(found.ws_col) != getmaxx(window)
    {
      resize_term(Int32(found.ws_row), Int32(found.ws_col))
    }
    return Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
  }

  /// Writes past ncurses, whose own buffer is empty between frames.
  static func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count, let base = bytes.baseAddress {
        let count = write(STDOUT_FILENO, base + sent, bytes.count - sent)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
      }
    }
  }
}
