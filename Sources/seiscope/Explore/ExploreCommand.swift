import ArgumentParser
import Cells
import Console
import CursesTerminal
import Explorer
import ExplorerRuntime
import Files
import Glibc
import ScreenFiles
import SessionFiles
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

  @OptionGroup var films: FilmOptions

  @Option(
    help: "The view to begin with: \(ViewKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var view: String?

  @Flag(help: "Play by itself until a key is pressed.")
  var demo = false

  @OptionGroup var sessions: SessionOptions

  @Flag(
    name: .customLong("continue"),
    help: "Begin with the session that was saved last without being asked for.")
  var continues = false

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var configurationOptions: ConfigurationOptions

  @Flag(
    help: """
      Print one frame, once the simulation has ended, instead of using the terminal: plain text, \
      or with --color escape sequences of 24-bit colours.
      """)
  var printFrame = false

  @Flag(
    help: """
      Speak in sentences and read commands from standard input, line by line: for screen readers \
      and scripts. Write help there.
      """)
  var plain = false

  @Option(help: "Columns and rows of the printed frame.")
  var size = "120x40"

  func run() throws {
    guard !demo || (!plain && !printFrame) else {
      throw OptionError("--demo needs the screen: leave out --plain and --print-frame")
    }
    let configuration = try configurationOptions.configuration()
    var problems: [String] = []
    var start = try ExplorerStart(
      session: try films.session(),
      beginning: try beginning(&problems), model: films.model, screen: screen, configuration,
      problems: problems)
    start.view = try view.map(Self.parse(view:))
    start.usesMouse = screen.mouse ?? configuration.mouse ?? true
    if printFrame {
      let state = start.state(size: try Self.parse(size: size), try screen.printedCapabilities())
      show(PrintedFrame.settled(state, model: start.model.source))
    } else if plain {
      speak(start, configuration)
    } else {
      try explore(start, configuration)
    }
  }

  /// Where the explorer begins; what `--continue` cannot have is a problem and no error.
  private func beginning(_ problems: inout [String]) throws -> SessionOptions.Beginning {
    guard continues else { return try sessions.beginning() }
    guard sessions.state == nil, sessions.session == nil else {
      throw OptionError("--continue goes with neither --state nor --session: give one of them")
    }
    do {
      guard let newest = StateFolder(of: .own)?.newestAutosave else {
        problems.append("there is no session to continue: this is a new one")
        return .new
      }
      return .saved(try SessionFile.read(newest))
    } catch {
      problems.append("\(error)")
      return .new
    }
  }

  private func files(_ configuration: ExplorerConfiguration) -> Archivist.Settings {
    var files = Archivist.Settings(
      program: Version.program, folder: StateFolder(of: .own), home: UserFolders.own.home)
    files.sessionPath = sessions.session
    files.autosaves = configuration.autosave
    return files
  }

  private func speak(_ start: ExplorerStart, _ configuration: ExplorerConfiguration) {
    let capabilities = Capabilities(colors: .monochrome, unicode: false)
    var session = PlainSession(
      start.state(size: Size(width: 120, height: 40), capabilities), model: start.model.source,
      files: files(configuration)
    ) { sentence in
      print(sentence.printableLines)
      fflush(nil)
    }
    if let problem = session.run(nextLine: { readLine() }) {
      StandardError.write("seiscope: \(problem.printableLines)\n")
    }
  }

  private func explore(_ start: ExplorerStart, _ configuration: ExplorerConfiguration) throws {
    var start = start
    start.playsDemo = demo
    let isFirstVisit = start.isFirstVisit
    start.showsTour = !demo && isFirstVisit
    let theme = start.theme
    var terminal = try TerminalSession(
      options: try terminalOptions(configuration), model: start.model.source,
      files: files(configuration), first: start.firstFilm,
      readThemes: { ScreenOptions.allThemes(with: theme) }
    ) { start.state(size: $1, $0) }
    if isFirstVisit { start.rememberVisit() }
    let ending = terminal.run()
    if let problem = terminal.problem {
      StandardError.write("seiscope: \(problem.printableLines)\n")
    }
    if case .signal(let number) = ending {
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// Options win over the configuration, and NO_COLOR over its colours.
  private func terminalOptions(_ configuration: ExplorerConfiguration) throws -> TerminalOptions {
    let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return TerminalOptions(
      color: try screen.colorDepth() ?? (isPlain ? nil : configuration.color),
      unicode: try screen.unicode() ?? configuration.unicode,
      mouse: screen.mouse ?? configuration.mouse ?? true, asksBackground: true)
  }

  private func show(_ state: ExplorerState) {
    let canvas = state.render()
    let isColored = state.capabilities.colors > .monochrome
    print(canvas.printedText(colors: isColored ? .direct : .monochrome))
  }

  private static func parse(view name: String) throws -> ViewKind {
    if let view = ViewKind(rawValue: name) { return view }
    let names = ViewKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw OptionError("--view '\(name)': give one of \(names)")
  }

  static func parse(size: String) throws -> Size {
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { throw OptionError("--size '\(size)': give columns x rows up to 1000, like 120x40") }
    return Size(width: width, height: height)
  }
}
