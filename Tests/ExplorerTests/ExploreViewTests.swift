import Cells
import Interphase
import Testing

@testable import Explorer

@Suite struct ExploreViewTests {
  @discardableResult
  private func press(
    _ state: inout ExplorerState, _ point: Point, _ action: MouseEvent.Action = .press
  ) -> [Effect] {
    state.update(.input(.mouse(MouseEvent(action, at: point))))
  }

  // MARK: - Growth

  @Test func `space plays the growth from its start and stops at its end`() throws {
    var state = Fixture.state(120, 40)
    #expect(state.tickInterval == nil)
    type(&state, " ")
    #expect(state.explore.playback?.position == 0)
    #expect(state.tickInterval != nil)
    #expect(state.shownFilm == Fixture.frames[0].lattice)
    _ = state.update(.tick(.milliseconds(500)))
    #expect(state.explore.playback?.position == 8)
    _ = state.update(.tick(.seconds(60)))
    #expect(state.explore.playback?.isAtEnd == true)
    #expect(state.tickInterval == nil, "nothing moves any more")
    type(&state, "0")
    #expect(state.explore.playback == nil)
    #expect(state.shownFilm == state.run.snapshot?.lattice)
  }

  @Test func `many short ticks advance as far as one long one`() {
    var (short, long) = (Fixture.state(120, 40), Fixture.state(120, 40))
    type(&short, " ")
    type(&long, " ")
    for _ in 0..<37 { _ = short.update(.tick(.milliseconds(17))) }
    _ = long.update(.tick(.milliseconds(37 * 17)))
    #expect(short.explore.playback?.position == long.explore.playback?.position)
  }

  @Test func `comma and full stop step, less and greater change the speed`() {
    var state = Fixture.state(120, 40)
    type(&state, ",,")
    let last = Fixture.frames.count - 1
    #expect(state.explore.playback?.position == last - 2)
    type(&state, ".")
    #expect(state.explore.playback?.position == last - 1)
    type(&state, ">>>>")
    #expect(state.explore.playback?.speedText == "×4")
    type(&state, "<<<<<<<<")
    #expect(state.explore.playback?.speedText == "×¼")
  }

  @Test func `the timeline is scrubbed by the mouse`() throws {
    var state = Fixture.state(120, 40)
    let timeline = try #require(state.layout.timeline)
    let track = TimelineView.parts(in: timeline).track
    press(&state, Point(x: track.x, y: track.y))
    #expect(state.explore.playback?.position == 0)
    press(&state, Point(x: track.maxX + 40, y: 0), .drag)
    #expect(state.explore.playback?.isAtEnd == true)
    press(&state, Point(x: track.x + track.width / 2, y: 3), .drag)
    let middle = try #require(state.explore.playback).position
    #expect((Fixture.frames.count / 2 - 1...Fixture.frames.count / 2 + 1).contains(middle))
    press(&state, Point(x: timeline.x, y: timeline.y))
    #expect(state.explore.playback?.isPlaying == true)
  }

  @Test func `another film ends the replay`() {
    var state = Fixture.state(120, 40)
    type(&state, " n")
    #expect(state.explore.playback == nil)
    #expect(state.tickInterval == nil)
  }

  @Test func `a growing film cannot be played yet, and says so`() {
    var state = Fixture.state(120, 40)
    type(&state, "n ")
    #expect(state.explore.playback == nil)
    #expect(state.message?.contains("still growing") == true)
  }

  // MARK: - Sites

  @Test(arguments: [(80, 24), (120, 40), (230, 66)])
  func `a click looks at the site that is drawn there`(width: Int, height: Int) throws {
    var state = Fixture.state(width, height)
    let film = try #require(state.shownFilm)
    let picture = state.layout.simulated.picture
    for x in stride(from: picture.x, to: picture.maxX, by: 3) {
      press(&state, Point(x: x, y: picture.maxY - 2))
      let site = try #require(state.explore.inspected)
      let cell = state.layout.scale.cell(
        of: (site.x, site.y), width: film.width, height: film.height, tall: false)
      #expect(picture.y + cell.line == picture.maxY - 2)
      #expect(abs(picture.x + cell.column - x) < 2)
      let text = Inspector.text(of: site, state)
      #expect(text.contains("sim \(film[site.x, site.y].name)"))
    }
  }

