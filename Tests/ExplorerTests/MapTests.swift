import Cells
import Charts
import Interphase
import Testing
import Theming

@testable import Explorer

extension Fixture {
  /// Two thousand films on a bent sheet in latent space, from a seed alone.
  static let mapData: MapData = {
    var random = RandomSource(seed: 5)
    func noise(_ width: Double) -> Double {
      var sum = -3.0
      for _ in 0..<6 { sum += random.unit() }
      return width * sum
    }
    return MapData(
      samples: (0..<2000).map { index in
        let along = random.unit()
        let bend = 2 * along - 1
        var coordinates = [8 * along - 3.5 + noise(0.5), 3 * bend * bend - 1.5 + noise(0.7)]
        for axis in 2..<8 { coordinates.append(noise(1.6 / Double(axis))) }
        let barrier = Float(0.4 + 0.0001 * Double(index))
        return MapData.Sample(
          coordinates: coordinates,
          properties: [4 + 26 * along, 0.6 - 0.5 * along, 0.6 + along, 0.05 + 0.4 * along],
          barriers: (try? Barriers.middle.setting(.pairing, to: barrier)) ?? .middle,
          seed: 4_000_000_000_000_000_000 + UInt64(index))
      })
  }()

  /// The view Map with its data there.
  static func map(
    _ width: Int, _ height: Int, colors: ColorDepth = .direct, unicode: Bool = true
  ) -> ExplorerState {
    var state = Fixture.state(width, height, colors: colors, unicode: unicode)
    let effects = play(&state, (.character("3"), []))
    deliver(.map(mapData), for: effects, to: &state)
    return state
  }

  /// Answers the order of a kind among effects.
  @discardableResult
  static func deliver(
    _ outcome: WorkDelivery.Outcome, for effects: [Effect], kind: WorkKind = .map,
    to state: inout ExplorerState
  ) -> [Effect] {
    effects.flatMap { effect -> [Effect] in
      guard case .work(let order) = effect, order.kind == kind else { return [] }
      return state.update(
        .delivered(WorkDelivery(kind: kind, generation: order.generation, outcome: outcome)))
    }
  }

  /// The model's answer to the newest request, its anchor at the given coordinates.
  static func answer(_ state: inout ExplorerState, anchor: [Double]? = nil) {
    var result = answer(generation: state.decodeGeneration)
    if let anchor { result.anchorCoordinates = anchor }
    _ = state.update(.decoded(result))
  }
}

/// The sizes that the view is designed for, and some between.
private let sizes = [(40, 12), (60, 20), (80, 24), (104, 38), (120, 40), (200, 60), (300, 100)]

@Suite struct MapScreenTests {
  @Test(arguments: [
    ("map-80x24", 80, 24, true), ("map-120x40", 120, 40, true), ("map-200x60", 200, 60, true),
    ("map-120x40-ascii", 120, 40, false), ("map-60x20", 60, 20, true), ("map-40x12", 40, 12, true),
  ])
  func `the map without colours is as recorded`(
    name: String, width: Int, height: Int, unicode: Bool
  ) throws {
    var state = Fixture.map(width, height, colors: .monochrome, unicode: unicode)
    play(&state, (.right, .shift), (.character("k"), []))
    try expectScreen(state.render().text, name)
  }

  @Test func `the map in half blocks is as recorded`() throws {
    try expectScreen(Fixture.map(120, 40).render().text, "map-120x40-blocks")
  }

  @Test func `without UTF-8 every glyph is ASCII and has a counterpart`() {
    for (width, height) in sizes {
      var state = Fixture.map(width, height, colors: .palette, unicode: false)
      play(&state, (.right, []), (.character("s"), []))
      let cells = state.render().cells
      #expect(cells.allSatisfy { (0x20...0x7E).contains($0.glyph.value) }, "\(width)x\(height)")
      let isHelp = width >= 72 ? 1 : cells.prefix(width).filter { $0.glyph == "?" }.count
      #expect(cells.filter { $0.glyph == "?" }.count == isHelp, "\(width)x\(height)")
    }
  }

