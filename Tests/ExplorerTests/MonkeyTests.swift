import Cells
import Testing

@testable import Explorer

/// A hundred thousand random events: whatever a person does, the state stays whole.
@Suite struct MonkeyTests {
  /// Events of one of eight runs.
  private static let events = 12_500

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `random events leave the state whole`(seed: UInt64) {
    var monkey = Monkey(seed: seed)
    var state = beginning(seed)
    var generations = Generations(state)
    var drawn: [Drawn: Int] = [:]
    for step in 0..<Self.events {
      if seed == 5, step == Self.events / 2 { _ = state.update(.modelFailed("it overflowed")) }
      let event = monkey.event(state)
      let before = state
      let effects = state.update(event)
      monkey.notice(effects, state)
      // Only written out where something is wrong: an event holds whole films.
      let context = { "seed \(seed), step \(step), \("\(event)".prefix(200))" }
      let isNext = generations.take(effects)
      #expect(isNext, "\(context())")
      #expect(isAnswered(before, state, effects), "\(context())")
      #expect(before.demo != nil || state.demo == nil, "\(context())")
      check(state, context)
      if step.isMultiple(of: 5) {
        drawn[Drawn(state), default: 0] += 1
        checkPicture(state, context)
      }
    }
    #expect(drawn.count == 5 * 9 && drawn.values.allSatisfy { $0 >= 8 }, "\(drawn)")
    undoAll(&state)
    #expect(state.session == state.start, "seed \(seed): undone to the start")
  }

  /// Half of the runs in colours and UTF-8, some without; one without a model, one as a demo.
  private func beginning(_ seed: UInt64) -> ExplorerState {
    var state = Fixture.state(
      120, 40, colors: [.direct, .palette, .monochrome, .direct][Int(seed % 4)],
      unicode: seed % 3 != 0, model: seed != 4)
    state.followsGround = seed == 2
    if seed == 6 { state.beginDemo() }
    if seed == 7 { state.beginTour() }
    return state
  }

  /// Whether another film and another latent point have been asked for, where they are another's.
  private func isAnswered(
    _ before: ExplorerState, _ state: ExplorerState, _ effects: [Effect]
  ) -> Bool {
    let grows = effects.contains { if case .simulate = $0 { true } else { false } }
    let decodes = effects.contains { if case .decode = $0 { true } else { false } }
    let isOtherPoint =
      state.model.summary != nil && state.session.decodesAnotherPoint(than: before.session)
    return grows == state.session.growsAnotherFilm(than: before.session)
      && (decodes || !isOtherPoint)
  }

  private func undoAll(_ state: inout ExplorerState) {
    _ = state.update(.input(.key(.character("\u{0}"))))  // ends a demo or a drag
    while !state.history.past.isEmpty { _ = state.update(.command("undo", answer: nil)) }
  }

  private func check(_ state: ExplorerState, _ context: () -> String) {
    #expect(state.controls.contains(state.focus), "\(context())")
    #expect(state.session.offsets.allSatisfy { $0.isFinite }, "\(context())")
    #expect(state.entry == nil || state.drag == nil, "\(context())")
    let outside = state.controls.filter { !state.range(of: $0).contains(state.value(of: $0)) }
    #expect(outside.isEmpty, "\(context())")
    guard Drawn(state).width > 0 else { return }
    let sliders = state.sliderFrames
    if state.view == .explore, state.explore.zoom == nil {
      #expect(sliders.contains { $0.control == state.focus }, "\(context()): focus hidden")
    }
    let content = state.contentFrame
    #expect(
      sliders.allSatisfy {
        $0.row.x >= 0 && $0.row.maxX <= content.maxX && content.y <= $0.row.y
          && $0.row.maxY <= content.maxY
      }, "\(context()): \(sliders.map(\.row))")
  }

  private func checkPicture(_ state: ExplorerState, _ context: () -> String) {
    let canvas = state.render()
    #expect(canvas.size == state.size, "\(context())")
    let isWhole = canvas.cells.allSatisfy {
      $0.glyph.isPrintable && (state.capabilities.unicode || $0.glyph.isASCII)
    }
    #expect(isWhole, "\(context())")
    guard Drawn(state).width > 0 else { return }
    // Beside its frame a view leaves everything as it was.
    let mark = Cell("\u{2592}")
    var bare = Canvas(size: state.size, filledWith: mark)
    state.view.type.draw(state, in: state.contentFrame, on: &bare)
    let edges = bare.cells.prefix(state.size.width) + bare.cells.suffix(state.size.width)
    #expect(edges.allSatisfy { $0 == mark }, "\(context()): outside of the view")
  }
}

/// What was drawn: a view at a size; all sizes that are too small count as one, of no width.
private struct Drawn: Hashable {
  let view: ViewKind
  let width: Int

  init(_ state: ExplorerState) {
    view = state.view
    let isSmall =
      state.size.width < Layout.smallest.width || state.size.height < Layout.smallest.height
    width = isSmall ? 0 : state.size.width
  }
}

/// The numbers that requests have had so far.
private struct Generations {
  private var film: Int
  private var answer: Int
  private var work: Int

  init(_ state: ExplorerState) {
    (film, answer, work) = (state.run.generation, state.decodeGeneration, state.workGeneration)
  }

  /// Whether each request's number is the next one.
  mutating func take(_ effects: [Effect]) -> Bool {
    effects.allSatisfy { effect in
      switch effect {
      case .simulate(let request):
        film += 1
        return request.generation == film
      case .decode(let request):
        answer += 1
        return request.generation == answer
      case .work(let order):
        work += 1
        return order.generation == work
      default: return true
      }
    }
  }
}
