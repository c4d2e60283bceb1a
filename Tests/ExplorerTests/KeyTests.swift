import Cells
import Interphase
import Testing
import Theming

@testable import Explorer

/// Plays keys, one after the other.
@discardableResult
func play(_ state: inout ExplorerState, _ keys: (Key, Modifiers)...) -> [Effect] {
  keys.flatMap { state.update(.input(.key($0.0, $0.1))) }
}

/// Types text, one character a key.
@discardableResult
func type(_ state: inout ExplorerState, _ text: String) -> [Effect] {
  text.flatMap { state.update(.input(.key(.character($0)))) }
}

@Suite struct KeyTests {
  @Test func `the start asks for a film and an answer`() {
    var state = ExplorerState(
      size: Size(width: 80, height: 24),
      capabilities: Capabilities(colors: .direct, unicode: true), themes: [.interphase],
      session: Session(barriers: .middle, seed: 7), model: .present(Fixture.summary))
    let effects = state.update(.start)
    #expect(
      effects == [
        .simulate(
          SimulationRequest(
            generation: 1, barriers: .middle, seed: 7,
            eventLimit: SimulationParameters.defaultEventLimit)),
        .decode(
          DecodeRequest(
            generation: 1,
            place: LatentPlace(
              barriers: .middle, anchor: .priorMean,
              offsets: [Double](repeating: 0, count: 8)))),
      ])
  }

  @Test(
    arguments: [
      (Key.tab, Modifiers(), Control.axis(1)), (.down, [], .axis(1)),
      (.character("j"), [], .axis(1)),
      (.tab, .shift, .barrier(.clusterDiffusion)), (.up, [], .barrier(.clusterDiffusion)),
      (.character("k"), [], .barrier(.clusterDiffusion)),
      (.pageDown, [], .barrier(.ecReductionElectrode)),
    ] as [(Key, Modifiers, Control)])
  func `keys move the focus`(key: Key, modifiers: Modifiers, expected: Control) {
    var state = Fixture.state(80, 24)
    #expect(play(&state, (key, modifiers)).isEmpty)
    #expect(state.focus == expected)
  }

  @Test func `tab visits all twenty-three sliders and comes back`() {
    var state = Fixture.state(80, 24)
    var visited: Set<Control> = []
    for _ in 0..<23 {
      visited.insert(state.focus)
      #expect(state.layout.sliders.contains { $0.control == state.focus })
      play(&state, (.tab, []))
    }
    #expect(visited.count == 23)
    #expect(state.focus == .axis(0))
  }

  @Test(
    arguments: [
      (Key.right, Modifiers(), 0.396), (.left, [], 0.386), (.character("l"), [], 0.396),
      (.character("h"), [], 0.386), (.right, .shift, 0.416), (.character("H"), [], 0.366),
      (.right, .control, 0.392), (.left, .alt, 0.390), (.home, [], 0.281808), (.end, [], 0.500992),
    ] as [(Key, Modifiers, Double)])
  func `keys move a barrier`(key: Key, modifiers: Modifiers, expected: Double) {
    var state = Fixture.state(80, 24)
    let effects = play(&state, (.pageDown, []), (key, modifiers))
    let value = Double(state.session.barriers[.ecReductionElectrode])
    #expect(abs(value - expected) < 1e-6, "\(value)")
    #expect(effects.count == 2, "a barrier moves the film and the answer: \(effects)")
  }

  @Test func `an axis moves the answer alone, from its anchor`() {
    var state = Fixture.state(80, 24)
    let effects = play(&state, (.right, []))
    #expect(state.session.offsets[0].magnitude > 0.05)
    #expect(abs(state.value(of: .axis(0)) - (1.2 + state.session.offsets[0])) < 1e-12)
    guard effects.count == 1, case .decode(let request) = effects[0] else {
      Issue.record("expected one decode, found \(effects)")
      return
    }
    #expect(request.place.offsets == state.session.offsets)
  }

  @Test func `a slider stops at the end of its range`() {
    var state = Fixture.state(80, 24)
    for _ in 0..<200 { play(&state, (.right, .shift)) }
    #expect(state.value(of: .axis(0)) <= 5 + 1e-9)
    #expect(state.value(of: .axis(0)) > 4.9)
  }

  @Test func `r resets one slider, R everything, u brings it back`() {
    var state = Fixture.state(80, 24)
    play(&state, (.right, []), (.pageDown, []), (.right, []), (.character("n"), []))
    let moved = state.session
    play(&state, (.character("r"), []))
    #expect(state.session.barriers == .middle)
    #expect(state.session.offsets != state.start.offsets)
    play(&state, (.character("R"), []))
    #expect(state.session == state.start)
    play(&state, (.character("u"), []), (.character("u"), []))
    #expect(state.session == moved)
    play(&state, (.character("r"), .control), (.character("r"), .control))
    #expect(state.session == state.start)
  }

  @Test func `undo asks for the earlier film and answer again`() {
    var state = Fixture.state(80, 24)
    play(&state, (.pageDown, []), (.right, []))
    let effects = play(&state, (.character("u"), []))
    #expect(effects.count == 2)
    play(&state, (.character("u"), []))
    #expect(state.message == "nothing to undo")
  }

  @Test func `n takes the next seed and grows another film only`() {
    var state = Fixture.state(80, 24)
    let effects = play(&state, (.character("n"), []))
    #expect(state.session.seed == 8)
    guard effects.count == 1, case .simulate(let request) = effects[0] else {
      Issue.record("expected one simulation, found \(effects)")
      return
    }
    #expect(request.seed == 8)
  }

  @Test func `a cycles through the anchors and A draws again`() {
    var state = Fixture.state(80, 24)
    var seen: [Anchor] = []
    for _ in 0..<5 {
      play(&state, (.character("a"), []))
      seen.append(state.session.anchor)
    }
    #expect(seen == [.priorDraw(seed: 1), .latentMean, .simulated, .testSample(0), .priorMean])
    play(&state, (.character("a"), []), (.character("A"), []))
    #expect(state.session.anchor == .priorDraw(seed: 2))
  }

  @Test func `the encoded simulation follows the film as it grows`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("a"), []), (.character("a"), []), (.character("a"), []))
    let snapshot = Fixture.snapshot(generation: state.run.generation, seed: 9)
    let effects = state.update(.simulated(snapshot))
    guard effects.count == 1, case .decode(let request) = effects[0] else {
      Issue.record("expected one decode, found \(effects)")
      return
    }
    #expect(request.place.film == snapshot.lattice)
  }

  @Test func `a model without a conditional prior never takes it as anchor`() {
    var summary = Fixture.summary
    summary.hasConditionalPrior = false
    var state = ExplorerState(
      size: Size(width: 80, height: 24),
      capabilities: Capabilities(colors: .direct, unicode: true), themes: [.interphase],
      session: Session(barriers: .middle, seed: 7), model: .present(summary))
    for _ in 0..<8 {
      #expect(!state.session.anchor.usesPrior)
      play(&state, (.character("a"), []))
    }
  }

  @Test func `q, control-c, control-z and control-l ask for what they mean`() {
    var state = Fixture.state(80, 24)
    #expect(play(&state, (.character("q"), [])) == [.quit])
    #expect(play(&state, (.character("c"), .control)) == [.quit])
    #expect(play(&state, (.character("z"), .control)) == [.suspend])
    #expect(play(&state, (.character("l"), .control)) == [.redraw])
  }

  @Test func `t lists themes, shows the chosen one at once, and Esc goes back`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("t"), []), (.down, []))
    #expect(state.theme.name == "paper")
    play(&state, (.escape, []))
    #expect(state.theme.name == "interphase")
    play(&state, (.character("t"), []), (.character("t"), []), (.enter, []))
    #expect(state.theme.name == "paper")
    #expect(state.overlay == nil)
  }

  @Test func `themes that are read later keep the one in use`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("t"), []), (.down, []), (.enter, []))
    _ = state.update(.themes([.interphase, .interphase, Fixture.paper]))
    #expect(state.theme.name == "paper")
    #expect(state.themeIndex == 2)
  }

  @Test func `help filters by typing and q is text while it does`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("?"), []))
    #expect(type(&state, "undoq").isEmpty)
    #expect(state.overlay == .help(HelpState(filter: TextField("undoq", limit: 20))))
    play(&state, (.backspace, []))
    let text = state.render().text
    #expect(text.contains("undo"))
    #expect(!text.contains("next slider"))
    play(&state, (.escape, []))
    #expect(state.overlay == nil)
  }
}

@Suite struct GenerationTests {
  @Test func `an answer to an older request of the simulation is dropped`() {
    var state = Fixture.state(80, 24)
    let shown = state.run.snapshot
    play(&state, (.character("n"), []))
    _ = state.update(.simulated(Fixture.snapshot(generation: 1, seed: 5)))
    #expect(state.run.snapshot == shown)
    _ = state.update(.simulated(Fixture.snapshot(generation: 2, stage: .growing, seed: 5)))
    #expect(state.run.snapshot?.generation == 2)
  }

  @Test func `an older decode never replaces a newer one`() {
    var state = Fixture.state(80, 24)
    play(&state, (.right, []), (.right, []))
    _ = state.update(.decoded(Fixture.answer(generation: 3)))
    _ = state.update(.decoded(Fixture.answer(generation: 2)))
    #expect(state.decoded?.result.generation == 3)
  }

  @Test func `a model that fails leaves the simulated side and says why`() {
    var state = Fixture.state(120, 40)
    _ = state.update(.modelFailed("weights.safetensors: truncated"))
    #expect(state.decoded == nil)
    #expect(state.controls.count == 15)
    #expect(state.render().text.contains("weights.safetensors: truncated"))
    #expect(state.controls.contains(state.focus))
  }
}
