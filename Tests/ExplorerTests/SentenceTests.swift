import Interphase
import Testing

@testable import Explorer

@Suite struct SentenceTests {
  @Test func `a slider says where it stands, its range and what it means`() throws {
    var state = Fixture.state(120, 40)
    let axis = try #require(state.control(named: "pc1"))
    #expect(axis == .axis(0))
    #expect(
      state.sentence(about: axis)
        == "PC1 is 1.20, of -4.00 to 5.00; it rises with thickness.")
    _ = state.update(.typed("-6", axis))
    _ = state.update(.command("lock", answer: nil))
    #expect(
      state.sentence(about: axis)
        == "PC1 is -6.00, of -4.00 to 5.00; it rises with thickness; "
        + "outside what the model has seen; locked.")
    #expect(
      state.sentence(about: .axis(3)) == "PC4 is 0.00, of -3.25 to 4.25; it goes with no property.")
  }

  @Test func `every slider is found by each of its names`() {
    let state = Fixture.state(120, 40)
    #expect(state.controlNames.compactMap { state.control(named: $0) } == state.controls)
    for control in state.controls {
      #expect(state.control(named: SliderView.label(of: control, state)) == control)
    }
    #expect(state.control(named: "PC9") == nil)
    #expect(Fixture.state(120, 40, model: false).control(named: "PC1") == nil)
  }

  @Test func `a typed value is one step of undo, and a wrong one changes nothing`() {
    var state = Fixture.state(120, 40)
    let before = state.session
    _ = state.update(.typed("350 meV", .barrier(.dimerisation)))
    #expect(state.session.barriers[.dimerisation] == 0.35)
    _ = state.update(.typed("many", .barrier(.dimerisation)))
    #expect(state.session.barriers[.dimerisation] == 0.35 && state.entry == nil)
    #expect(state.announcement?.hasPrefix("'many' is no number") == true)
    _ = state.update(.command("undo", answer: nil))
    #expect(state.session == before)
  }

  @Test(arguments: Command.all.map(\.name))
  func `no command by name leaves anything open`(name: String) {
    var state = Fixture.state(120, 40)
    for answer in [nil, "7"] {
      _ = state.update(.command(name, answer: answer))
      #expect(state.overlay == nil && state.entry == nil)
    }
  }
}
