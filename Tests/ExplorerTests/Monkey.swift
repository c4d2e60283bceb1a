import Cells
import Interphase
import Theming

@testable import Explorer

/// Someone who does anything at random, and a runtime that answers at random: early, late, in parts.
struct Monkey {
  private(set) var random: RandomSource
  /// Orders that may still be answered, stale ones among them.
  private var orders: [WorkOrder] = []
  /// Sessions seen on the way, to be restored later.
  private var sessions: [SavedSession] = []

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  /// Sizes of all classes; the last ones are too small for anything.
  static let sizes = [
    (80, 24), (120, 40), (200, 60), (300, 100), (104, 38), (90, 20), (60, 20), (41, 13),
    (39, 12), (20, 5), (1, 1),
  ].map { Size(width: $0.0, height: $0.1) }

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Remembers what was ordered, and now and then the session.
  mutating func notice(_ effects: [Effect], _ state: ExplorerState) {
    for case .work(let order) in effects { orders.append(order) }
    if orders.count > 6 { orders.removeFirst(orders.count - 6) }
    if below(100) == 0 {
      sessions.append(state.saved)
      if sessions.count > 5 { sessions.removeFirst() }
    }
  }

  /// What happens next.
  mutating func event(_ state: ExplorerState) -> ExplorerEvent {
    switch below(100) {
    case 0..<40: .input(input(state))
    case 40..<65: .input(.mouse(mouse(state)))
    case 65..<70: .input(.resize(one(of: Self.sizes)))
    case 70..<76: .command(one(of: Command.all).name, answer: one(of: Self.answers))
    case 76..<79: .typed(one(of: Self.answers) ?? "", one(of: Self.controls))
    case 79..<81: .restored(session(state))
    case 81..<82: one(of: [.done("written"), .failed("cannot: no room"), .themes(Self.themes)])
    case 82..<88: delivery() ?? .tick(.milliseconds(below(3) * 400))
    case 88..<91: .tick(state.tickInterval ?? .milliseconds(60))
    case 91..<96: simulated(state)
    default: decoded(state)
    }
  }

  // MARK: - A person

  private mutating func input(_ state: ExplorerState) -> InputEvent {
    switch below(40) {
    case 0..<5: .key(.character(Character("\(1 + below(ViewKind.allCases.count))")))
    case 5..<8: .key(.escape)
    case 8..<10: .paste(pasted(state))
    case 10: .background(one(of: [RGB(0, 0, 0), RGB(255, 255, 255), RGB(128, 128, 128)]))
    case 11..<24: boundKey()
    default: .key(one(of: Self.keys), one(of: [[], [], [], .shift, .control, .alt]))
    }
  }

  /// A key that some command has, whatever the view.
  private mutating func boundKey() -> InputEvent {
    guard let chord = one(of: one(of: Self.chords)) else { return .key(.enter) }
    return .key(chord.key, chord.modifiers)
  }

  private mutating func pasted(_ state: ExplorerState) -> String {
    below(3) == 0 ? StateLine(session(state)).text : one(of: Self.answers) ?? "\u{1b}[2J"
  }

  /// Anywhere on the screen and around it, often where something is to be moved.
  private mutating func mouse(_ state: ExplorerState) -> MouseEvent {
    let actions: [MouseEvent.Action] = [
      .press, .press, .drag, .drag, .release, .wheelUp, .wheelDown,
    ]
    var point = Point(x: below(state.size.width + 9) - 4, y: below(state.size.height + 5) - 2)
    if below(4) == 0, let slider = state.sliderFrames.randomElement(using: &random) {
      point = Point(x: slider.row.x + below(max(1, slider.row.width)), y: slider.row.y)
    }
    return MouseEvent(
      one(of: actions), at: point, button: below(8) / 7,
      modifiers: one(of: [[], [], .shift, .control]))
  }

  // MARK: - The runtime

  private mutating func simulated(_ state: ExplorerState) -> ExplorerEvent {
    .simulated(
      Fixture.snapshot(
        generation: state.run.generation - below(2),
        stage: one(of: [.growing, .finished, .unfinished]), seed: UInt64(below(3))))
  }

