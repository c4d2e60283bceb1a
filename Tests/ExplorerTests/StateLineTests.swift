import Cells
import Interphase
import Testing
import Theming

@testable import Explorer

@Suite struct StateLineTests {
  private func saved(
    _ knobs: Knobs, view: ViewKind = .explore, hash: String? = "ffffffffffffffff"
  ) -> SavedSession {
    var session = Session(barriers: .middle, seed: 0)
    session.knobs = knobs
    return SavedSession(session: session, view: view, focus: .axis(0), modelHash: hash)
  }

  private func knobs(
    barriers: Barriers, seed: UInt64 = .max, limit: Int = .max,
    anchor: Anchor = .priorDraw(seed: .max), offsets: [Double]
  ) -> Knobs {
    Knobs(barriers: barriers, seed: seed, eventLimit: limit, anchor: anchor, offsets: offsets)
  }

  private let extremeBarriers: [Float] = [
    0, 0.001, 100, Float(100).nextDown, 99.99999, .leastNonzeroMagnitude,
    .leastNormalMagnitude, 1 / 3, Float(0.35).nextUp, 64,
  ]

  private let extremeOffsets: [Float] = [
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, 1 / 3, -1000, 0,
  ]

  private func expectSame(_ saved: SavedSession, _ context: String = "") throws {
    let text = StateLine(saved).text
    #expect(text.count <= 160, "\(context): \(text.count) characters")
    let read = try StateLine(reading: text)
    let knobs = saved.session.knobs
    #expect(read.knobs.barriers == knobs.barriers, "\(context)")
    #expect(read.knobs.offsets.map { Float($0) } == knobs.offsets.map { Float($0) }, "\(context)")
    #expect(read.knobs.seed == knobs.seed && read.knobs.anchor == knobs.anchor, "\(context)")
    #expect(read.knobs.eventLimit == min(knobs.eventLimit, 1 << 40 - 1), "\(context)")
    #expect(read.view == saved.view, "\(context)")
    #expect(read.model == saved.modelHash.map { String($0.prefix(4)) }, "\(context)")
  }

