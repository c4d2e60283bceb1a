import Cells
import Interphase
import Testing

@testable import Explorer

@Suite struct WalkCourseTests {
  @Test(arguments: [(-6.43, 24.5, 0.0), (-5.23, 2.94, 0), (0.2818, 0.501, 0.3914), (-0.1, 9, 0)])
  func `a walk goes from the lowest through the mean to the highest`(
    low: Double, high: Double, mean: Double
  ) {
    let course = WalkCourse(along: .axis(0), range: low...high, through: mean)
    #expect(course.positions.count == WalkCourse.count)
    #expect(course.positions[0] == low && course.positions[course.last] == high)
    #expect(course.positions[course.middle] == mean)
    #expect(zip(course.positions, course.positions.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: 4...36)
  func `films are wanted once each, the ends and the middle first`(middle: Int) {
    let order = WalkCourse.order(count: 41, middle: middle)
    #expect(order.prefix(3) == [0, middle, 40])
    #expect(order.sorted() == Array(0..<41))
  }

  @Test(arguments: [3, 5, 7, 9])
  func `thumbnails are the ends, the middle and steps between`(count: Int) {
    for mean in [-9.9, -4.0, 0, 7, 9.99] {
      let course = WalkCourse(along: .axis(0), range: -10...10, through: mean)
      let steps = course.thumbnails(count)
      #expect(steps.count == count && Set(steps).count == count && steps == steps.sorted())
      #expect(steps[0] == 0 && steps[count / 2] == course.middle && steps[count - 1] == 40)
    }
  }

  @Test func `an axis is walked to coordinates, whatever the anchor and the offset`() throws {
    var state = WalkFixture.state(120, 40)
    play(&state, (.right, .control), (.right, .control))
    _ = state.update(.decoded(Fixture.answer(generation: state.decodeGeneration)))
    #expect(state.session.offsets[0] != 0)
    let course = try state.walkCourse()
    guard case .films(let steps) = try state.walkTask(of: course) else { return }
    for (step, index) in zip(steps, course.order) {
      guard case .at(let place) = step else {
        Issue.record("expected a place, found \(step)")
        return
      }
      #expect(abs(1.2 + place.offsets[0] - course.positions[index]) < 1e-12)
      #expect(place.barriers == state.session.barriers && place.offsets[1] == 0)
    }
  }

  @Test func `a barrier is walked over its design and moves nothing else`() throws {
    let state = WalkFixture.state(120, 40, focus: .barrier(.pairing))
    let course = try state.walkCourse()
    #expect(course.positions[0] == Reaction.pairing.barrierRange.lowerBound)
    guard case .films(let steps) = try state.walkTask(of: course) else { return }
    for (step, index) in zip(steps, course.order) {
      guard case .at(let place) = step else { continue }
      #expect(place.barriers[.pairing] == Float(course.positions[index]))
      let others = Reaction.withBarrier.filter { $0 != .pairing }
      #expect(others.allSatisfy { place.barriers[$0] == state.session.barriers[$0] })
      #expect(place.offsets == state.session.offsets)
    }
  }
}

@Suite struct PhysicsBreachTests {
  private func breach(_ change: (inout Lattice) -> Void) -> PhysicsBreach {
    var lattice = Lattice(emptyWidth: 12, height: 12)
    change(&lattice)
    let film = StripFilm(lattice: lattice, barriers: .middle, regressed: [], coordinates: [])
    return PhysicsBreach(of: film, tunnellingDepth: 4)
  }

  @Test func `a film on the electrode breaks nothing`() {
    let breach = breach { film in
      for y in 1...4 { film[3, y] = .inorganic }
      film[4, 4] = .inorganic
      for y in 5...9 { film[3, y] = .organic }
    }
    #expect(!breach.isPresent && breach.sign == nil)
    #expect(breach.words(tunnellingDepth: 4).long.isEmpty)
  }

  @Test func `inorganic above the tunnelling depth breaks the physics though it hangs together`() {
    let breach = breach { film in for y in 1...6 { film[3, y] = .inorganic } }
    #expect(breach.highInorganic == 2 && breach.floatingSites == 0 && breach.sign == "!")
  }

  @Test func `inorganic within the depth that touches no other floats`() {
    let breach = breach { film in
      film[3, 1] = .inorganic
      film[3, 3] = .inorganic
      film[4, 2] = .inorganic
      film[5, 2] = .organic
    }
    #expect(breach.highInorganic == 0 && breach.floatingSites == 2 && breach.sign == "~")
  }

  @Test func `inorganic does not join across the side walls`() {
    let breach = breach { film in
      film[11, 1] = .inorganic
      film[0, 2] = .inorganic
    }
    #expect(breach.floatingSites == 1)
  }

