import Cells
import Interphase
import Testing

@testable import Explorer

@Suite struct DemoTests {
  /// Plays a while, with answers to everything that is asked for.
  private func play(_ state: inout ExplorerState, seconds: Double) {
    for _ in 0..<Int(seconds * 10) {
      let effects = state.update(.tick(.milliseconds(100)))
      for effect in effects {
        switch effect {
        case .simulate(let request):
          _ = state.update(.simulated(Fixture.snapshot(generation: request.generation)))
        case .decode(let request):
          _ = state.update(.decoded(Fixture.answer(generation: request.generation)))
        default: break
        }
      }
    }
  }

  @Test func `the play shows every view and moves both kinds of sliders`() {
    var state = Fixture.state(80, 24)
    state.beginDemo()
    #expect(state.tickInterval != nil)
    var views: Set<ViewKind> = []
    var moved: Set<String> = []
    for _ in 0..<70 {
      play(&state, seconds: 0.5)
      views.insert(state.view)
      if state.session.offsets != state.start.offsets { moved.insert("axis") }
      if state.session.barriers != state.start.barriers { moved.insert("barrier") }
      #expect((state.notice?.count ?? 0) <= 78, "the caption is cut at 80 columns")
    }
    #expect(views == Set(ViewKind.allCases))
    #expect(moved == ["axis", "barrier"])
  }

  @Test(arguments: [0.5, 6, 12, 17, 22, 27, 33, 100])
  func `the first key ends it and brings everything back`(seconds: Double) {
    var state = Fixture.state(80, 24)
    let before = state.saved
    state.beginDemo()
    play(&state, seconds: seconds)
    #expect(state.saved == before, "what is saved by itself is the person's session")
    _ = state.update(.input(.key(.character("q"))))
    #expect(state.demo == nil)
    #expect(state.saved == before)
    #expect(state.history.past.isEmpty)
    #expect(state.tickInterval == nil)
  }

  @Test func `a change of size or an answer of the terminal does not end it`() {
    var state = Fixture.state(80, 24)
    state.beginDemo()
    _ = state.update(.input(.resize(Size(width: 120, height: 40))))
    _ = state.update(.input(.background(RGB(255, 255, 255))))
    #expect(state.demo != nil)
  }
}