  @Test func `arrows move over sites while one is looked at, and over values after`() {
    var state = Fixture.state(120, 40)
    type(&state, "i")
    let begin = state.explore.inspected
    play(&state, (.right, []), (.up, []), (.up, .shift))
    #expect(state.explore.inspected?.x == (begin?.x ?? 0) + 1)
    #expect(state.explore.inspected?.y == (begin?.y ?? 0) + 6)
    #expect(state.session == state.start)
    for _ in 0..<80 { play(&state, (.left, []), (.down, [])) }
    #expect(state.explore.inspected == ExploreState.Site(x: 0, y: 0))
    play(&state, (.escape, []), (.right, []))
    #expect(state.explore.inspected == nil)
    #expect(state.session != state.start)
  }

  @Test func `the site's line names what the decoder believes`() {
    var state = Fixture.state(200, 60)
    var answer = Fixture.answer(generation: state.decodeGeneration)
    answer.probabilities = [Float](repeating: 0, count: 8 * 2500)
    let site = 3 * 50 + 7
    answer.probabilities[7 * 2500 + site] = 0.75
    answer.probabilities[4 * 2500 + site] = 0.25
    _ = state.update(.decoded(answer))
    let text = Inspector.text(of: ExploreState.Site(x: 7, y: 3), state)
    #expect(text.hasSuffix("p organic 0.75, inorganic 0.25"))
  }

  // MARK: - Legend, zoom, locks

  @Test(arguments: [(80, 24), (120, 40), (104, 40), (200, 60)])
  func `a click on the legend hides a species, undo shows it`(width: Int, height: Int) throws {
    var state = Fixture.state(width, height)
    let (frame, form) = try #require(state.layout.legend)
    let point = try #require(
      (frame.y..<frame.maxY).flatMap { y in (frame.x..<frame.maxX).map { Point(x: $0, y: y) } }
        .first { LegendView.species(at: $0, in: frame, form: form, state) == .organic })
    press(&state, point)
    #expect(state.session.hidden == [.organic])
    let shown = try #require(state.shownFilm).hiding(state.session.hidden)
    #expect(shown.count(of: .organic) == 0)
    #expect(shown.count(of: .inorganic) > 0)
    type(&state, "u")
    #expect(state.session.hidden.isEmpty)
  }

  @Test func `zoom shows one film at a time, larger`() {
    var state = Fixture.state(120, 40)
    type(&state, "z")
    #expect(state.render().text.contains("Simulated  alone"))
    #expect(!state.render().text.contains("Decoded  "))
    type(&state, "z")
    #expect(state.render().text.contains("Decoded  alone"))
    type(&state, "z")
    #expect(state.explore.zoom == nil)
  }

  @Test func `a locked slider is moved by nothing but its release`() throws {
    var state = Fixture.state(120, 40)
    let before = state.session.offsets
    type(&state, "x")
    play(&state, (.right, []), (.home, []), (.character("r"), []), (.enter, []))
    #expect(state.entry == nil)
    #expect(state.session.offsets == before)
    let slider = try #require(state.layout.sliders.first { $0.control == .axis(0) })
    press(&state, Point(x: slider.track.x, y: slider.track.y))
    press(&state, Point(x: slider.track.x + 3, y: slider.track.y), .drag)
    #expect(state.session.offsets == before)
    #expect(state.message?.contains("locked") == true)
    type(&state, "x")
    play(&state, (.right, []))
    #expect(state.session.offsets != before)
  }

  @Test func `reset all leaves locked sliders`() {
    var state = Fixture.state(120, 40)
    play(&state, (.right, []), (.tab, []), (.right, []))
    let kept = state.session.offsets[1]
    type(&state, "xR")
    #expect(state.session.offsets[0] == 0)
    #expect(state.session.offsets[1] == kept)
  }
}
