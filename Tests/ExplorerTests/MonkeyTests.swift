import Cells
import Interphase
import Testing

@testable import Explorer

/// Thousands of random events: whatever a person does, the state stays whole.
@Suite struct MonkeyTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `random events leave the state whole`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var state = Fixture.state(120, 40, model: seed != 4)
    var generations = (film: state.run.generation, answer: state.decodeGeneration)
    for step in 0..<1500 {
      let event = randomEvent(&random, state)
      let before = state
      let effects = state.update(event)
      for effect in effects {
        switch effect {
        case .simulate(let request):
          #expect(request.generation == generations.film + 1, "seed \(seed), step \(step)")
          generations.film = request.generation
        case .decode(let request):
          #expect(request.generation == generations.answer + 1, "seed \(seed), step \(step)")
          generations.answer = request.generation
        default: break
        }
      }
      check(state, "seed \(seed), step \(step), \(event)")
      if step.isMultiple(of: 25) {
        let canvas = state.render()
        #expect(canvas.size == state.size, "seed \(seed), step \(step)")
      }
      if before.session.knobs != state.session.knobs {
        #expect(!effects.isEmpty, "seed \(seed), step \(step)")
      }
    }
    while !state.history.past.isEmpty {
      play(&state, (.character("\u{0}"), []), (.escape, []), (.escape, []), (.character("u"), []))
    }
    #expect(state.session == state.start, "seed \(seed): undone to the start")
  }

  private func check(_ state: ExplorerState, _ context: String) {
    #expect(state.controls.contains(state.focus), "\(context)")
    #expect(state.session.offsets.allSatisfy { $0.isFinite }, "\(context)")
    #expect(state.entry == nil || state.drag == nil, "\(context)")
    let outside = state.controls.filter { !state.range(of: $0).contains(state.value(of: $0)) }
    #expect(outside.isEmpty, "\(context)")
    let layout = state.layout
    if layout.arrangement != .tiny {
      #expect(layout.sliders.contains { $0.control == state.focus }, "\(context): focus hidden")
    }
  }

  private func randomEvent(_ random: inout RandomSource, _ state: ExplorerState) -> ExplorerEvent {
    func below(_ count: Int) -> Int { Int(random.unit() * Double(count)) }
    switch below(20) {
    case 0...9:
      let keys: [Key] = [
        .tab, .up, .down, .left, .right, .home, .end, .pageUp, .enter, .escape, .backspace, .delete,
        .character("="), .character("r"), .character("R"), .character("n"), .character("a"),
        .character("A"), .character("t"), .character("u"), .character("U"), .character("?"),
        .character("1"), .character("."), .character("-"), .character("l"), .character("é"),
      ]
      let modifiers: [Modifiers] = [[], [], .shift, .control, .alt]
      return .input(.key(keys[below(keys.count)], modifiers[below(modifiers.count)]))
    case 10...15:
      let actions: [MouseEvent.Action] = [.press, .drag, .drag, .release, .wheelUp, .wheelDown]
      let point = Point(x: below(state.size.width + 9) - 4, y: below(state.size.height + 5) - 2)
      return .input(
        .mouse(MouseEvent(actions[below(actions.count)], at: point, button: below(8) / 7)))
    case 16:
      let sizes = [(120, 40), (80, 24), (200, 60), (41, 13), (20, 5), (104, 38), (90, 20)]
      let size = sizes[below(sizes.count)]
      return .input(.resize(Size(width: size.0, height: size.1)))
    case 17: return .input(.paste(["0.4", "\u{1b}[2J", "1e400", "-"][below(4)]))
    case 18:
      return .simulated(
        Fixture.snapshot(
          generation: state.run.generation - below(2), stage: [.growing, .finished][below(2)],
          seed: UInt64(below(3))))
    default: return .decoded(Fixture.answer(generation: max(0, state.decodeGeneration - below(3))))
    }
  }
}