  @Test func `organic that hangs on nothing is counted by its sites`() {
    let breach = breach { film in
      for x in 2...4 { film[x, 8] = .organic }
      film[7, 1] = .organic
    }
    #expect(breach.floatingSites == 3)
    #expect(breach.words(tunnellingDepth: 4) == ("~ 3 floating sites", "~ 3"))
  }
}

@Suite struct WalkStripTests {
  @Test func `films land at their steps as they arrive`() throws {
    var state = WalkFixture.state(120, 40, films: 3)
    let course = try state.walkCourse()
    var scene = try WalkScene(state)
    let arrived = scene.films.indices.filter { scene.films[$0] != nil }
    #expect(arrived == [0, course.middle, 40])
    #expect(state.render().text.contains("decoded 3 of 41"))
    WalkFixture.deliver(41, to: &state)
    scene = try WalkScene(state)
    for (step, film) in scene.films.enumerated() {
      #expect(film?.lattice == WalkFixture.lattice(step: step))
    }
    #expect(!state.render().text.contains("decoded 41"))
  }

  @Test func `films of an older order stay only where they still belong`() throws {
    var state = WalkFixture.state(120, 40)
    play(&state, (.character("f"), []), (.pageDown, []), (.right, .control))
    #expect(state.session.barriers != state.start.barriers)
    var scene = try WalkScene(state)
    #expect(!scene.isCurrent && scene.arrived == 41, "other knobs moved, the axis is the same")
    play(&state, (.character("f"), []))
    scene = try WalkScene(state)
    #expect(scene.arrived == 0, "another slider is walked")
  }

  @Test func `a walk that cannot be decoded says why`() {
    var state = WalkFixture.state(120, 40, films: 0)
    let order = state.orders[.walk]
    _ = state.update(
      .delivered(
        WorkDelivery(
          kind: .walk, generation: order?.generation ?? 0, outcome: .failure("out of memory"))))
    #expect(state.render().text.contains("out of memory"))
  }

  @Test func `without a model there is a sentence and no work`() {
    var state = Fixture.state(80, 24, model: false)
    let effects = play(&state, (.character("4"), []))
    #expect(effects.isEmpty)
    #expect(state.render().text.contains("no model at SampleModels"))
  }

  @Test func `what breaks the physics is counted and signed`() {
    let text = WalkFixture.state(120, 40, colors: .monochrome).render().text
    #expect(text.contains("! inorganic above row 4 in 3 · ~ floating solids in 11 of 41 steps"))
  }
}

@Suite struct WalkKeyTests {
  @Test(
    arguments: [
      (Key.right, Modifiers(), 24), (.left, [], 22), (.right, .shift, 28), (.left, .shift, 18),
      (.character("l"), [], 24), (.character("h"), [], 22), (.home, [], 0), (.end, [], 40),
      (.character("!"), [], 30), (.character("0"), [], 23),
    ] as [(Key, Modifiers, Int)])
  func `keys move along the strip and change no value`(
    key: Key, modifiers: Modifiers, expected: Int
  ) throws {
    var state = WalkFixture.state(80, 24)
    #expect(try WalkScene(state).cursor == 23, "where the slider stands, at +1.20")
    #expect(play(&state, (key, modifiers)).isEmpty)
    #expect(try WalkScene(state).cursor == expected)
    #expect(state.session == state.start)
  }

  @Test func `the strip ends at its ends`() throws {
    var state = WalkFixture.state(80, 24)
    play(&state, (.end, []), (.right, []), (.right, .shift))
    #expect(try WalkScene(state).cursor == 40)
  }

  @Test func `Enter sets the slider, as one step of undo`() throws {
    var state = WalkFixture.state(80, 24)
    play(&state, (.end, []), (.enter, []))
    #expect(state.value(of: .axis(0)) == 5)
    play(&state, (.character("u"), []))
    #expect(state.session == state.start)
    play(&state, (.character("x"), []), (.enter, []))
    #expect(state.session.offsets[0] == 0 && state.message?.contains("locked") == true)
  }

  @Test func `Tab walks the next slider, unless the walk keeps to one`() {
    var state = WalkFixture.state(80, 24)
    play(&state, (.tab, []))
    #expect(state.wantedCourse == .along(.axis(1)))
    play(&state, (.character("f"), []), (.tab, []))
    #expect(state.wantedCourse == .along(.axis(1)) && state.focus == .axis(2))
    play(&state, (.character("f"), []))
    #expect(state.wantedCourse == .along(.axis(2)))
  }

  @Test func `the curve shows each quantity in turn`() {
    var state = WalkFixture.state(120, 40)
    for quantity in WalkQuantity.allCases {
      #expect(state.session.walk.quantity == quantity)
      #expect(state.render().text.contains(quantity.heading))
      play(&state, (.character("c"), []))
    }
    #expect(state.session.walk.quantity == .thickness)
  }
}

@Suite struct WalkPlayTests {
  @Test func `a playing walk turns round at its ends`() throws {
    var state = WalkFixture.state(80, 24)
    play(&state, (.end, []), (.left, []), (.character(" "), []))
    var steps: [Int] = []
    for _ in 0..<4 {
      _ = state.update(.tick(state.walk.interval))
      steps.append(try WalkScene(state).cursor)
    }
    #expect(steps == [40, 39, 38, 37])
  }

