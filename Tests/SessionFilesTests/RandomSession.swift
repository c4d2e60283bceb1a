import Explorer
import Interphase

/// Sessions with everything at random that a session can hold.
struct RandomSession {
  private var random: RandomSource

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private mutating func control() -> Control {
    below(2) == 0 ? .axis(below(8)) : .barrier(one(of: Reaction.withBarrier))
  }

  private mutating func knobs() -> Knobs {
    let values = Reaction.withBarrier.map { _ -> Float in
      below(2) == 0
        ? Float(bitPattern: UInt32(random.next() % UInt64(Float(100).bitPattern + 1)))
        : Float(below(1000)) / 1000
    }
    return Knobs(
      barriers: try! Barriers(values), seed: random.next(), eventLimit: 1 + below(1 << 40),
      anchor: one(of: [
        .priorMean, .priorDraw(seed: random.next()), .latentMean, .simulated, .testSample(below(9)),
      ]),
      offsets: (0..<8).map { _ in below(3) == 0 ? 0 : 10 * random.unit() - 5 })
  }

  mutating func next() -> SavedSession {
    var session = Session(barriers: .middle, seed: 0)
    session.knobs = knobs()
    session.locked = Set((0..<below(5)).map { _ in control() })
    session.hidden = Set((0..<below(4)).map { _ in one(of: Species.allCases) })
    let names = ["a", "point \"2\"", "C+O → \\ film", "ß 界", "1", " "]
    session.bookmarks = (0..<below(7)).map { Bookmark(name: names[$0], knobs: knobs()) }
    session.compare.species = one(of: Species.allCases)
    session.compare.part = one(of: CompareSettings.Part.allCases)
    session.compare.showsLetters = below(2) == 0
    session.map.horizontal = below(8)
    session.map.vertical = below(8)
    session.map.property = one(of: Property.allCases)
    session.map.showsContactSheet = below(2) == 0
    session.walk.course = one(of: [nil, .along(control()), .between("a", "ß 界")])
    session.walk.path = one(of: LatentPath.allCases)
    session.walk.quantity = one(of: WalkQuantity.allCases)
    session.report.page = one(of: ReportSettings.Page.allCases)
    return SavedSession(
      session: session, view: one(of: ViewKind.allCases), focus: control(),
      theme: one(of: [nil, "paper", "my \"own\""]), modelHash: one(of: [nil, "0123456789abcdef"]))
  }
}
