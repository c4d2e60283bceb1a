import Cells
import Testing

@testable import CursesTerminal

@Suite struct TerminalPlanTests {
  /// What a machine with ncurses-base alone knows.
  private static let machine = [
    "xterm": 8, "xterm-256color": 256, "screen": 8, "screen-256color": 256, "tmux-256color": 256,
    "linux": 8, "vt100": 0, "xterm-16color": 16, "xterm-direct": 1 << 24, "xterm-88color": 88,
  ]

  private func plan(
    _ environment: [String: String], _ override: ColorDepth? = nil,
    machine: [String: Int] = machine
  ) throws -> TerminalPlan {
    try TerminalPlan(environment: environment, override: override) { machine[$0] }
  }

  @Test(arguments: [
    ("xterm-256color", ColorDepth.palette), ("xterm", .eight), ("vt100", .monochrome),
    ("linux", .eight), ("xterm-16color", .sixteen), ("tmux-256color", .palette),
    ("xterm-88color", .sixteen),
  ])
  func `a known terminal is taken as it is`(term: String, colors: ColorDepth) throws {
    let plan = try plan(["TERM": term])
    #expect(plan.entry == .installed(term))
    #expect(plan.colors == colors)
  }

  @Test func `COLORTERM and direct entries mean direct colour`() throws {
    for environment in [
      ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
      ["TERM": "xterm-kitty", "COLORTERM": "24bit"], ["TERM": "xterm-direct"],
      ["TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/s"],
    ] {
      let plan = try plan(environment)
      #expect(plan.entry == .embedded, "\(environment)")
      #expect(plan.colors == .direct, "\(environment)")
    }
  }

  @Test func `GNU screen and foreign terminals get no direct colour`() throws {
    #expect(try plan(["TERM": "screen-256color", "COLORTERM": "truecolor"]).colors == .palette)
    #expect(try plan(["TERM": "vt100", "COLORTERM": "truecolor"]).colors == .monochrome)
  }

  @Test(arguments: [
    ("xterm-kitty", "xterm-256color"), ("foot", "xterm-256color"),
    ("xterm-ghostty", "xterm-256color"), ("ghostty", "xterm-256color"),
    ("wezterm", "xterm-256color"), ("alacritty", "xterm-256color"),
    ("contour-latest", "xterm-256color"), ("vte-256color", "xterm-256color"),
    ("never-heard-of", "xterm-256color"), ("tmux-24", "screen-256color"), ("wyse60", "vt100"),
    ("vt525", "vt100"), ("linux-16color", "linux"), ("", "xterm"), ("unknown", "xterm"),
  ])
  func `an unknown terminal falls back by its name`(term: String, entry: String) throws {
    #expect(try plan(["TERM": term]).entry == .installed(entry))
  }

  @Test func `a terminal that says nothing of itself gets eight colours`() throws {
    #expect(try plan([:]) == plan(["TERM": ""]))
    #expect(try plan([:]).colors == .eight)
    #expect(try plan(["COLORTERM": "truecolor"]).colors == .direct)
  }

  @Test func `an unknown name with COLORTERM is a new terminal, an old family's is not`() throws {
    #expect(try plan(["TERM": "hyper", "COLORTERM": "truecolor"]).colors == .direct)
    #expect(try plan(["TERM": "hyper"]).colors == .palette)
    #expect(try plan(["TERM": "vt420", "COLORTERM": "truecolor"]).colors == .monochrome)
    #expect(try plan(["TERM": "linux-16color", "COLORTERM": "24bit"]).colors == .eight)
  }

  @Test func `a machine without terminfo has our own entry`() throws {
    let plan = try plan(["TERM": "xterm-256color"], machine: [:])
    #expect(plan.entry == .embedded)
  }

  @Test func `NO_COLOR counts unless it is empty or a depth is asked for`() throws {
    let term = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    #expect(try plan(term.merging(["NO_COLOR": "1"]) { $1 }).colors == .monochrome)
    #expect(try plan(term.merging(["NO_COLOR": ""]) { $1 }).colors == .direct)
    #expect(try plan(term.merging(["NO_COLOR": "1"]) { $1 }, .palette).colors == .palette)
  }

  @Test(arguments: [
    ("xterm", ColorDepth.direct, TerminalPlan.Entry.embedded),
    ("xterm", .palette, .installed("xterm-256color")),
    ("xterm-256color", .eight, .installed("xterm-256color")),
    ("xterm-direct", .palette, .installed("xterm-256color")),
    ("vt100", .sixteen, .installed("xterm-256color")),
    ("linux", .monochrome, .installed("linux")),
  ])
  func `a depth that is asked for is given`(
    term: String, depth: ColorDepth, entry: TerminalPlan.Entry
  ) throws {
    let plan = try plan(["TERM": term], depth)
    #expect(plan.entry == entry)
    #expect(plan.colors == depth)
  }

  @Test func `a dumb terminal is refused with the remedy`() {
    #expect(throws: TerminalError.incapable(term: "dumb")) { try plan(["TERM": "dumb"]) }
    #expect(
      TerminalError.incapable(term: "dumb").description
        == "TERM=dumb: this terminal cannot place its cursor; set TERM=xterm-256color if it can, "
        + "or print one frame with --print-frame")
  }

  @Test(arguments: [
    ("C", false), ("POSIX", false), ("C.UTF-8", true), ("de_DE.utf8", true), ("de_DE@euro", false),
    ("de_DE.UTF-8@euro", true), ("de_DE.ISO-8859-1", false), ("de_DE", true),
  ])
  func `a locale's name says whether it is UTF-8`(name: String, isUTF8: Bool) {
    #expect(Locale.isNamedUTF8(name) == isUTF8)
  }
}
