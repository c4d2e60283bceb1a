import Cells
import Interphase
import SampleStatistics
import Testing
import Theming

@testable import Explorer

extension Fixture {
  /// The view Compare, with so many replicas grown and a decoder that is sure of its film.
  static func compared(
    _ width: Int, _ height: Int, replicas: Int = 8, colors: ColorDepth = .monochrome,
    unicode: Bool = true, model: Bool = true, part: CompareSettings.Part = .difference
  ) -> ExplorerState {
    var state = state(width, height, colors: colors, unicode: unicode, model: model)
    if model {
      var answer = answer(generation: state.decodeGeneration)
      answer.probabilities = probabilities(of: answer.lattice)
      _ = state.update(.decoded(answer))
    }
    _ = state.update(.input(.key(.character("2"))))
    deliver(replicas, to: &state)
    state.edit { $0.compare.part = part }
    return state
  }

  /// Answers the newest order of replicas, as far as so many films.
  static func deliver(_ count: Int, to state: inout ExplorerState) {
    guard let order = state.orders[.replicas] else { return }
    let films = (0..<count).map { film(seed: 20 + UInt64($0)) }
    _ = state.update(
      .delivered(
        WorkDelivery(
          kind: .replicas, generation: order.generation, outcome: .replicas(films, of: 8))))
  }

  /// Probabilities of the eight species: 0.8 for the film's own, the rest for electrolyte.
  static func probabilities(of film: Lattice) -> [Float] {
    let sites = film.codes.count
    var values = [Float](repeating: 0, count: Species.allCases.count * sites)
    for (site, code) in film.codes.enumerated() {
      values[site] += 0.2
      values[Int(code) * sites + site] += 0.8
    }
    return values
  }
}

/// A film from rows drawn top first: `.` electrolyte, `=` electrode, letters as usual.
private func film(_ rows: [String]) throws -> Lattice {
  let codes: [Character: UInt8] = [".": 0, "=": 1, "-": 2, "P": 3, "F": 4, "O": 5, "D": 6, "C": 7]
  return try Lattice(
    width: rows[0].count, height: rows.count,
    codes: rows.reversed().flatMap { $0.compactMap { codes[$0] } })
}

@Suite struct FilmDifferenceTests {
  @Test func `who has what decides the mark`() throws {
    let simulated = try film(["....", "C.C.", "FFFF", "===="])
    let decoded = try film(["...C", ".CCC", "FCFF", "===="])
    let difference = try #require(FilmDifference(simulated: simulated, decoded: decoded))
    #expect(difference.count(of: .simulatedOnly) == 1)
    #expect(difference.count(of: .decodedOnly) == 3)
    #expect(difference.count(of: .otherSpecies) == 1)
    #expect(difference.alikeInFilm == 4)
    #expect(difference.counts.reduce(0, +) == 16, "every site has one mark")
  }

  @Test func `exchanging the films exchanges who has it alone`() throws {
    let (a, b) = (Fixture.film(seed: 1), Fixture.film(seed: 2))
    let forth = try #require(FilmDifference(simulated: a, decoded: b))
    let back = try #require(FilmDifference(simulated: b, decoded: a))
    #expect(forth.count(of: .simulatedOnly) == back.count(of: .decodedOnly))
    #expect(forth.count(of: .otherSpecies) == back.count(of: .otherSpecies))
    #expect(forth.alikeInFilm == back.alikeInFilm)
  }

  @Test func `films of different sizes have no difference`() throws {
    let (small, large) = (Lattice(emptyWidth: 4, height: 4), Lattice(emptyWidth: 4, height: 5))
    #expect(FilmDifference(simulated: small, decoded: large) == nil)
  }

  @Test func `a sampled block shows a difference rather than as much that is alike`() throws {
    let difference = try #require(
      FilmDifference(simulated: film(["CC", ".."]), decoded: film([".C", "C."])))
    let block = SitePicture.Block(columns: 0..<2, rows: 0..<2)
    #expect(difference[block] == .decodedOnly)
  }
}