  @Test func `without colours no cell asks for one`() {
    for (width, height) in sizes {
      var state = Fixture.map(width, height, colors: .monochrome)
      play(&state, (.right, []), (.character("C"), []))
      let cells = state.render().cells
      #expect(cells.allSatisfy { $0.style.foreground == nil && $0.style.background == nil })
    }
  }

  @Test func `before the test split is there, and where it is not, one sentence says so`() {
    var state = Fixture.state(80, 24)
    let effects = play(&state, (.character("3"), []))
    #expect(state.render().text.contains("the test split is being read"))
    Fixture.deliver(.failure("latent-map.safetensors is missing"), for: effects, to: &state)
    #expect(state.render().text.contains("latent-map.safetensors is missing"))
    var without = Fixture.state(80, 24, model: false)
    #expect(play(&without, (.character("3"), [])).isEmpty)
    #expect(without.render().text.contains("no model at SampleModels"))
  }

  @Test func `nothing overlaps and nothing leaves the view at any size`() throws {
    for width in stride(from: 40, through: 310, by: 7) {
      for height in stride(from: 12, through: 104, by: 5) {
        let state = Fixture.state(width, height, run: false)
        let frame = state.contentFrame
        let layout = MapLayout(in: frame, lattice: Size(width: 50, height: 50))
        let parts =
          [layout.header, layout.chart, layout.list, layout.dock].compactMap { $0 }
          + layout.films.flatMap { [$0.title, $0.picture] }
        // A single film's figures lie beside it, in the columns of its title.
        let figures = layout.films.count > 1 ? [layout.figures].compactMap { $0 } : []
        var taken: Set<Point> = []
        var wrong = 0
        for part in parts + figures {
          for y in part.y..<part.maxY {
            for x in part.x..<part.maxX {
              let point = Point(x: x, y: y)
              if !taken.insert(point).inserted || !frame.contains(point) { wrong += 1 }
            }
          }
        }
        #expect(wrong == 0, "\(width)x\(height)")
        #expect(layout.chart.width >= 38 && layout.chart.height >= 8, "\(width)x\(height)")
      }
    }
  }
}

@Suite struct MapMouseTests {
  private func mouse(
    _ state: inout ExplorerState, _ action: MouseEvent.Action, _ point: Point
  ) {
    _ = state.update(.input(.mouse(MouseEvent(action, at: point))))
  }

  private func plot(_ state: ExplorerState) throws -> ScatterMap.Places {
    try #require(state.mapScene?.places)
  }

  @Test func `a click takes the session's point to the cell under it`() throws {
    for (width, height) in sizes {
      var state = Fixture.map(width, height)
      let places = try plot(state)
      for step in 0..<7 {
        let cell = Point(
          x: places.plot.x + (13 * step) % places.plot.width,
          y: places.plot.y + (5 * step) % places.plot.height)
        mouse(&state, .press, cell)
        let (x, y) = places.center(of: cell)
        #expect(abs(state.value(of: .axis(0)) - x) < 1e-9, "\(width)x\(height)")
        #expect(abs(state.value(of: .axis(1)) - y) < 1e-9, "\(width)x\(height)")
        #expect(state.render()[cell.x, cell.y].glyph == "●", "\(width)x\(height), step \(step)")
        mouse(&state, .release, cell)
      }
    }
  }

  @Test func `a drag is one step of undo, and a key after it another`() throws {
    var state = Fixture.map(120, 40)
    let plot = try plot(state).plot
    mouse(&state, .press, Point(x: plot.x + 3, y: plot.y + 3))
    for x in 4..<30 { mouse(&state, .drag, Point(x: plot.x + x, y: plot.y + 5)) }
    mouse(&state, .drag, Point(x: 900, y: -3))
    mouse(&state, .release, Point(x: 900, y: -3))
    let dragged = state.session
    #expect(state.history.past.count == 1)
    play(&state, (.left, []), (.enter, []))
    #expect(state.history.past.count == 2)
    play(&state, (.character("u"), []))
    #expect(state.session == dragged)
    play(&state, (.character("u"), []))
    #expect(state.session == state.start)
  }

