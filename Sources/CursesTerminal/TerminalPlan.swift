import Cells

/// What is decided from the environment before the screen is taken.
struct TerminalPlan: Equatable {
  /// Where ncurses learns the terminal's sequences.
  enum Entry: Equatable {
    /// A name in the machine's terminfo.
    case installed(String)
    /// The 24-bit entry that this program carries.
    case embedded
  }

  var entry: Entry
  var colors: ColorDepth

  /// Chooses an entry and a depth.
  ///
  /// A TERM that the machine does not know falls back by pattern instead of failing: "unknown
  /// terminal" is the commonest complaint over SSH. ncurses ignores COLORTERM, so direct colour
  /// takes our own entry, on machines without ncurses-term too.
  /// - Parameters:
  ///   - environment: TERM, COLORTERM, NO_COLOR and TMUX are read.
  ///   - override: The depth that was asked for, which wins over NO_COLOR.
  ///   - colorCount: How many colours an installed entry has, 0 for none; `nil` if there is none.
  /// - Throws: Where TERM says that the terminal cannot place its cursor.
  init(
    environment: [String: String], override: ColorDepth?, colorCount: (String) -> Int?
  ) throws(TerminalError) {
    let term = environment["TERM"] ?? ""
    guard term != "dumb" else { throw TerminalError.incapable(term: term) }
    let candidates = [term] + Self.fallbacks(term)
    var found: (name: String, count: Int)?
    for name in candidates where found == nil && !name.isEmpty {
      found = colorCount(name).map { (name, $0) }
    }
    let depth =
      override
      ?? Self.automatic(
        environment, term: term, count: found?.count, isInstalled: found?.name == term)
    colors = depth
    // Direct entries of the machine differ in the first eight numbers; ours is one that we know.
    if depth == .direct {
      entry = .embedded
    } else if let found, depth == .monochrome || (depth.rawValue...256).contains(found.count) {
      entry = .installed(found.name)
    } else if let wide = Self.wide.first(where: { colorCount($0) == 256 }) {
      entry = .installed(wide)
    } else {
      entry = .embedded
      colors = depth == .monochrome ? .monochrome : .direct
    }
  }

  private static let wide = ["xterm-256color", "screen-256color"]

  private static func automatic(
    _ environment: [String: String], term: String, count: Int?, isInstalled: Bool
  ) -> ColorDepth {
    if !(environment["NO_COLOR"] ?? "").isEmpty { return .monochrome }
    let count = count ?? 256
    let claimsDirect = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
    // GNU screen inherits COLORTERM and prints 24-bit sequences as text; tmux understands them.
    let isScreen = term.hasPrefix("screen") && environment["TMUX"] == nil
    // A name that the machine never heard is a new terminal's, and only new ones set COLORTERM.
    let isNew = !isInstalled && family(term) == nil
    let mayBeDirect = (isXtermLike(term) || isNew) && !isScreen
    if count > 256 || (claimsDirect && mayBeDirect) { return .direct }
    return ColorDepth.allCases.last { $0.rawValue <= count } ?? .monochrome
  }

  private static let xtermLike = [
    "xterm", "tmux", "screen", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole",
    "vte", "gnome", "iterm", "contour", "rio", "st-", "stterm", "rxvt", "mintty", "putty", "ms-",
    "nsterm", "terminator", "mlterm", "zutty", "warp",
  ]

  private static func isXtermLike(_ term: String) -> Bool {
    xtermLike.contains { term.hasPrefix($0) } || term.hasSuffix("256color") || term == "st"
  }

  /// Old terminals by their names' beginnings, and what stands for the whole family.
  private static let families: [(beginning: String, names: [String])] = [
    ("vt", ["vt220", "vt100"]), ("wy", ["vt100"]), ("hp", ["vt100"]), ("ibm", ["vt100"]),
    ("linux", ["linux", "ansi"]), ("con", ["linux", "ansi"]), ("fbterm", ["linux", "ansi"]),
    ("ansi", ["ansi", "vt100"]), ("pcansi", ["ansi", "vt100"]), ("cygwin", ["linux", "ansi"]),
    ("sun", ["sun", "vt100"]),
  ]

  private static func family(_ term: String) -> [String]? {
    guard !isXtermLike(term) else { return nil }
    return families.first { term.hasPrefix($0.beginning) }?.names
  }

  /// Names to try where the machine does not know TERM.
  private static func fallbacks(_ term: String) -> [String] {
    if term.hasPrefix("tmux") || term.hasPrefix("screen") {
      return ["screen-256color", "xterm-256color", "screen", "vt100"]
    }
    if let family = family(term) { return family }
    // Nothing known, as on a serial line or in a container: what all understand, eight colours.
    if term.isEmpty || term == "unknown" { return ["xterm", "vt100", "ansi"] }
    return ["xterm-256color", "xterm", "vt100", "ansi"]
  }
}