@Suite struct FilmAgreementTests {
  @Test func `a film agrees with itself in everything`() {
    let own = Fixture.film(seed: 4)
    let agreement = FilmAgreement(simulated: own, decoded: own)
    #expect(agreement.alikeShare == 1 && agreement.solid == 1)
    #expect(agreement.inorganic == 1 && agreement.organic == 1)
    #expect(agreement.twoPointError == 0 && agreement.thicknessDifference == 0)
    #expect(abs((agreement.profileCorrelation ?? 0) - 1) < 1e-12)
  }

  @Test func `figures of small films are those counted by hand`() throws {
    let agreement = FilmAgreement(
      simulated: try film(["----", "....", "C...", "FF..", "===="]),
      decoded: try film(["----", "....", "CC..", "F...", "===="]))
    // Rows 1 and 2 hold film: 6 of 8 sites alike; solid 2 of 4; heights 2 1 0 0 and 2 2 0 0.
    #expect(agreement.alikeShare == 0.75)
    #expect(agreement.solid == 0.5)
    #expect(agreement.inorganic == 0.5)
    #expect(agreement.organic == 0.5)
    #expect(agreement.thicknessDifference == 0.25)
  }

  @Test func `empty films have nothing to be met`() {
    let empty = Lattice(emptyWidth: 5, height: 6)
    let agreement = FilmAgreement(simulated: empty, decoded: empty)
    #expect(agreement.alikeShare == nil && agreement.solid == nil)
    #expect(agreement.twoPointError == nil && agreement.profileCorrelation == nil)
  }
}

@Suite struct TwinRatioTests {
  @Test func `distances are those of Jaccard`() throws {
    let (a, b) = (try film(["CC..", "===="]), try film([".CF.", "===="]))
    #expect(abs(TwinRatio.distance(a, b) - 2.0 / 3) < 1e-12)
    #expect(TwinRatio.distance(a, b) == TwinRatio.distance(b, a))
    let empty = try film(["....", "===="])
    #expect(TwinRatio.distance(empty, empty) == 0)
    #expect(TwinRatio.distance(a, empty) == 1 && TwinRatio.distance(empty, a) == 1)
  }

  @Test func `another seed's film has a ratio of one`() {
    let films = (0..<9).map { Fixture.film(seed: 100 + $0) }
    let ratios = (0..<60).compactMap { seed in
      TwinRatio(decoded: Fixture.film(seed: 200 + UInt64(seed)), films: films)?.ratio?.mean
    }
    let estimate = Estimate(ratios)
    let own = TwinRatio(decoded: films[0], films: films)?.ratio?.error ?? 0
    let error = (estimate.error * estimate.error + own * own).squareRoot()
    #expect(abs(estimate.mean - 1) < 4 * error, "\(estimate.mean) ± \(error)")
    #expect(error < 0.1, "otherwise the test says nothing")
  }

  @Test func `the jackknife of a plain mean is its standard error`() throws {
    let films = (0..<9).map { Fixture.film(seed: 40 + $0) }
    let decoded = Fixture.film(seed: 3)
    let twin = try #require(TwinRatio(decoded: decoded, films: films))
    let plain = Estimate(films.map { TwinRatio.distance(decoded, $0) })
    #expect(abs(twin.toModel.mean - plain.mean) < 1e-12)
    #expect(abs(try #require(twin.toModel.error) - plain.error) < 1e-12)
  }

  @Test func `one film has no twins, and equal films no ratio`() {
    let own = Fixture.film(seed: 1)
    #expect(TwinRatio(decoded: own, films: [own]) == nil)
    let equal = TwinRatio(decoded: own, films: [own, own, own])
    #expect(equal != nil && equal?.ratio == nil)
    let two = TwinRatio(decoded: own, films: [own, Fixture.film(seed: 2)])
    #expect(two?.ratio?.mean == 0.5 && two?.ratio?.error == nil)
  }
}

