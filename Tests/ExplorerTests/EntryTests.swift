import Cells
import Interphase
import Testing

@testable import Explorer

@Suite struct EntryTests {
  @Test(arguments: [
    ("0.35", 0.35), ("0.35 eV", 0.35), ("350meV", 0.35), ("350 mEV", 0.35), ("0,35", 0.35),
    ("3.5e-1", 0.35), ("0", 0), ("1.5", 1.5), (".4", 0.4),
  ])
  func `a typed barrier takes a unit`(text: String, expected: Double) {
    var state = Fixture.state(80, 24)
    play(&state, (.pageDown, []), (.character("="), []))
    type(&state, text)
    let effects = play(&state, (.enter, []))
    #expect(state.entry == nil)
    #expect(abs(Double(state.session.barriers[.ecReductionElectrode]) - expected) < 1e-6)
    #expect(effects.count == 2)
  }

  @Test func `a typed rate becomes the barrier that has it`() {
    var state = Fixture.state(80, 24)
    play(&state, (.pageDown, []), (.enter, []))
    type(&state, "1e6 1/s")
    play(&state, (.enter, []))
    let barrier = Double(state.session.barriers[.ecReductionElectrode])
    #expect(abs(RateLaw().rate(barrier: barrier) / 1e6 - 1) < 1e-4)
  }

  @Test(arguments: [
    ("abc", "'abc' is no number"), ("", "type a number"), ("-0.2", "outside physics"),
    ("nan", "is no number"), ("inf", "is no number"), ("0.3 kJ", "unknown unit 'kJ'"),
    ("1e20 1/s", "outside physics"), ("1e300", "outside physics"), ("0.3.4", "is no number"),
  ])
  func `what is no barrier is said and nothing is lost`(text: String, complaint: String) {
    var state = Fixture.state(120, 40)
    play(&state, (.pageDown, []), (.character("="), []))
    type(&state, text)
    #expect(play(&state, (.enter, [])).isEmpty)
    #expect(state.message?.contains(complaint) == true, "\(state.message ?? "")")
    #expect(String(state.entry?.field.text ?? []) == text)
    #expect(state.session == state.start)
    #expect(state.render().text.contains(complaint))
  }

  @Test func `every key is text until Esc, which keeps the value`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("="), []))
    #expect(type(&state, "qrnaRt?hjkl=").isEmpty)
    #expect(String(state.entry?.field.text ?? []) == "qrnaRt?hjkl=")
    play(&state, (.escape, []))
    #expect(state.entry == nil)
    #expect(state.session == state.start)
  }

  @Test func `text is edited where the cursor is`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("="), []))
    type(&state, "1.4")
    play(&state, (.left, []), (.backspace, []), (.home, []), (.delete, []))
    type(&state, "-2.")
    #expect(String(state.entry?.field.text ?? []) == "-2.4")
    play(&state, (.enter, []))
    #expect(abs(state.value(of: .axis(0)) + 2.4) < 1e-12)
    #expect(abs(state.session.offsets[0] + 3.6) < 1e-12)
  }

  @Test func `pasted escape sequences lose their control characters`() {
    var state = Fixture.state(80, 24)
    play(&state, (.character("="), []))
    _ = state.update(.input(.paste("\u{1b}[31m0.4\n\u{9b}")))
    #expect(String(state.entry?.field.text ?? []) == "[31m0.4")
    #expect(!state.render().text.unicodeScalars.contains("\u{1b}"))
  }

  @Test func `a barrier outside the design stretches its slider and marks the answer`() {
    var state = Fixture.state(120, 40)
    play(&state, (.pageDown, []), (.character("="), []))
    type(&state, "0.6")
    play(&state, (.enter, []))
    #expect(state.range(of: .barrier(.ecReductionElectrode)).upperBound > 0.599)
    #expect(state.isExtrapolated)
    let text = state.render().text
    #expect(text.contains("extrapolated"))
    #expect(text.contains("outside 0.282–0.501 eV"))
  }
}
