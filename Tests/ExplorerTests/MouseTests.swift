import Cells
import Interphase
import Testing
import Theming

@testable import Explorer

@Suite struct MouseTests {
  private func slider(_ control: Control, _ state: ExplorerState) throws -> SliderFrame {
    try #require(state.layout.sliders.first { $0.control == control })
  }

  @discardableResult
  private func mouse(
    _ state: inout ExplorerState, _ action: MouseEvent.Action, _ x: Int, _ y: Int,
    _ modifiers: Modifiers = []
  ) -> [Effect] {
    state.update(
      .input(.mouse(MouseEvent(action, at: Point(x: x, y: y), modifiers: modifiers))))
  }

  @Test func `a click on the track jumps there and takes the focus`() throws {
    var state = Fixture.state(120, 40)
    let control = Control.barrier(.pairing)
    let frame = try slider(control, state)
    let effects = mouse(&state, .press, frame.track.maxX - 1, frame.track.y)
    #expect(state.focus == control)
    #expect(abs(state.value(of: control) - 0.7573 * 1.28) < 1e-6)
    #expect(effects.count == 2)
  }

  @Test func `a drag follows beyond the track and is one step of undo`() throws {
    var state = Fixture.state(120, 40)
    let frame = try slider(.axis(1), state)
    mouse(&state, .press, frame.track.x + 2, frame.track.y)
    for x in frame.track.x...frame.track.maxX { mouse(&state, .drag, x, frame.track.y) }
    mouse(&state, .drag, 500, 0)
    #expect(state.value(of: .axis(1)) == 5 - 0.25)
    mouse(&state, .drag, -3, 39)
    #expect(state.value(of: .axis(1)) == -4 + 0.25)
    mouse(&state, .release, -3, 39)
    play(&state, (.character("u"), []))
    #expect(state.session == state.start)
    play(&state, (.character("U"), []))
    #expect(state.value(of: .axis(1)) == -4 + 0.25)
  }

  @Test func `a press on the knob moves nothing`() throws {
    var state = Fixture.state(120, 40)
    let control = Control.barrier(.ecReductionElectrode)
    let frame = try slider(control, state)
    let knob = frame.column(of: state.value(of: control), in: state.range(of: control))
    #expect(mouse(&state, .press, knob, frame.track.y).isEmpty)
    mouse(&state, .release, knob, frame.track.y)
    #expect(state.session == state.start)
    play(&state, (.character("u"), []))
    #expect(state.message == "nothing to undo")
  }

  @Test func `a drag whose release is lost ends with the next press`() throws {
    var state = Fixture.state(120, 40)
    let first = try slider(.axis(0), state)
    let second = try slider(.axis(3), state)
    mouse(&state, .press, first.track.x, first.track.y)
    let held = state.session.offsets[0]
    mouse(&state, .press, second.track.x + 1, second.track.y)
    mouse(&state, .drag, second.track.x + 5, second.track.y)
    #expect(state.session.offsets[0] == held)
    #expect(state.drag?.control == .axis(3))
    play(&state, (.escape, []))
    let ended = state.session
    mouse(&state, .drag, second.track.x + 9, second.track.y)
    #expect(state.session == ended)
    play(&state, (.character("u"), []), (.character("u"), []))
    #expect(state.session == state.start)
  }

  @Test func `a stretched range stays put while its slider is dragged`() throws {
    var state = Fixture.state(120, 40)
    let control = Control.barrier(.ecReductionElectrode)
    state.set(control, to: 1.0)
    let frame = try slider(control, state)
    mouse(&state, .press, frame.track.maxX - 1, frame.track.y)
    mouse(&state, .drag, frame.track.maxX - 2, frame.track.y)
    let first = state.value(of: control)
    mouse(&state, .drag, frame.track.maxX - 3, frame.track.y)
    let step = first - state.value(of: control)
    #expect(abs(step - (1.0 - first)) < 0.003, "even steps: \(first), \(state.value(of: control))")
  }

  @Test func `the wheel nudges what is under it`() throws {
    var state = Fixture.state(120, 40)
    let frame = try slider(.barrier(.dimerisation), state)
    mouse(&state, .wheelUp, frame.label.x, frame.label.y)
    #expect(abs(Double(state.session.barriers[.dimerisation]) - 0.416) < 1e-6)
    mouse(&state, .wheelDown, frame.track.x, frame.track.y, .shift)
    #expect(abs(Double(state.session.barriers[.dimerisation]) - 0.391) < 1e-6)
    #expect(mouse(&state, .wheelUp, 30, 12).isEmpty, "nothing is under it")
  }

  @Test func `labels for anchor, theme, seed, help and tabs can be clicked`() throws {
    var state = Fixture.state(160, 40)
    func place(of item: TopBar.Item) throws -> Point {
      try #require(
        (0..<160).map { Point(x: $0, y: 0) }.first { TopBar.item(at: $0, state) == item })
    }
    let anchor = try #require(state.layout.anchorLabel)
    mouse(&state, .press, anchor.x + 12, anchor.y)
    #expect(state.session.anchor == .priorDraw(seed: 1))
    mouse(&state, .press, try place(of: .seed).x, 0)
    #expect(state.session.seed == 8)
    mouse(&state, .press, try place(of: .theme).x, 0)
    #expect(state.overlay == .list(ListState(subject: .themes)))
    mouse(&state, .press, 0, 0)
    #expect(state.overlay == nil)
    mouse(&state, .press, try place(of: .help).x, 0)
    #expect(state.overlay == .help(HelpState()))
    mouse(&state, .press, 0, 0)
    #expect(state.overlay == nil)
    for kind in ViewKind.allCases.reversed() {
      mouse(&state, .press, try place(of: .view(kind)).x, 0)
      #expect(state.view == kind)
    }
  }
}