  @Test func `a drag reaches the edge of the plot and no farther`() throws {
    var state = Fixture.map(120, 40)
    let places = try plot(state)
    mouse(&state, .press, Point(x: places.plot.x + 3, y: places.plot.y + 3))
    mouse(&state, .drag, Point(x: 900, y: -3))
    let corner = places.center(of: Point(x: places.plot.maxX - 1, y: places.plot.y))
    #expect(abs(state.value(of: .axis(0)) - corner.x) < 1e-9)
    #expect(abs(state.value(of: .axis(1)) - corner.y) < 1e-9)
  }

  @Test func `titles turn the axes and the scale's title the colours`() throws {
    var state = Fixture.map(120, 40)
    var places = try plot(state)
    mouse(&state, .press, Point(x: places.xTitle.x + 1, y: places.xTitle.y))
    #expect(state.session.map.horizontal == 2)
    places = try plot(state)
    mouse(&state, .press, Point(x: places.yTitle.x + 1, y: places.yTitle.y))
    #expect(state.session.map.vertical == 3)
    mouse(&state, .press, Point(x: places.valueTitle.x, y: places.valueTitle.y))
    #expect(state.session.map.property == .porosity)
    mouse(&state, .wheelDown, Point(x: places.bar.x, y: places.bar.y))
    #expect(state.session.map.property == .thickness)
    let text = state.render().text
    #expect(text.contains("PC3") && text.contains("↑ PC4"))
  }

  @Test func `a click on a line of the list chooses it, a second one loads it`() throws {
    var state = Fixture.map(120, 40)
    let list = try #require(state.mapScene?.layout.list)
    let third = try #require(state.mapScene?.neighbours[2].index)
    let line = Point(x: list.x + 4, y: list.y + 4)
    mouse(&state, .press, line)
    #expect(state.map.selection == third)
    #expect(state.session == state.start)
    #expect(state.render()[list.x, line.y].glyph == "▸")
    mouse(&state, .press, line)
    #expect(state.session.anchor == .testSample(third))
  }

  @Test func `a locked axis holds the point, and the status line says which`() throws {
    var state = Fixture.map(120, 40)
    state.toggleLock(.axis(1))
    let before = state.session
    let plot = try plot(state).plot
    mouse(&state, .press, Point(x: plot.x + 3, y: plot.y + 3))
    mouse(&state, .drag, Point(x: plot.x + 9, y: plot.y + 9))
    #expect(state.session == before)
    #expect(state.message?.contains("PC2 porosity is locked") == true)
  }
}

@Suite struct MapKeyTests {
  @Test(
    arguments: [
      (Key.right, Modifiers(), 1, 0), (.character("l"), [], 1, 0), (.left, [], -1, 0),
      (.character("h"), [], -1, 0), (.up, [], 0, -1), (.character("k"), [], 0, -1),
      (.down, [], 0, 1), (.character("j"), [], 0, 1), (.right, .shift, 8, 0),
      (.character("H"), [], -8, 0), (.up, .shift, 0, -4), (.character("J"), [], 0, 4),
    ] as [(Key, Modifiers, Int, Int)])
  func `the cursor starts at the session's point`(
    key: Key, modifiers: Modifiers, across: Int, down: Int
  ) throws {
    var state = Fixture.map(120, 40)
    let scene = try #require(state.mapScene)
    let start = try #require(state.coordinates.flatMap(scene.cell(of:)))
    let effects = play(&state, (key, modifiers))
    #expect(state.session == state.start && !effects.contains { $0 == .quit })
    let cursor = try #require(state.mapCursor)
    let cell = scene.places?.cell(x: cursor.x, y: cursor.y)
    #expect(cell == Point(x: start.x + across, y: start.y + down))
    play(&state, (.enter, []))
    #expect(abs(state.value(of: .axis(0)) - cursor.x) < 1e-9)
    #expect(abs(state.value(of: .axis(1)) - cursor.y) < 1e-9)
    play(&state, (.character("u"), []))
    #expect(state.session == state.start)
  }

