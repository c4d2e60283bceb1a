import Cells

extension Command {
  /// Views, help, theme, program.
  static let screen: [Command] =
    ViewKind.allCases.map { kind in
      let digit = KeyChord(.character(Character("\(kind.digit)")))
      return Command("view-\(kind.rawValue)", "the view \(kind.title)", .screen, [digit]) {
        $0.show(kind)
      }
    } + [
      Command("palette", "every command, found by typing", .screen, [":", "C-p"]) {
        $0.overlay = .palette(PaletteState())
      },
      Command("help", "the keys of this view", .screen, ["?", "F1"]) {
        $0.overlay = .help(HelpState())
      },
      Command("tour", "a tour in one minute", .screen) { $0.tour = TourState() },
      Command("themes", "choose a theme, with preview", .screen, ["t"]) { $0.open(.themes) },
      Command(
        "mouse", "take the mouse, or leave it to the terminal", .screen, ["M"],
        effects: { state in
          state.usesMouse.toggle()
          state.notice =
            state.usesMouse ? "the mouse moves sliders" : "the mouse is the terminal's: M takes it"
          return [.mouse(state.usesMouse)]
        }),
      Command("redraw", "draw the screen again", .screen, ["C-l"], effects: { _ in [.redraw] }),
      Command("suspend", "suspend the program", .screen, ["C-z"], effects: { _ in [.suspend] }),
      Command("quit", "quit", .screen, ["q", "C-c"], effects: { _ in [.quit] }),
    ]
}