  private mutating func decoded(_ state: ExplorerState) -> ExplorerEvent {
    var answer = Fixture.answer(
      generation: max(0, state.decodeGeneration - below(3) / 2), spread: below(2) == 0)
    answer.anchorCoordinates[0] = Double(below(5))
    answer.isFar = below(9) == 0
    switch below(20) {
    case 0: answer.anchorCoordinates[1] = .nan
    case 1: answer.lattice = Lattice(emptyWidth: 50, height: 50)
    case 2: answer.regressed = []
    case 3...9: answer.probabilities = Self.probabilities
    default: break
    }
    return .decoded(answer)
  }

  /// Some of an order's results, or why there are none.
  private mutating func delivery() -> ExplorerEvent? {
    guard !orders.isEmpty else { return nil }
    let order = one(of: orders)
    let outcome: WorkDelivery.Outcome
    switch order.task {
    case _ where below(8) == 0: outcome = .failure("it could not be worked out: try again")
    case .films(let steps):
      outcome = .films((0..<below(steps.count + 1)).map { _ in film() }, of: steps.count)
    case .replicas(_, _, let seeds):
      let grown = below(seeds.count + 1)
      outcome = .replicas(Array(Self.films.prefix(grown)), of: seeds.count)
    case .map: outcome = .map(MapData(samples: Array(Self.samples.prefix(below(5) * 50))))
    case .report: outcome = .report(Fixture.report)
    }
    return .delivered(
      WorkDelivery(kind: order.kind, generation: order.generation, outcome: outcome))
  }

  private mutating func film() -> StripFilm { one(of: Self.stripFilms) }

  /// A session seen before, or one made on another machine with another model.
  private mutating func session(_ state: ExplorerState) -> SavedSession {
    if below(2) == 0, !sessions.isEmpty { return one(of: sessions) }
    var saved = state.saved
    saved.session.seed = random.next()
    saved.session.anchor = one(of: [.testSample(below(99)), .priorDraw(seed: 1), .simulated])
    saved.session.offsets = saved.session.offsets.map { _ in Double(below(9) - 4) }
    saved.session.map.horizontal = below(9)
    saved.session.map.vertical = below(9)
    saved.session.walk.course = one(of: [nil, .along(.axis(below(8))), .between("a", "gone")])
    saved.view = one(of: ViewKind.allCases)
    saved.focus = one(of: Self.controls)
    saved.theme = one(of: [nil, "paper", "unknown"])
    saved.modelHash = one(of: [nil, "0123"])
    return saved
  }
}

extension Monkey {
  private static let keys: [Key] =
    [
      .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .backspace,
      .delete, .insert, .function(1), .function(12), .character("é"), .character("\u{0}"),
    ] + "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0=.-:?'[]{}<> +".map(Key.character)

  /// The keys of each command; none where it has none.
  private static let chords: [[KeyChord?]] = Command.all.map { $0.keys.isEmpty ? [nil] : $0.keys }

  private static let answers: [String?] = [
    nil, "0.4", "400 meV", "2e3/s", "1e400", "-", "", "\u{1b}[2J", "17", "point 1", "ß 界",
    "seiscope1:nothing", String(repeating: "9", count: 300),
  ]

  static let controls: [Control] =
    (0..<Session.sliderCount).map(Control.axis) + Reaction.withBarrier.map(Control.barrier)

  private static let themes: [Theme] = [Fixture.paper, .interphase]

  private static let films: [Lattice] = (1...8).map { Fixture.film(seed: $0) }

  private static let stripFilms: [StripFilm] = films.enumerated().map { index, film in
    StripFilm(
      lattice: film, barriers: .middle, regressed: index == 0 ? [] : [17, 0.3, 1.2, 0.3],
      coordinates: (0..<Session.sliderCount).map { Double($0 + index) / 3 })
  }

  private static let samples = Array(Fixture.mapData.samples.prefix(200))

  private static let probabilities = [Float](repeating: 0.125, count: 8 * 2500)
}
