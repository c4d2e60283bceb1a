import Testing

@testable import Explorer

@Suite struct KeymapTests {
  private func keys(_ keymap: Keymap, _ name: String) -> [String] {
    Command.named[name].map { keymap.keys(of: $0) } ?? ["no such command"]
  }

  @Test func `a command has the given keys instead of its own`() throws {
    let keymap = try Keymap(changing: ["undo": ["F5", "C-u"]])
    #expect(keys(keymap, "undo") == ["F5", "C-u"])
    #expect(keymap["F5", in: nil] == "undo" && keymap["C-u", in: .explore] == "undo")
    #expect(keymap["u", in: .explore] == nil)
    #expect(keys(keymap, "redo") == keys(.standard, "redo"))
    #expect(try Keymap(changing: [:]) == .standard)
  }

  @Test func `a key that another command had is taken from it`() throws {
    let keymap = try Keymap(changing: ["undo": ["q"]])
    #expect(keymap["q", in: .explore] == "undo")
    #expect(keys(keymap, "quit") == ["C-c"])
  }

  @Test func `two commands may exchange their keys`() throws {
    let keymap = try Keymap(changing: ["undo": ["q"], "quit": ["u"]])
    #expect(keymap["q", in: nil] == "undo" && keymap["u", in: nil] == "quit")
    #expect(keys(keymap, "undo") == ["q"] && keys(keymap, "quit") == ["u"])
  }

  @Test func `no keys leave a command without, and free what it had`() throws {
    let keymap = try Keymap(changing: ["new-seed": [], "export": ["n"]])
    #expect(keys(keymap, "new-seed") == [])
    #expect(keymap["n", in: .explore] == "export" && keymap["e", in: .explore] == nil)
  }

  @Test func `a key given to two commands is refused, whichever comes first`() {
    #expect(throws: KeymapError.conflict("x", "undo", "redo")) {
      try Keymap(changing: ["redo": ["x"], "undo": ["x"]])
    }
    #expect(throws: KeymapError.conflict("C-s", "save-session", "export")) {
      try Keymap(changing: ["save-session": ["C-s"], "export": ["C-s"]])
    }
  }

  @Test func `unknown commands and keys are told with the remedy`() {
    #expect(throws: KeymapError.unknownCommand("undi", nearest: "undo")) {
      try Keymap(changing: ["undi": ["x"]])
    }
    #expect(throws: KeymapError.unknownKey("Ctrl+X", command: "undo")) {
      try Keymap(changing: ["undo": ["Ctrl+X"]])
    }
    for error in [
      KeymapError.unknownCommand("undi", nearest: "undo"), .unknownCommand("zzz", nearest: nil),
      .unknownKey("Ctrl+X", command: "undo"), .conflict("x", "undo", "redo"),
    ] {
      #expect(error.description.hasPrefix("keys: ") && !error.description.contains("\n"))
    }
  }

  @Test func `every command that has a key is asked for by it`() {
    for command in Command.all {
      for text in Keymap.standard.keys(of: command) {
        let chord = KeyChord(text)
        #expect(chord != nil, "\(text)")
        if let chord {
          #expect(Keymap.standard[chord, in: command.view] == command.name, "\(text)")
        }
      }
    }
  }
}