  @Test func `the greatest of everything fits into 160 characters`() throws {
    let barriers = try Barriers([Float](repeating: 100, count: 15))
    for offset in [Float.greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
      let offsets = [Double](repeating: Double(offset), count: 8)
      try expectSame(saved(knobs(barriers: barriers, offsets: offsets), view: .report))
      let sample = knobs(barriers: barriers, anchor: .testSample(.max), offsets: offsets)
      try expectSame(saved(sample, view: .report))
    }
    // No digit can be greater, whatever a later version counts among views and anchors.
    let point = knobs(
      barriers: barriers,
      offsets: [Double](repeating: -Double(Float.greatestFiniteMagnitude), count: 8))
    var content = DigitStack()
    for (_, base) in StateLine(saved(point)).digits(isDense: true).reversed() {
      content.push(base - 1, base: base)
    }
    content.push(1 << 20 - 1, base: 1 << 20)
    #expect(content.text.count + "sei1:".count <= 160, "\(content.text.count + 5)")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any session comes back exactly`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    for step in 0..<400 {
      let barriers = try Barriers(
        Reaction.withBarrier.map { reaction in
          switch random.next() % 5 {
          case 0: StartState.standard.barriers[reaction]
          case 1: Float(random.next() % 2000) / 1000
          case 2: Float(random.unit()) * 100
          case 3: Float(bitPattern: UInt32(random.next() % UInt64(Float(100).bitPattern + 1)))
          default: extremeBarriers[Int(random.next() % UInt64(extremeBarriers.count))]
          }
        })
      let offsets = (0..<8).map { _ in
        switch random.next() % 4 {
        case 0: 0.0
        case 1: 10 * random.unit() - 5
        case 2: Double(extremeOffsets[Int(random.next() % UInt64(extremeOffsets.count))])
        default: Double((random.unit() * 100).rounded() / 100)
        }
      }
      let anchors: [Anchor] = [
        .priorMean, .priorDraw(seed: random.next()), .latentMean, .simulated,
        .testSample(Int(random.next() >> 1)), .testSample(3),
      ]
      let limits = [SimulationParameters.defaultEventLimit, 1, 1_000_000, .max, 12_345]
      let point = Knobs(
        barriers: barriers, seed: random.next() >> (random.next() % 64),
        eventLimit: limits[Int(random.next() % 5)], anchor: anchors[Int(random.next() % 6)],
        offsets: offsets)
      try expectSame(
        saved(
          point, view: ViewKind.allCases[Int(random.next() % 5)],
          hash: random.next() % 3 == 0 ? nil : "0a3f00112233"), "seed \(seed), step \(step)")
    }
  }

  @Test func `the start is short, and a line does not depend on how a session began`() throws {
    let start = Session(barriers: StartState.standard.barriers, seed: StartState.standard.seed)
    let line = StateLine(saved(start.knobs, hash: "a0b1c2d3e4f50617")).text
    #expect(line.count <= 24, "\(line)")
    var other = Fixture.state(120, 40)
    _ = other.update(.input(.paste(line)))
    #expect(other.session.knobs == start.knobs)
  }

  @Test func `what mail and chat do to a line does not matter`() throws {
    let point = knobs(barriers: .esmaeilpour, offsets: (0..<8).map { Double($0) / 7 })
    let line = StateLine(saved(point))
    let text = line.text
    #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") })
    let broken = text.enumerated().map { $0 == 70 ? "\r\n> \($1)" : "\($1)" }.joined()
    for changed in [
      "  \(text)\n", "\(text).", "> \(broken) ", "`\(text)`", "\"\(text)\",", "(\(text)).",
    ] {
      #expect(StateLine.looksLikeOne(changed), "\(changed)")
      #expect(try StateLine(reading: changed) == line, "\(changed)")
    }
  }

  @Test func `every typo of one letter and every exchange is noticed`() {
    let text = StateLine(
      saved(knobs(barriers: .middle, seed: 9, limit: 77, offsets: [1, 0, 0, 0.25, 0, 0, 0, 0]))
    )
    .text
    let letters = Array(text)
    for place in 5..<letters.count {
      for letter in "0aZ9q" where letter != letters[place] {
        var changed = letters
        changed[place] = letter
        #expect(throws: StateLineError.damaged) { try StateLine(reading: String(changed)) }
      }
      if place + 1 < letters.count, letters[place] != letters[place + 1] {
        var changed = letters
        changed.swapAt(place, place + 1)
        #expect(throws: StateLineError.damaged) { try StateLine(reading: String(changed)) }
      }
      #expect(throws: StateLineError.damaged) { try StateLine(reading: String(letters[..<place])) }
    }
  }

  @Test func `what is no line is told in one sentence`() {
    #expect(throws: StateLineError.version("2")) { try StateLine(reading: "sei2:abc") }
    for text in ["", "sei", "sei:", "hello: world", "seiscope:1:", "0.35"] {
      #expect(throws: StateLineError.foreign, "\(text)") { try StateLine(reading: text) }
      #expect(!StateLine.looksLikeOne(text), "\(text)")
    }
    for text in ["sei1:", "sei1:-", "sei1:é", "sei1:" + String(repeating: "z", count: 900)] {
      #expect(throws: StateLineError.damaged, "\(text)") { try StateLine(reading: text) }
    }
  }

  @Test func `random text after the prefix never reads as a line, nor traps`() {
    var random = RandomSource(seed: 5)
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    var accepted = 0
    for _ in 0..<5000 {
      let body = (0..<(random.next() % 170)).map { _ in letters[Int(random.next() % 62)] }
      if (try? StateLine(reading: "sei1:" + String(body))) != nil { accepted += 1 }
    }
    #expect(accepted == 0)
  }

  @Test func `a pasted line keeps bookmarks, locks and the theme, and is one step of undo`() {
    var state = Fixture.state(120, 40)
    state.addBookmark(named: "here")
    state.toggleLock(.barrier(.pairing))
    var point = state.session.knobs
    point.seed = 99
    point.barriers = .esmaeilpour
    let before = state.session
    _ = state.update(.input(.paste(StateLine(saved(point, view: .walk, hash: nil)).text)))
    #expect(state.session.knobs == point && state.view == .walk)
    #expect(state.session.bookmarks == before.bookmarks && state.session.locked == before.locked)
    #expect(state.theme.name == "interphase" && state.message == nil)
    state.undo()
    #expect(state.session == before)
  }

  @Test func `a line of another model is taken, with a warning`() {
    var state = Fixture.state(120, 40)
    var point = state.session.knobs
    point.seed = 99
    _ = state.update(.input(.paste(StateLine(saved(point, hash: "1234567812345678")).text)))
    #expect(state.session.seed == 99)
    #expect(state.message?.contains("another model") == true)
  }
}