  @Test func `the cursor stays on the plot`() throws {
    for key in [Key.right, .left, .up, .down] {
      var state = Fixture.map(80, 24)
      for _ in 0..<60 { play(&state, (key, .shift)) }
      let cursor = try #require(state.mapCursor)
      let places = try #require(state.mapScene?.places)
      let cell = try #require(places.cell(x: cursor.x, y: cursor.y))
      #expect(places.plot.contains(cell), "\(key)")
    }
  }

  @Test func `axes are never the same, and a turn is undone`() throws {
    var state = Fixture.map(120, 40)
    for text in ["]", "]", "}", "[", "{", "{", "[", "[", "]", "}", "}"] {
      type(&state, text)
      let plane = try #require(state.mapPlane)
      #expect(plane.horizontal != plane.vertical)
      #expect(state.session.map.horizontal == plane.horizontal)
    }
    while !state.history.past.isEmpty { type(&state, "u") }
    #expect(state.session == state.start)
  }

  @Test func `settings that no model has are brought into its range`() {
    var state = Fixture.map(120, 40)
    state.edit {
      $0.map.horizontal = 99
      $0.map.vertical = -4
    }
    #expect(state.mapPlane == MapState.Plane(horizontal: 7, vertical: 0))
    state.edit { $0.map.vertical = 99 }
    #expect(state.mapPlane == MapState.Plane(horizontal: 7, vertical: 0))
  }

  @Test func `a chosen sample is loaded whole, as one step of undo`() throws {
    var state = Fixture.map(120, 40)
    play(&state, (.right, []))
    type(&state, "ss")
    let index = try #require(state.map.selection)
    #expect(index == state.mapScene?.neighbours[1].index)
    let effects = play(&state, (.enter, []))
    let sample = Fixture.mapData.samples[index]
    #expect(state.session.anchor == .testSample(index))
    #expect(state.session.offsets == [Double](repeating: 0, count: 8))
    let requests = effects.compactMap { effect -> SimulationRequest? in
      if case .simulate(let request) = effect { request } else { nil }
    }
    #expect(requests.map(\.seed) == [sample.seed] && requests.map(\.barriers) == [sample.barriers])
    type(&state, "u")
    #expect(state.session == state.start)
  }

  @Test func `Esc lets go of the sample, then of the cursor`() {
    var state = Fixture.map(120, 40)
    play(&state, (.right, []))
    type(&state, "s")
    play(&state, (.escape, []))
    #expect(state.map.selection == nil && state.mapCursor != nil)
    play(&state, (.escape, []))
    #expect(state.mapCursor == nil)
    play(&state, (.enter, []))
    #expect(state.message != nil && state.session == state.start)
  }

  @Test func `the status line counts the samples under the cursor`() throws {
    var state = Fixture.map(120, 40)
    let scene = try #require(state.mapScene)
    let places = try #require(scene.places)
    play(&state, (.right, []))
    let cursor = try #require(state.mapCursor)
    let cell = places.cell(x: cursor.x, y: cursor.y)
    let inside = Fixture.mapData.samples.filter {
      places.cell(x: $0.coordinates[0], y: $0.coordinates[1]) == cell
    }
    #expect(inside.count > 1)
    let mean = inside.reduce(0) { $0 + $1.properties[0] } / Double(inside.count)
    let status = MapView.status(state) ?? ""
    #expect(status.contains("\(inside.count) samples here"))
    #expect(status.contains("thickness on average \(NumberText.fixed(mean, 1)) nm"))
  }
}

