import Cells
import Interphase

@testable import Explorer

/// Walks with films that come from their step alone, delivered as the runtime would.
enum WalkFixture {
  /// The view Walk on a screen; the first films have arrived, by default all.
  static func state(
    _ width: Int, _ height: Int, colors: ColorDepth = .direct, unicode: Bool = true,
    focus: Control = .axis(0), films: Int = WalkCourse.count
  ) -> ExplorerState {
    var state = Fixture.state(width, height, colors: colors, unicode: unicode)
    state.focus = focus
    play(&state, (.character("4"), []))
    deliver(films, to: &state)
    return state
  }

  /// A walk from the bookmark `here` (PC1 at +1.20) to `there` (two axes and a barrier elsewhere).
  static func path(
    _ width: Int = 120, _ height: Int = 40, anchor: Anchor = .latentMean, moves barrier: Bool = true
  ) throws -> ExplorerState {
    var state = Fixture.state(width, height)
    var knobs = state.session.knobs
    knobs.anchor = anchor
    let here = Bookmark(name: "here", knobs: knobs)
    knobs.offsets[0] = 4
    knobs.offsets[2] = -2
    if barrier { knobs.barriers = try knobs.barriers.setting(.pairing, to: 0.8) }
    let there = Bookmark(name: "there", knobs: knobs)
    state.edit { session in
      session.bookmarks = [here, there]
      session.walk.course = .between("here", "there")
    }
    play(&state, (.character("4"), []))
    deliver(WalkCourse.count, to: &state)
    return state
  }

  /// The first films of the newest order.
  static func deliver(_ count: Int, to state: inout ExplorerState) {
    guard count > 0, let order = state.orders[.walk], case .films(let steps) = order.task else {
      return
    }
    let order41 = WalkCourse.order(
      count: steps.count, middle: (try? state.walkCourse().middle) ?? steps.count / 2)
    let films = zip(steps, order41).prefix(count).map { film(of: $0, step: $1, state) }
    _ = state.update(
      .delivered(
        WorkDelivery(
          kind: .walk, generation: order.generation, outcome: .films(films, of: steps.count))))
  }

  private static func film(
    of latentStep: LatentStep, step: Int, _ state: ExplorerState
  ) -> StripFilm {
    let place: LatentPlace
    switch latentStep {
    case .at(let there): place = there
    case .between(let start, let end, let share, _): place = share < 0.5 ? start : end
    }
    let lattice = lattice(step: step)
    return StripFilm(
      lattice: lattice, barriers: place.barriers,
      regressed: Property.allCases.map { $0.value(in: Observables(of: lattice)) * 1.1 + 0.05 },
      coordinates: place.offsets.enumerated().map { state.anchorCoordinate($0) + $1 })
  }

  /// The film of the fixture up to a height that rises with the step; from step 30 on a crumb of
  /// organic floats above it, and at steps 4 to 6 inorganic stands above the tunnelling depth.
  static func lattice(step: Int) -> Lattice {
    var film = Fixture.film(seed: 20)
    let top = 3 + step * 2 / 3
    for y in 1..<49 {
      for x in 0..<50 where y > top || (film[x, y] == .organic && film[x, y - 1] == .electrolyte) {
        film[x, y] = .electrolyte
      }
    }
    if step >= 30 { film[25, 44] = .organic }
    if (4...6).contains(step) { for y in 1...6 { film[10, y] = .inorganic } }
    return film
  }
}
