import Cells
import Console
import Explorer
import ExplorerRuntime
import Files
import Interphase
import SessionFiles
import Theming

/// Everything that an explorer begins with, found and read before the screen is taken.
struct ExplorerStart {
  /// The model to decode with.
  let model: ChosenModel
  /// The theme in use.
  let theme: Theme
  /// The view that was asked for.
  var view: ViewKind?
  /// Whether the explorer shows itself.
  var playsDemo = false
  /// Whether the tour begins.
  var showsTour = false
  /// Whether the mouse is ours.
  var usesMouse = true
  /// Whether anybody has chosen a theme.
  private let hasChosenTheme: Bool
  private let session: Session
  private let beginning: SessionOptions.Beginning
  private let keymap: Keymap
  /// What could not be had, a sentence each.
  private var problems: [String]

  /// - Parameters:
  ///   - session: What resets go back to.
  ///   - beginning: Where the explorer begins.
  ///   - model: The folder of a model that was asked for.
  ///   - problems: What could not be had so far.
  /// - Throws: What is wrong with things that options name; what a file names is done without.
  init(
    session: Session, beginning: SessionOptions.Beginning, model: String?, screen: ScreenOptions,
    _ configuration: ExplorerConfiguration, problems: [String] = []
  ) throws {
    self.session = session
    self.beginning = beginning
    keymap = configuration.keymap
    var problems = configuration.problems + problems
    self.model = try Self.model(
      asked: model, configured: configuration.model, beginning.session(from: session), &problems)
    // A session may come from anybody: it names a theme, and no path.
    let named = beginning.theme.flatMap { $0.contains(where: { "/.".contains($0) }) ? nil : $0 }
    let saved = [named, configuration.theme]
    theme = try Self.theme(asked: screen.theme, saved: saved, &problems)
    hasChosenTheme = screen.theme != nil || saved.contains { $0 != nil }
    self.problems = problems
  }

  /// The explorer before its first event.
  func state(size: Size, _ capabilities: Capabilities) -> ExplorerState {
    var state = ExplorerState(
      size: size, capabilities: capabilities, themes: [theme], session: session,
      model: model.state, decoded: model.source?.stored, keymap: keymap,
      followsGround: !hasChosenTheme, usesMouse: usesMouse)
    beginning.apply(to: &state)
    if let view { state.begin(in: view) }
    if showsTour { state.beginTour() }
    if playsDemo { state.beginDemo() }
    if let first = problems.first {
      let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
      state.begin(telling: first + more)
    }
    return state
  }

  /// The film that the explorer asks for first.
  var firstFilm: SimulationRequest {
    let begun = beginning.session(from: session)
    return SimulationRequest(
      generation: 1, barriers: begun.barriers, seed: begun.seed, eventLimit: begun.eventLimit)
  }

  /// Whether nobody has used the explorer here before: then the tour begins.
  var isFirstVisit: Bool {
    StateFolder(of: .own).map { Folder.kind(of: $0.path) == .missing } ?? false
  }

  /// From now on it is no first visit.
  func rememberVisit() {
    if let folder = StateFolder(of: .own) { try? Folder.create(folder.path) }
  }

  private static func model(
    asked: String?, configured: String?, _ session: Session, _ problems: inout [String]
  ) throws -> ChosenModel {
    if asked == nil, let configured {
      do {
        return try ChosenModel(named: configured, session: session)
      } catch {
        problems.append("\(error)")
      }
    }
    return try ChosenModel(named: asked, session: session)
  }

  private static func theme(
    asked: String?, saved: [String?], _ problems: inout [String]
  ) throws -> Theme {
    if let asked { return try ScreenOptions.theme(named: asked) }
    for name in saved.compactMap({ $0 }) {
      if name == Theme.interphase.name { break }
      do {
        return try ScreenOptions.theme(named: name)
      } catch {
        problems.append("\(error)")
      }
    }
    return .interphase
  }
}
