import ArgumentParser
import Cells
import CursesTerminal
import Explorer
import ExplorerRuntime
import Glibc
import Interphase
import Theming

/// `seiscope explore`: the explorer, on the terminal or as one printed frame.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Move barriers and latent axes; watch films grow and decode (the default).",
    discussion: """
      On the left a kinetic Monte Carlo simulation grows from fifteen reaction barriers, on the \
      right a model decodes a film from a latent point and the same barriers. Press ? for the keys.
      """)

  @OptionGroup var barrierOptions: BarrierOptions

  @Option(help: "Seed of the simulation.")
  var seed: UInt64?

  @Option(help: "Event limit; a simulation that reaches it is unfinished.")
  var events = SimulationParameters.defaultEventLimit

  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Print one frame, once the simulation has ended, instead of using the terminal.")
  var printFrame = false

  @Option(help: "Columns and rows of the printed frame.")
  var size = "120x40"

  func run() throws {
    guard events >= 1 else { throw OptionError("--events \(events): give 1 or more") }
    let session = Session(
      barriers: try barrierOptions.resolved(base: StartState.standard.barriers),
      seed: seed ?? StartState.standard.seed, eventLimit: events)
    let (themes, theme) = try screen.themes()
    if printFrame {
      try printFrame(of: session, themes, theme)
    } else {
      try explore(session, themes, theme)
    }
  }

  private func explore(_ session: Session, _ themes: [Theme], _ theme: Int) throws {
    let options = TerminalOptions(
      color: try screen.colorDepth(), unicode: try screen.unicode(), mouse: !screen.noMouse)
    var terminal = try TerminalSession(options: options, model: nil) { capabilities, size in
      ExplorerState(
        size: size, capabilities: capabilities, themes: themes, theme: theme, session: session,
        model: .absent("no model"))
    }
    if case .signal(let number) = terminal.run() {
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  private func printFrame(of session: Session, _ themes: [Theme], _ theme: Int) throws {
    let state = ExplorerState(
      size: try Self.parse(size: size), capabilities: try screen.printedCapabilities(),
      themes: themes, theme: theme, session: session, model: .absent("no model"))
    let canvas = PrintedFrame.settled(state, model: nil).render()
    print(state.capabilities.colors == .monochrome ? canvas.text : canvas.styledText)
  }

  private static func parse(size: String) throws -> Size {
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { throw OptionError("--size '\(size)': give columns x rows up to 1000, like 120x40") }
    return Size(width: width, height: height)
  }
}

/// Options for what a screen shows, whatever the terminal says.
struct ScreenOptions: ParsableArguments {
  @Option(help: "Theme, by the name of its file.")
  var theme: String?

  @Option(help: "Colours: truecolor, 256, 16, 8 or mono. [default: what the terminal has]")
  var color: String?

  @Flag(help: "Draw with glyphs beyond ASCII, whatever the locale says.")
  var utf8 = false

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  /// The depth that `--color` names, if it is given.
  func colorDepth() throws -> ColorDepth? {
    guard let color else { return nil }
    let depths: [String: ColorDepth] = [
      "truecolor": .direct, "256": .palette, "16": .sixteen, "8": .eight, "mono": .monochrome,
    ]
    guard let depth = depths[color.lowercased()] else {
      throw OptionError("--color '\(color)': use truecolor, 256, 16, 8 or mono")
    }
    return depth
  }

  /// Whether glyphs beyond ASCII were asked for or forbidden.
  func unicode() throws -> Bool? {
    guard !(utf8 && ascii) else {
      throw OptionError("--utf8 and --ascii contradict each other: give one of them")
    }
    return utf8 ? true : ascii ? false : nil
  }

  /// For a frame that is printed: text without colours unless they are asked for, UTF-8 unless a
  /// terminal that reads it cannot show it.
  func printedCapabilities() throws -> Capabilities {
    let isShown = isatty(STDOUT_FILENO) == 0 || Self.localeIsUTF8
    return Capabilities(colors: try colorDepth() ?? .monochrome, unicode: try unicode() ?? isShown)
  }

  /// Every theme, and the index of the chosen one.
  func themes() throws -> ([Theme], Int) {
    let all = [Theme.interphase]
    guard let theme else { return (all, 0) }
    guard let index = all.firstIndex(where: { $0.name == theme }) else {
      let hint = nearest(to: theme, among: all.map(\.name)).map { "did you mean '\($0)'?" }
      let names = all.map(\.name).joined(separator: ", ")
      throw OptionError("unknown theme '\(theme)': \(hint ?? "use one of \(names)")")
    }
    return (all, index)
  }

  private static var localeIsUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    guard let locale = values.first(where: { !$0.isEmpty }) else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
