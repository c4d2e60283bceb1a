import Cells

extension Command {
  /// Files, clipboard, state lines.
  static let session: [Command] = [
    Command(
      "copy-state", "copy this state as one line", .session, ["y"],
      effects: { state in
        [.copy(StateLine(state.saved).text, what: "state line")]
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
