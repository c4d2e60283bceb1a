import Cells
import Interphase
import Theming

extension Command {
  /// Files, clipboard, state lines.
  static let session: [Command] = [
    Command(
      "copy-state", "copy this state as one line", .session, ["y"],
      effects: { state in
        [.copy(StateLine.text(of: state.saved, startingFrom: state.start), what: "state line")]
      }),
    Command("paste-state", "paste a state line", .session, ["p"]) { $0.ask(.stateLine) },
    Command("export", "export films, figures or the screen", .session, ["e"]) {
      $0.open(.exports)
    },
    Command(
      "save-session", "save the session", .session, ["w"],
      effects: { state in
        [.save(state.saved, path: nil)]
      }),
    Command("save-session-as", "save the session as a file of another name", .session) {
      $0.ask(.savePath)
    },
    Command("open-session", "open a session file", .session, ["o"]) { $0.ask(.openPath) },
    Command(
      "record", "record the screen as an asciicast, or end it", .session,
      effects: { _ in
        [.record]
      }),
    Command(
      "copy-screen", "copy the screen as text", .session, ["Y"],
      effects: { state in
        var bare = state
        bare.overlay = nil
        return [.copy(bare.render().text, what: "screen")]
      }),
  ]
}

extension ExplorerState {
  /// The session and where the person is in it.
  public var saved: SavedSession {
    SavedSession(
      session: session, view: view, focus: focus, theme: theme.name,
      modelHash: model.summary?.weightsHash)
  }

  /// Takes in a session, as one step of undo; what another model does not have is left out.
  mutating func restore(_ saved: SavedSession) {
    endDrag()
    entry = nil
    overlay = nil
    var taken = saved.session
    if let summary = model.summary, !summary.hasConditionalPrior, taken.anchor.usesPrior {
      taken.anchor = .latentMean
    }
    if case .testSample(let index) = taken.anchor, index >= model.summary?.testSamples ?? 0 {
      taken.anchor = start.anchor
    }
    edit { $0 = taken }
    view = saved.view
    if controls.contains(saved.focus) { focus = saved.focus }
    if let same = themes.firstIndex(where: { $0.name == saved.theme }) { themeIndex = same }
    let isSame = saved.modelHash == nil || saved.modelHash == model.summary?.weightsHash
    notice = isSame ? "session restored" : nil
    message =
      isSame ? nil : "the session was made with another model: the decoded film may differ"
  }
}