  @Test func `time is kept over ticks of any length`() throws {
    var state = WalkFixture.state(80, 24)
    play(&state, (.home, []), (.character(" "), []))
    for _ in 0..<10 { _ = state.update(.tick(state.walk.interval / 2)) }
    #expect(try WalkScene(state).cursor == 5)
    _ = state.update(.tick(.seconds(3600)))
    #expect((0...40).contains(try WalkScene(state).cursor))
    #expect(state.walk.elapsed < state.walk.interval)
  }

  @Test func `nothing ticks while nothing moves`() {
    var state = WalkFixture.state(80, 24, films: 1)
    #expect(state.tickInterval == nil)
    play(&state, (.character(" "), []))
    #expect(state.tickInterval == nil, "a single film cannot be played")
    WalkFixture.deliver(41, to: &state)
    #expect(state.tickInterval == .milliseconds(125))
    play(&state, (.character(">"), []))
    #expect(state.tickInterval == .milliseconds(83))
    play(&state, (.character("1"), []))
    #expect(state.tickInterval == nil)
    play(&state, (.character("4"), []), (.character(" "), []))
    #expect(state.tickInterval == nil)
  }

  @Test func `only films that have arrived are played`() throws {
    var state = WalkFixture.state(80, 24, films: 3)
    let middle = try state.walkCourse().middle
    play(&state, (.home, []), (.character(" "), []))
    _ = state.update(.tick(state.walk.interval))
    #expect(try WalkScene(state).cursor == middle)
    _ = state.update(.tick(state.walk.interval))
    #expect(try WalkScene(state).cursor == 40)
  }
}

@Suite struct WalkPathTests {
  @Test func `a path needs two bookmarks, and then has ends that can be chosen and swapped`() {
    var state = WalkFixture.state(80, 24)
    play(&state, (.character("["), []))
    #expect(state.message?.contains("two bookmarks") == true)
    state.edit { session in
      session.bookmarks = ["a", "b", "c"].map { Bookmark(name: $0, knobs: session.knobs) }
    }
    for (key, start, end) in [
      ("]", "a", "b"), ("]", "a", "c"), ("[", "b", "c"), ("[", "a", "c"), ("s", "c", "a"),
      ("]", "c", "b"),
    ] {
      play(&state, (.character(Character(key)), []))
      #expect(state.session.walk.course == .between(start, end), "after \(key)")
    }
    play(&state, (.character("f"), []))
    #expect(state.session.walk.course == nil)
  }

  @Test func `a path asks for shares of the way, linear or spherical`() throws {
    var state = try WalkFixture.path()
    for path in LatentPath.allCases {
      guard case .films(let steps) = state.orders[.walk]?.task else { return }
      let shares = steps.map { step in
        if case .between(_, _, let share, path) = step { share } else { Double.nan }
      }
      #expect(shares.sorted() == (0...40).map { Double($0) / 40 })
      play(&state, (.character("i"), []))
    }
  }

  @Test func `a bookmark that is gone is named in one sentence`() throws {
    var state = try WalkFixture.path()
    state.edit { $0.bookmarks.removeLast() }
    #expect(state.render().text.contains("the bookmark 'there' is gone"))
    #expect(WalkView.work(state).isEmpty && state.tickInterval == nil)
  }

  @Test func `half of a linear way is half of every knob`() throws {
    var state = try WalkFixture.path()
    play(&state, (.home, []))
    for _ in 0..<20 { play(&state, (.right, [])) }
    play(&state, (.enter, []))
    #expect(state.session.anchor == .latentMean)
    #expect(state.session.offsets[0] == 2 && state.session.offsets[2] == -1)
    let pairing = Double(state.session.barriers[.pairing])
    #expect(abs(pairing - (0.7573 + 0.8) / 2) < 1e-6)
  }

  @Test func `the ends of any path can be gone to`() throws {
    var state = try WalkFixture.path(anchor: .priorMean)
    play(&state, (.character("i"), []))
    WalkFixture.deliver(41, to: &state)
    play(&state, (.end, []), (.enter, []))
    #expect(state.session.knobs == state.session.bookmarks[1].knobs)
  }

  @Test(arguments: [
    (Anchor.priorMean, false, "prior that moves"), (.latentMean, true, "spherical"),
  ])
  func `where no sliders stand for a point it says so and stays`(
    anchor: Anchor, isSpherical: Bool, reason: String
  ) throws {
    var state = try WalkFixture.path(anchor: anchor)
    if isSpherical { play(&state, (.character("i"), [])) }
    let before = state.session
    play(&state, (.home, []), (.right, []), (.enter, []))
    #expect(state.session == before)
    #expect(state.message?.contains(reason) == true, "\(state.message ?? "nothing")")
  }

  @Test func `a prior that stays where it is can be walked with the sliders`() throws {
    var state = try WalkFixture.path(anchor: .priorMean, moves: false)
    play(&state, (.end, []), (.left, []), (.enter, []))
    #expect(abs(state.session.offsets[0] - 3.9) < 1e-9)
  }
}
