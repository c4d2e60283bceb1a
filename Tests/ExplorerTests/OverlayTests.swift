import Cells
import Interphase
import Testing
import Theming

@testable import Explorer

@Suite struct OverlayTests {
  @Test(arguments: [
    ("undo", "undo"), ("seed new", "new-seed"), ("rst al", "reset-all"), ("copst", "copy-state"),
    ("theme", "themes"), ("view map", "view-map"),
  ])
  func `the palette finds commands by letters in order`(typed: String, name: String) {
    let state = Fixture.state(120, 40)
    let palette = PaletteState(typed: TextField(typed, limit: 40))
    let first = PaletteOverlay.shown(palette, state).first
    #expect(first?.action == .command(name), "\(first?.title ?? "nothing")")
  }

  @Test func `the palette does what is chosen, and shows its keys`() {
    var state = Fixture.state(120, 40)
    type(&state, ":new seed")
    #expect(state.render().text.contains("new seed for the simulation"))
    let effects = play(&state, (.enter, []))
    #expect(state.session.seed == 8)
    #expect(state.overlay == nil)
    #expect(effects.count == 1)
  }

  @Test func `the palette goes to a slider by what its reaction does`() {
    var state = Fixture.state(120, 40)
    type(&state, ":p hop")
    play(&state, (.enter, []))
    #expect(state.focus == .barrier(.precursorDiffusion))
  }

  @Test func `no letter typed in the palette is a command`() {
    var state = Fixture.state(120, 40)
    type(&state, ":")
    #expect(type(&state, "quR:nax?").isEmpty)
    #expect(state.session == state.start)
    #expect(state.overlay != nil)
  }

  @Test func `every command is in the palette of its view`() {
    for view in ViewKind.allCases {
      var state = Fixture.state(120, 40)
      state.view = view
      let listed = PaletteOverlay.entries(state).compactMap { entry in
        if case .command(let name) = entry.action { name } else { nil }
      }
      let expected = Command.all.filter { $0.view == nil || $0.view == view }.map(\.name)
      #expect(Set(listed) == Set(expected).subtracting(["palette"]))
    }
  }

  @Test func `bookmarks are made, listed, gone to, deleted, and all of it undone`() {
    var state = Fixture.state(120, 40)
    type(&state, "m")
    play(&state, (.enter, []))
    #expect(state.session.bookmarks.map(\.name) == ["point 1"])
    play(&state, (.right, []), (.character("n"), []))
    let moved = state.session.knobs
    type(&state, "'")
    #expect(state.render().text.contains("1 axis, seed 7"))
    play(&state, (.enter, []))
    #expect(state.session.knobs == state.start.knobs)
    type(&state, "u")
    #expect(state.session.knobs == moved)
    type(&state, "'d")
    #expect(state.session.bookmarks.isEmpty)
    play(&state, (.escape, []), (.character("u"), []))
    #expect(state.session.bookmarks.count == 1)
  }

  @Test func `a bookmark is compared with where the knobs stand`() {
    var state = Fixture.state(120, 40)
    type(&state, "m")
    play(&state, (.enter, []), (.pageDown, []), (.right, []), (.character("n"), []))
    type(&state, "'c")
    let text = state.render().text
    #expect(text.contains("Here → 'point 1'"))
    #expect(text.contains("0.3960 eV → 0.3914 eV"))
    #expect(text.contains("8 → 7"))
    play(&state, (.enter, []))
    #expect(state.session.knobs == state.start.knobs)
  }

  @Test func `undo says what it took back`() {
    var state = Fixture.state(120, 40)
    play(&state, (.character("n"), []), (.character("u"), []))
    #expect(state.notice == "undone: seed 8 → 7")
    play(&state, (.character("x"), []), (.character("u"), []))
    #expect(state.notice == "undone: locks")
  }

  @Test func `the first letter replaces a proposed name, an arrow keeps it`() {
    var state = Fixture.state(120, 40)
    type(&state, "mab")
    play(&state, (.enter, []), (.character("m"), []), (.end, []))
    type(&state, "!")
    play(&state, (.enter, []))
    #expect(state.session.bookmarks.map(\.name) == ["ab", "point 1!"])
  }

  @Test func `a bookmark's name is text whatever its letters`() {
    var state = Fixture.state(120, 40)
    type(&state, "m")
    play(&state, (.character("u"), .control))
    type(&state, "quiet :?")
    play(&state, (.enter, []))
    #expect(state.session.bookmarks.map(\.name) == ["quiet :?"])
  }

  @Test func `a seed is typed, and what is none is refused`() {
    var state = Fixture.state(120, 40)
    type(&state, ":type a seed")
    play(&state, (.enter, []))
    type(&state, "minus one")
    play(&state, (.enter, []))
    #expect(state.message?.contains("'minus one' is no seed") == true)
    play(&state, (.character("u"), .control))
    type(&state, "18446744073709551615")
    play(&state, (.enter, []))
    #expect(state.session.seed == .max)
  }

