import Testing

@testable import CursesTerminal

@Suite struct TerminalModesTests {
  /// The numbers of private modes that a text sets with `h` or resets with `l`.
  private func modes(_ text: String, _ final: Character) -> Set<String> {
    Set(
      text.matches(of: /\u{1B}\[\?(\d+)([hl])/).filter { $0.2 == String(final) }.map {
        String($0.1)
      })
  }

  @Test(arguments: [true, false])
  func `what is switched on is switched off`(mouse: Bool) {
    let on = TerminalModes.on(mouse: mouse) + TerminalModes.frameStart
    #expect(!modes(on, "h").isEmpty)
    #expect(modes(on, "h").isSubset(of: modes(TerminalModes.off, "l")))
    #expect(modes(on, "l").isEmpty)
    #expect(modes(TerminalModes.off, "h").isEmpty)
  }

  @Test func `a crash leaves the alternate screen and shows the cursor`() {
    #expect(TerminalModes.restore.hasPrefix(TerminalModes.off))
    #expect(modes(TerminalModes.restore, "l").contains("1049"))
    #expect(modes(TerminalModes.restore, "h") == ["25"])
    #expect(TerminalModes.restore.utf8.count <= 255)  // what the guard keeps
  }

  @Test func `the mouse is left alone unless it is wanted`() {
    #expect(modes(TerminalModes.on(mouse: false), "h") == ["2004"])
  }
}