@Suite struct MapPointTests {
  @Test func `a point off the scale is an arrow at the edge`() throws {
    var state = Fixture.map(120, 40)
    let plot = try #require(state.mapScene?.places?.plot)
    for (axis, value, sign) in [(0, 30.0, "→"), (0, -30, "←"), (1, 30, "↑"), (1, -30, "↓")] {
      state.set(.axis(axis), to: value)
      let canvas = state.render()
      var found = 0
      for y in plot.y..<plot.maxY {
        for x in plot.x..<plot.maxX where String(canvas[x, y].glyph) == sign {
          let isAcross = x == plot.x || x == plot.maxX - 1
          if isAcross || y == plot.y || y == plot.maxY - 1 { found += 1 }
        }
      }
      #expect(found == 1, "\(sign)")
      state.undo()
    }
  }

  @Test func `the trail is of decoded places, the last fifty`() {
    var state = Fixture.map(120, 40)
    #expect(state.map.trail.count == 1)
    play(&state, (.character("1"), []), (.right, []))
    #expect(state.map.trail.count == 1, "nothing was decoded there yet")
    Fixture.answer(&state)
    #expect(state.map.trail.last == state.coordinates)
    type(&state, "aa")
    #expect(state.map.trail.count == 2, "where the new anchor lies is not known yet")
    Fixture.answer(&state, anchor: [0, 1, 0, 0, 0, 0, 0, 0])
    #expect(state.map.trail.last?.prefix(2) == [state.session.offsets[0], 1])
    for step in 0..<70 {
      play(&state, (step.isMultiple(of: 2) ? .right : .left, []))
      Fixture.answer(&state)
    }
    #expect(state.map.trail.count == MapState.trailLength)
    #expect(state.map.trail.last == state.coordinates)
  }

  @Test func `nearest samples are the nearest of all`() {
    let data = Fixture.mapData
    let place = data.samples[77].coordinates.map { $0 + 0.01 }
    let deviations = data.deviations
    var all: [(index: Int, distance: Double)] = []
    for (index, sample) in data.samples.enumerated() {
      var sum = 0.0
      for axis in 0..<8 {
        let step = (sample.coordinates[axis] - place[axis]) / deviations[axis]
        sum += step * step
      }
      all.append((index, sum.squareRoot()))
    }
    all.sort { $0.distance < $1.distance }
    let found = MapNeighbours.nearest(9, to: place, in: data)
    #expect(found.map(\.index) == all.prefix(9).map(\.index))
    #expect(found[0].index == 77)
    for (one, expected) in zip(found, all) { #expect(abs(one.distance - expected.distance) < 1e-9) }
  }

  @Test func `the unit of an axis does not matter to what is near`() {
    let data = Fixture.mapData
    let place = data.samples[400].coordinates
    let scaled = MapData(
      samples: data.samples.map { sample in
        var sample = sample
        sample.coordinates[3] *= 1000
        return sample
      })
    var far = place
    far[3] *= 1000
    #expect(
      MapNeighbours.nearest(20, to: place, in: data).map(\.index)
        == MapNeighbours.nearest(20, to: far, in: scaled).map(\.index))
  }
}

@Suite struct ContactSheetTests {
  /// The films of a sheet's order, each at its place.
  private func films(_ steps: [LatentStep], _ state: ExplorerState) -> [StripFilm] {
    steps.enumerated().compactMap { number, step in
      guard case .at(let place) = step else { return nil }
      return StripFilm(
        lattice: Fixture.film(seed: UInt64(number)), barriers: place.barriers,
        regressed: [17, 0.2, 1.3, 0.3],
        coordinates: (0..<8).map { state.anchorCoordinate($0) + place.offsets[$0] })
    }
  }

  private func steps(in effects: [Effect]) throws -> [LatentStep] {
    let tasks = effects.compactMap { effect -> [LatentStep]? in
      guard case .work(let order) = effect, order.kind == .sheet,
        case .films(let steps) = order.task
      else { return nil }
      return steps
    }
    return try #require(tasks.last)
  }