  @Test func `the tour turns with Enter, ends with Esc, and holds nothing up`() {
    var state = Fixture.state(80, 24)
    state.beginTour()
    for step in TourCard.steps {
      #expect(state.render().text.contains(step.title))
      play(&state, (.right, []), (.character("n"), []))
      play(&state, (.enter, []))
    }
    #expect(state.tour == nil)
    #expect(state.session.seed == 7 + UInt64(TourCard.steps.count), "keys work beside the tour")
    state.beginTour()
    play(&state, (.escape, []))
    #expect(state.tour == nil)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `the tour's text fits`(width: Int, height: Int) {
    for (index, step) in TourCard.steps.enumerated() {
      var state = Fixture.state(width, height)
      state.tour = TourState(step: index)
      let last = step.text.split(separator: " ").last ?? ""
      #expect(state.render().text.contains(last), "step \(index + 1) is cut")
      let card = TourCard.frame(TourState(step: index), state)
      let sliders = state.layout.sliders.map(\.row)
      #expect(sliders.allSatisfy { $0.y >= card.maxY || $0.x >= card.maxX }, "a slider is hidden")
    }
  }

  @Test(arguments: ["help", "palette", "themes", "bookmarks", "species", "export"])
  func `a click beside an overlay closes it`(name: String) {
    var state = Fixture.state(120, 40)
    _ = Command.named[name]?.run(&state)
    guard state.overlay != nil else { return }
    _ = state.update(.input(.mouse(MouseEvent(.press, at: Point(x: 0, y: 39)))))
    #expect(state.overlay == nil)
  }

  @Test func `undo has no limit`() {
    var state = Fixture.state(80, 24)
    for _ in 0..<3000 { play(&state, (.character("n"), [])) }
    for _ in 0..<3000 { play(&state, (.character("u"), [])) }
    #expect(state.session == state.start)
    #expect(state.message == nil)
  }
}

@Suite struct StandardKeysTests {
  @Test func `no key has two commands in one view`() {
    for view in ViewKind.allCases {
      var owners: [KeyChord: String] = [:]
      for command in Command.all where command.view == view {
        for chord in command.keys {
          #expect(owners[chord] == nil, "\(view): \(chord.text): \(command.name)")
          owners[chord] = command.name
        }
      }
    }
    var owners: [KeyChord: String] = [:]
    for command in Command.all where command.view == nil {
      for chord in command.keys {
        #expect(owners[chord] == nil, "\(chord.text): \(command.name)")
        owners[chord] = command.name
      }
    }
  }

  @Test func `chords read back what they write`() {
    for chord in Command.all.flatMap(\.keys) { #expect(KeyChord(chord.text) == chord) }
    #expect(KeyChord("S-Left") == KeyChord(.left, .shift))
    #expect(KeyChord("M-x") == KeyChord(.character("x"), .alt))
    #expect(KeyChord("-") == KeyChord(.character("-")))
    #expect(KeyChord("C--") == KeyChord(.character("-"), .control))
    #expect(KeyChord("f12") == KeyChord(.function(12)))
    for wrong in ["", "F13", "Ctrl+x", "C-", "left right"] { #expect(KeyChord(wrong) == nil) }
  }
}

@Suite struct GroundTests {
  @Test func `the theme follows the terminal's background until somebody chooses one`() {
    var state = ExplorerState(
      size: Size(width: 80, height: 24),
      capabilities: Capabilities(colors: .direct, unicode: true),
      themes: [.interphase, Fixture.paper], session: Session(barriers: .middle, seed: 7),
      model: .present(Fixture.summary), followsGround: true)
    _ = state.update(.start)
    #expect(state.saved.theme == nil, "nobody chose it")
    _ = state.update(.input(.background(RGB(255, 255, 255))))
    #expect(state.theme.name == "paper")
    play(&state, (.character("t"), []), (.up, []), (.enter, []))
    #expect(state.theme.name == "interphase")
    _ = state.update(.input(.background(RGB(250, 250, 250))))
    #expect(state.theme.name == "interphase", "it was chosen")
    #expect(state.saved.theme == "interphase")
  }

  @Test func `what another model has not is named and never looked up`() {
    var summary = Fixture.summary
    summary.axes = Array(summary.axes.prefix(2))
    var state = ExplorerState(
      size: Size(width: 120, height: 40),
      capabilities: Capabilities(colors: .direct, unicode: true), themes: [.interphase],
      session: Session(barriers: .middle, seed: 7), model: .present(summary))
    _ = state.update(.start)
    var other = state.saved
    other.session.offsets[7] = 1
    _ = state.update(.restored(other))
    play(&state, (.character("u"), []))
    #expect(state.notice == "undone: PC8 from its anchor +1.000 → +0.000")
    _ = state.render()
  }
}