@Suite struct EnsembleTests {
  @Test func `replicas are ordered once, with eight other seeds`() throws {
    var state = Fixture.state(120, 40)
    let effects = play(&state, (.character("2"), []))
    let expected = WorkTask.replicas(
      barriers: .middle, eventLimit: SimulationParameters.defaultEventLimit, seeds: Array(8...15))
    #expect(effects == [.work(WorkOrder(kind: .replicas, generation: 1, task: expected))])
    #expect(play(&state, (.down, []), (.character("s"), [])).isEmpty)
    let seeds = Ensemble.seeds(after: .max - 2)
    #expect(Set(seeds).count == 8 && !seeds.contains(.max - 2))
  }

  @Test func `films of an older order do not count`() {
    var state = Fixture.compared(120, 40)
    #expect(Ensemble(state).films.count == 9)
    play(&state, (.character("n"), []))
    #expect(Ensemble(state).films.isEmpty, "neither the old replicas nor the old film")
    Fixture.deliver(3, to: &state)
    #expect(Ensemble(state).replicas == 3)
  }

  @Test func `a film that still grows is not one of them`() {
    var state = Fixture.compared(120, 40, replicas: 2)
    _ = state.update(
      .simulated(Fixture.snapshot(generation: state.run.generation, stage: .growing)))
    #expect(Ensemble(state).films.count == 2)
  }

  @Test func `frequencies of all species sum to one, and are counts over films`() throws {
    let ensemble = Ensemble(Fixture.compared(120, 40))
    let each = Species.allCases.compactMap { ensemble.frequency(of: $0) }
    for site in [0, 70, 333, 1200, 2499] {
      #expect(abs(each.reduce(0) { $0 + $1[site] } - 1) < 1e-12)
    }
    let organic = try #require(ensemble.frequency(of: .organic))
    let sites = ensemble.films.reduce(0) { $0 + $1.count(of: .organic) }
    #expect(abs(organic.reduce(0, +) * 9 - Double(sites)) < 1e-9)
  }

  @Test func `the Brier score is the mean over films of the squared error`() throws {
    let state = Fixture.compared(120, 40)
    let ensemble = Ensemble(state)
    let p = try #require(state.decoded?.result.probability(of: .organic))
    let f = try #require(ensemble.frequency(of: .organic))
    let sites = 50..<1500
    let found = try #require(Calibration(probability: p, frequency: f, sites: sites))
    var sum = 0.0
    for film in ensemble.films {
      for site in sites {
        let held = film.codes[site] == Species.organic.rawValue ? 1.0 : 0
        sum += (p[site] - held) * (p[site] - held)
      }
    }
    #expect(abs(found.brier - sum / Double(9 * sites.count)) < 1e-9)
    #expect(found.least < found.brier && found.meanDifference > 0)
    let own = try #require(Calibration(probability: f, frequency: f, sites: sites))
    #expect(own.brier == own.least && own.meanDifference == 0)
  }
}

@Suite struct CompareViewTests {
  @Test(arguments: [
    ("compare-80x24", 80, 24, true, CompareSettings.Part.difference),
    ("compare-80x24-profiles", 80, 24, true, .profiles),
    ("compare-80x24-probability", 80, 24, true, .probability),
    ("compare-120x40", 120, 40, true, .difference),
    ("compare-120x40-probability", 120, 40, true, .probability),
    ("compare-120x40-ascii", 120, 40, false, .difference),
    ("compare-200x60", 200, 60, true, .difference),
    ("compare-40x12", 40, 12, true, .difference),
    ("compare-40x12-figures", 40, 12, true, .figures),
  ])
  func `a screen without colours is as recorded`(
    name: String, width: Int, height: Int, unicode: Bool, part: CompareSettings.Part
  ) throws {
    let state = Fixture.compared(width, height, replicas: 5, unicode: unicode, part: part)
    try expectScreen(state.render().text, name)
  }