  @Test(arguments: sizes)
  func `its films lie in the plot, apart from each other`(width: Int, height: Int) throws {
    var state = Fixture.map(width, height)
    type(&state, "C")
    guard let sheet = state.mapScene?.sheet else {
      #expect(width < 80, "a sheet at \(width)x\(height)")
      return
    }
    let plot = try #require(state.mapScene?.places?.plot)
    var taken: Set<Point> = []
    for index in 0..<sheet.count {
      let picture = sheet.picture(index)
      for y in picture.y...picture.maxY {
        for x in picture.x..<picture.maxX {
          #expect(taken.insert(Point(x: x, y: y)).inserted)
          #expect(plot.contains(Point(x: x, y: y)))
          #expect(sheet.index(near: Point(x: x, y: y)) == index)
        }
      }
    }
    #expect(sheet.count >= 4 && sheet.count <= 48)
  }

  @Test func `it orders the session's point moved over the plane, and draws what arrives`() throws {
    var state = Fixture.map(120, 40)
    let effects = type(&state, "C")
    let steps = try steps(in: effects)
    let sheet = try #require(state.mapScene?.sheet)
    #expect(steps.count == sheet.count)
    let films = films(steps, state)
    for index in 0..<sheet.count {
      let (x, y) = sheet.center(of: index)
      let there = films[index].coordinates
      #expect(abs(there[0] - x) < 1e-9 && abs(there[1] - y) < 1e-9)
      #expect(Array(there.dropFirst(2)) == Array(try #require(state.coordinates).dropFirst(2)))
    }
    #expect(state.render().text.contains("0 of \(sheet.count) films decoded"))
    Fixture.deliver(
      .films(Array(films.prefix(3)), of: films.count), for: effects, kind: .sheet, to: &state)
    #expect(state.render().text.contains("3 of \(sheet.count) films decoded"))
    Fixture.deliver(.films(films, of: films.count), for: effects, kind: .sheet, to: &state)
    #expect(state.render().text.contains("\(sheet.count) decoded films"))
    let picture = sheet.picture(1)
    var expected = Canvas(size: state.size, filledWith: Look(state).blank)
    LatticeView.draw(
      films[1].lattice, in: picture, scale: sheet.scale, look: Look(state), on: &expected)
    let canvas = state.render()
    for y in picture.y..<picture.maxY {
      for x in picture.x..<picture.maxX { #expect(canvas[x, y] == expected[x, y]) }
    }
  }

  @Test func `a click on a film goes to it, and moving in the plane orders nothing anew`() throws {
    var state = Fixture.map(120, 40)
    type(&state, "C")
    let sheet = try #require(state.mapScene?.sheet)
    let picture = sheet.picture(7)
    let effects = state.update(
      .input(.mouse(MouseEvent(.press, at: Point(x: picture.x, y: picture.y + 1)))))
    #expect(abs(state.value(of: .axis(0)) - sheet.center(of: 7).x) < 1e-9)
    #expect(abs(state.value(of: .axis(1)) - sheet.center(of: 7).y) < 1e-9)
    #expect(effects.count == 1, "one decode: \(effects.count)")
    Fixture.answer(&state)
    #expect(state.orders[.sheet]?.generation == 2)
  }

  @Test func `films of another plane are not taken for this one's`() throws {
    var state = Fixture.map(120, 40)
    let effects = type(&state, "C")
    let films = films(try steps(in: effects), state)
    Fixture.deliver(.films(films, of: films.count), for: effects, kind: .sheet, to: &state)
    type(&state, "]")
    #expect(state.render().text.contains("0 of "))
  }

  @Test func `a wide window shows the nearest sample's own decoding`() throws {
    var state = Fixture.state(200, 60)
    let effects = play(&state, (.character("3"), []))
    let orders = Fixture.deliver(.map(Fixture.mapData), for: effects, to: &state)
    let nearest = try #require(state.mapScene?.neighbours.first?.index)
    #expect(try steps(in: orders) == [.at(Fixture.mapData.place(of: nearest))])
  }
}
