import ArgumentParser
import Cells
import Console
import CursesTerminal
import Explorer
import ExplorerRuntime
import Glibc
import Interphase
import ScreenFiles
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

  @Option(help: "The folder of the model to decode with. [default: the bundled one]")
  var model: String?

  @OptionGroup var screen: ScreenOptions

  @Flag(
    help: """
      Print one frame, once the simulation has ended, instead of using the terminal: plain text, \
      or with --color escape sequences of 24-bit colours.
      """)
  var printFrame = false

  @Option(help: "Columns and rows of the printed frame.")
  var size = "120x40"

  func run() throws {
    guard events >= 1 else { throw OptionError("--events \(events): give 1 or more") }
    let session = Session(
      barriers: try barrierOptions.resolved(base: StartState.standard.barriers),
      seed: seed ?? StartState.standard.seed, eventLimit: events)
    let theme = try screen.chosenTheme()
    let model = try ChosenModel(named: model, session: session)
    func state(size: Size, _ capabilities: Capabilities) -> ExplorerState {
      ExplorerState(
        size: size, capabilities: capabilities, themes: [theme], session: session,
        model: model.state, decoded: model.source?.stored)
    }
    if printFrame {
      let start = state(size: try Self.parse(size: size), try screen.printedCapabilities())
      show(PrintedFrame.settled(start, model: model.source))
    } else {
      try explore(model.source, theme) { state(size: $1, $0) }
    }
  }

  private func explore(
    _ model: ModelSource?, _ theme: Theme,
    _ makeState: (Capabilities, Size) -> ExplorerState
  ) throws {
    let options = TerminalOptions(
      color: try screen.colorDepth(), unicode: try screen.unicode(), mouse: !screen.noMouse)
    var terminal = try TerminalSession(
      options: options, model: model,
      readThemes: { ScreenOptions.allThemes(with: theme) }, makeState: makeState)
    if case .signal(let number) = terminal.run() {
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  private func show(_ state: ExplorerState) {
    let canvas = state.render()
    let isColored = state.capabilities.colors > .monochrome
    print(canvas.printedText(colors: isColored ? .direct : .monochrome))
  }

  private static func parse(size: String) throws -> Size {
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { throw OptionError("--size '\(size)': give columns x rows up to 1000, like 120x40") }
    return Size(width: width, height: height)
  }
}