  @Test(arguments: CompareSettings.Part.allCases)
  func `nothing overlaps and all lies inside, at any size`(part: CompareSettings.Part) {
    for width in stride(from: 40, through: 310, by: 9) {
      for height in stride(from: 12, through: 104, by: 7) {
        let state = Fixture.compared(width, height, part: part)
        let layout = CompareLayout(state, in: state.contentFrame)
        #expect(layout.page.contains(part), "\(width)x\(height)")
        var taken: Set<Point> = []
        for frame in layout.frames {
          for y in frame.y..<frame.maxY {
            for x in frame.x..<frame.maxX {
              let point = Point(x: x, y: y)
              let isFree = taken.insert(point).inserted
              if !isFree || !state.contentFrame.contains(point) {
                Issue.record("\(width)x\(height) \(part): \(frame) at \(point)")
                return
              }
            }
          }
        }
      }
    }
  }

  @Test func `each part is reached by the key at every size, and undone`() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (300, 100)] {
      var state = Fixture.compared(width, height)
      let start = state.session
      let pages = CompareLayout(state, in: state.contentFrame).pages
      var seen: Set<CompareSettings.Part> = []
      for _ in pages {
        seen.formUnion(CompareLayout(state, in: state.contentFrame).page)
        play(&state, (.character(" "), []))
      }
      #expect(seen == Set(CompareSettings.Part.allCases), "\(width)x\(height)")
      #expect(state.session.compare == start.compare, "round and back")
      play(&state, (.character("C"), []), (.character("u"), []))
      #expect(state.session.compare == start.compare)
    }
  }

  @Test(arguments: [
    ("s", Species.inorganic), ("S", .electrolyte), ("ss", .monomer), ("sS", .organic),
  ])
  func `species are cycled by keys`(keys: String, expected: Species) {
    var state = Fixture.compared(120, 40)
    type(&state, keys)
    #expect(state.session.compare.species == expected)
    #expect(state.session.compare.part == .probability, "what was chosen is shown")
  }

  @Test func `names that are drawn can be clicked`() {
    for (width, height) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
      let state = Fixture.compared(width, height, part: .probability)
      let canvas = state.render()
      let layout = CompareLayout(state, in: state.contentFrame)
      for tab in layout.tabs {
        #expect(canvas.text(in: tab.frame) == tab.text)
        #expect(press(tab.frame, state).session.compare.part == tab.value)
      }
      for choice in layout.speciesChoices {
        #expect(canvas.text(in: choice.frame) == choice.text)
        #expect(press(choice.frame, state).session.compare.species == choice.value)
      }
    }
  }

  private func press(_ frame: Rect, _ state: ExplorerState) -> ExplorerState {
    var state = state
    let point = Point(x: frame.maxX - 1, y: frame.y)
    _ = state.update(.input(.mouse(MouseEvent(.press, at: point))))
    return state
  }

  @Test func `the site under the mouse is the one that is marked`() {
    for colors in [ColorDepth.monochrome, .direct] {
      for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (300, 100)] {
        for part in [CompareSettings.Part.difference, .probability] {
          let state = Fixture.compared(width, height, colors: colors, part: part)
          for picture in CompareLayout(state, in: state.contentFrame).pictures {
            for y in picture.frame.y..<picture.frame.maxY {
              let cell = Rect(x: picture.frame.maxX - 1, y: y, width: 1, height: 1)
              let pressed = press(cell, state)
              guard let site = pressed.compare.site else { continue }
              let mark = picture.point(of: site)
              #expect(mark?.y == y, "\(width)x\(height) \(picture.frame)")
              #expect(mark.map { pressed.render()[$0.x, $0.y].glyph } == "+")
            }
          }
        }
      }
    }
  }

  @Test func `a cursor says what the site holds, and keys move it over the lattice`() throws {
    var state = Fixture.compared(120, 40)
    play(&state, (.character("["), []))
    #expect(state.compare.site == Point(x: 25, y: 6))
    for _ in 0..<60 { play(&state, (.character("["), []), (.character("{"), [])) }
    #expect(state.compare.site == Point(x: 0, y: 0))
    let text = try #require(SiteText.text(state))
    #expect(text.contains("simulated electrode · decoded electrode · p(organic) 0.00"))
    #expect(text.contains("in 0 of 9 films"))
    for _ in 0..<60 { play(&state, (.character("]"), []), (.character("}"), [])) }
    #expect(state.compare.site == Point(x: 49, y: 49))
    play(&state, (.character("i"), []))
    #expect(state.compare.site == nil)
  }

  @Test func `the dock's slider is moved by keys and by the mouse`() throws {
    var state = Fixture.compared(120, 40)
    let dock = try #require(state.sliderFrames.first)
    #expect(dock.control == state.focus)
    let end = Point(x: dock.track.maxX - 1, y: dock.track.y)
    _ = state.update(.input(.mouse(MouseEvent(.press, at: end))))
    #expect(abs(state.value(of: state.focus) - 5) < 1e-9)
    #expect(play(&state, (.left, [])).contains { if case .decode = $0 { true } else { false } })
  }

  @Test func `without a model one sentence says so, and the films with other seeds are shown`() {
    let state = Fixture.compared(120, 40, model: false)
    #expect(state.render().text.contains("no model at SampleModels"))
    let maps = Fixture.compared(120, 40, model: false, part: .probability).render().text
    #expect(maps.contains("Frequency in 9 of 9 films"))
  }

  @Test func `a failure of the replicas is said`() {
    var state = Fixture.compared(120, 40, replicas: 0)
    let generation = state.orders[.replicas]?.generation ?? 0
    _ = state.update(
      .delivered(
        WorkDelivery(kind: .replicas, generation: generation, outcome: .failure("no memory"))))
    #expect(state.render().text.contains("no memory"))
  }

  @Test func `colours give way to letters where they are asked for or too near`() {
    var state = Fixture.compared(120, 40, colors: .direct)
    #expect(!Look(state).drawsDifferencesAsLetters(state.session.compare))
    type(&state, "v")
    #expect(Look(state).drawsDifferencesAsLetters(state.session.compare))
    var grey = Theme.interphase
    grey.focus = grey.accent
    let look = Look(theme: grey, capabilities: state.capabilities)
    #expect(look.drawsDifferencesAsLetters(CompareSettings()))
  }

  @Test(arguments: CompareSettings.Part.allCases)
  func `without UTF-8 every glyph has a counterpart in ASCII`(part: CompareSettings.Part) {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
      let state = Fixture.compared(width, height, replicas: 3, unicode: false, part: part)
      let glyphs = state.render().cells.map(\.glyph)
      #expect(glyphs.allSatisfy { (0x20...0x7E).contains($0.value) })
      let unknown = glyphs.filter { $0 == "?" }.count
      #expect(unknown <= 1, "the help's key in the top bar alone")
      #expect(state.render().cells.allSatisfy { $0.style.foreground == nil })
    }
  }
}

extension Canvas {
  /// The glyphs of a row's part.
  fileprivate func text(in frame: Rect) -> String {
    var text = String.UnicodeScalarView()
    for x in frame.x..<frame.maxX { text.append(self[x, frame.y].glyph) }
    return String(text)
  }
}

extension CompareLayout {
  /// Everything that has a place of its own.
  fileprivate var frames: [Rect] {
    let pictures = pictures.map(\.frame)
    let lines = [difference?.title, difference?.legend, maps?.species]
    let blocks = [profiles, species, agreement, twin, calibration]
    let bar = maps.map {
      Rect(
        x: $0.bar, y: $0.frequency.frame.y, width: Self.barWidth,
        height: $0.frequency.frame.height)
    }
    return [header, dock] + pictures + (lines + blocks + [bar]).compactMap { $0 }
  }
}
