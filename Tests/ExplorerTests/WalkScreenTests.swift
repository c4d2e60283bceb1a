import Cells
import Interphase
import Testing

@testable import Explorer

@Suite struct WalkScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60), (300, 100), (60, 20), (40, 12), (100, 30)]

  @Test(arguments: [
    ("80x24", 80, 24, true), ("120x40", 120, 40, true), ("200x60", 200, 60, true),
    ("120x40-ascii", 120, 40, false), ("60x20", 60, 20, true), ("40x12", 40, 12, true),
  ])
  func `a walk without colours is as recorded`(
    name: String, width: Int, height: Int, unicode: Bool
  ) throws {
    let state = WalkFixture.state(width, height, colors: .monochrome, unicode: unicode)
    try expectScreen(state.render().text, "walk-\(name)")
  }

  @Test func `a path between bookmarks is as recorded`() throws {
    var state = try WalkFixture.path(80, 24)
    state.capabilities.colors = .monochrome
    try expectScreen(state.render().text, "walk-80x24-path")
  }

  @Test func `without UTF-8 every glyph of a walk is ASCII and has its counterpart`() {
    for (width, height) in Self.sizes {
      let cells = WalkFixture.state(width, height, colors: .palette, unicode: false).render().cells
      #expect(cells.allSatisfy { (0x20...0x7E).contains($0.glyph.value) }, "\(width)x\(height)")
      #expect(cells.filter { $0.glyph == "?" }.count <= 1, "\(width)x\(height): the help's key")
    }
  }

  @Test func `nothing of a walk overlaps or leaves its frame at any size`() throws {
    let course = WalkCourse(along: .axis(0), range: -4...5, through: 0)
    for width in stride(from: 40, through: 310, by: 9) {
      for height in stride(from: 12, through: 104, by: 4) {
        let frame = Rect(x: 0, y: 1, width: width, height: height - 2)
        let layout = WalkLayout(course, in: frame)
        var taken: Set<Point> = []
        var wrong: [Point] = []
        let optional = [layout.curve, layout.figures].compactMap { $0 }
        for part in [layout.title, layout.caption, layout.film, layout.dock] + optional
          + layout.thumbnails.flatMap({ [$0.picture, $0.label] })
        {
          for y in part.y..<part.maxY {
            for x in part.x..<part.maxX {
              let point = Point(x: x, y: y)
              if !taken.insert(point).inserted || !frame.contains(point) { wrong.append(point) }
            }
          }
        }
        #expect(wrong.isEmpty, "\(width)x\(height): \(wrong.prefix(3))")
      }
    }
  }

  @Test func `full films stand side by side at 200x60, and a doubled one at 300x100`() throws {
    let small = try layout(200, 60)
    #expect(small.stripScale == .enlarged(1) && small.thumbnails.count == 3)
    let large = try layout(300, 100)
    #expect(large.filmScale == .enlarged(2) && large.thumbnails.count == 5)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `a press on a film of the strip shows its step`(width: Int, height: Int) throws {
    for thumbnail in try layout(width, height).thumbnails {
      var state = WalkFixture.state(width, height)
      mouse(&state, .press, thumbnail.picture.x, thumbnail.picture.y)
      #expect(try WalkScene(state).cursor == thumbnail.step)
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `a drag over the curve goes from end to end`(width: Int, height: Int) throws {
    var state = WalkFixture.state(width, height)
    let curve = try #require(try layout(width, height).curve)
    mouse(&state, .press, curve.x + curve.width / 2, curve.y + 2)
    var steps: [Int] = []
    for x in curve.x..<curve.maxX {
      mouse(&state, .drag, x, curve.y - 5)
      steps.append(try WalkScene(state).cursor)
    }
    mouse(&state, .release, 0, 0)
    #expect(steps == steps.sorted() && steps.first == 0 && steps.last == 40)
    mouse(&state, .drag, curve.x, curve.y)
    #expect(try WalkScene(state).cursor == 40, "released")
    #expect(state.session == state.start)
  }

  @Test func `the line of the cursor is where the curve was pressed`() throws {
    var state = WalkFixture.state(120, 40, colors: .monochrome)
    let curve = try #require(try layout(120, 40).curve)
    mouse(&state, .press, curve.x + 30, curve.y + 3)
    let canvas = state.render()
    let column = (curve.x + 8..<curve.maxX).filter { x in
      (curve.y + 1..<curve.maxY - 3).filter { canvas[x, $0].glyph == "│" }.count > 3
    }
    #expect(column.count == 1 && abs((column.first ?? 0) - curve.x - 30) <= 1, "\(column)")
  }

  @Test func `a press on a figure makes it the curve, the wheel steps, the film plays`() throws {
    var state = WalkFixture.state(120, 40)
    let layout = try layout(120, 40)
    let figures = try #require(layout.figures)
    mouse(&state, .press, figures.x + 3, figures.y + 2)
    #expect(state.session.walk.quantity == .porosity)
    mouse(&state, .wheelUp, figures.x, figures.y)
    #expect(try WalkScene(state).cursor == 24)
    mouse(&state, .press, layout.film.x + 5, layout.film.y + 5)
    #expect(state.walk.isPlaying)
  }

  @Test func `random events leave a walk whole`() throws {
    var random = RandomSource(seed: 5)
    func below(_ count: Int) -> Int { Int(random.unit() * Double(count)) }
    let keys = Array("hl[]sifcC!0<> maAuUrR").map(Key.character)
    let others: [Key] = [.left, .right, .home, .end, .enter, .tab, .up, .escape]
    let all = keys + others
    var state = WalkFixture.state(120, 40)
    for step in 0..<600 {
      switch below(8) {
      case 0: WalkFixture.deliver(below(42), to: &state)
      case 1: _ = state.update(.tick(.milliseconds(below(400))))
      case 2:
        _ = state.update(.decoded(Fixture.answer(generation: state.decodeGeneration)))
      case 3: mouse(&state, [.press, .drag, .release][below(3)], below(124) - 2, below(44) - 2)
      case 4 where step.isMultiple(of: 5):
        let size = Self.sizes[below(Self.sizes.count)]
        _ = state.update(.input(.resize(Size(width: size.0, height: size.1))))
      default: play(&state, (all[below(all.count)], [[], [], .shift][below(3)]))
      }
      if let scene = try? WalkScene(state) {
        #expect(scene.films.indices.contains(scene.cursor), "step \(step)")
      }
      if step.isMultiple(of: 20) { #expect(state.render().size == state.size) }
    }
  }

  private func layout(_ width: Int, _ height: Int) throws -> WalkLayout {
    let state = WalkFixture.state(width, height, films: 0)
    return WalkLayout(try state.walkCourse(), in: state.contentFrame)
  }

  @discardableResult
  private func mouse(
    _ state: inout ExplorerState, _ action: MouseEvent.Action, _ x: Int, _ y: Int
  ) -> [Effect] {
    state.update(.input(.mouse(MouseEvent(action, at: Point(x: x, y: y)))))
  }
}
