import Exporting
import Interphase
import Networks
import Surrogate
import Testing

@testable import PaperFigures

/// What differs from the paper is said to differ.
struct VerdictTests {
  /// Full rows of organic above full rows of inorganic, on 10 × 12 sites.
  private static func film(_ name: String, inorganic: Int, organic: Int) -> FilmStrip.Film {
    var lattice = Lattice(emptyWidth: 10, height: 12)
    for y in 0..<(inorganic + organic) {
      for x in 0..<10 { lattice[x, y + 1] = y < inorganic ? .inorganic : .organic }
    }
    return FilmStrip.Film(name, simulated: lattice)
  }

  @Test(arguments: [
    ([1.0, 2, 3], true), ([3.0, 2, 1], true), ([1.0, 3, 2], false), ([2.0, 1, 3], false),
    ([1.0, 1, 2], false),
  ])
  func `an axis walk agrees in order alone`(thickness: [Double], agrees: Bool) {
    #expect(FigureMaker.orderFinding(thickness).agrees == agrees)
  }

  @Test(arguments: [(2.5, 10.0, true), (2.51, 10.0, false), (0.0, 0.0, false)])
  func `thickness along PC2 moves by a quarter of PC1's range at most`(
    range: Double, first: Double, agrees: Bool
  ) {
    #expect(FigureMaker.rangeFinding(range, along: "PC2", first: first).agrees == agrees)
  }

  @Test func `PC1 holds the thickness where it leads and explains half`() {
    #expect(FigureMaker.holdsThickness([-0.8, 0.3, 0.8], 0.5))
    #expect(!FigureMaker.holdsThickness([-0.8, 0.3, 0.8], 0.49))
    #expect(!FigureMaker.holdsThickness([0.6, -0.7, 0], 0.9))
  }

  @Test func `a decoder that ignores barriers differs, and so does one that only grows`() {
    let same = (0..<5).map { Self.film("\($0)", inorganic: 2, organic: 3) }
    #expect(FigureMaker.productFinding(FilmStrip(films: same), "all").agrees == false)
    // Twice as much of both is no other product; a film without any says nothing.
    let growing = [0, 1, 2].map { Self.film("\($0)", inorganic: 2 * $0, organic: 3 * $0) }
    #expect(FigureMaker.productFinding(FilmStrip(films: growing), "all").agrees == false)
    let turning = [
      Self.film("a", inorganic: 3, organic: 1), Self.film("b", inorganic: 2, organic: 2),
    ]
    let finding = FigureMaker.productFinding(FilmStrip(films: turning), "all")
    #expect(finding.agrees == true)
    #expect(
      finding.statement.contains("moves by 0.25 (inorganic by 1.00 nm, organic by 1.00 nm)"),
      "\(finding.statement)")
  }

  @Test func `another property than porosity with the lowest R² differs`() {
    func scores(_ errors: [Double]) -> [PropertyScore] {
      zip(Property.allCases, errors).map { property, error in
        PropertyScore(property, actual: [0, 1, 2, 3], predicted: [0, 1, 2, 3 + error])
      }
    }
    #expect(FigureMaker.findings(scores([0.1, 0.5, 0.2, 0.1])).map(\.agrees) == [true, true])
    #expect(FigureMaker.findings(scores([0.1, 0.2, 0.3, 0.1])).map(\.agrees) == [false, true])
    #expect(FigureMaker.findings(scores([0.1, 2, 0.3, 0.1])).map(\.agrees) == [true, false])
  }

  @Test func `a kept epoch that the record lacks is not judged by another`() throws {
    let films = try Fixture.films(10) { mean, _ in [mean[0], 0.5, 1, mean[1]] }
    let figure = try #require(try Fixture.maker(films, kept: 9).make(.losses).figure)
    #expect(figure.findings.isEmpty)
    #expect(figure.summary.rows.count == 2)
  }
}

struct SplitNameTests {
  private static let part = "the 30 of 60 test films that the model holds"

  private func maker(testFilms: Int, film: Int? = nil) throws -> FigureMaker {
    try Fixture.maker(
      Fixture.films(30) { mean, _ in [mean[0], 0.5 * mean[2], 1, mean[1]] },
      settings: .init(film: film), testFilms: testFilms)
  }

  @Test func `a map smaller than the test split is not called the test split`() throws {
    let maker = try maker(testFilms: 60)
    for number in FigureNumber.allCases where number != .losses {
      let caption = try #require(maker.make(number).figure).caption
      #expect(caption.contains(Self.part), "\(number): \(caption)")
      #expect(!caption.contains("films of the test split"), "\(number)")
    }
    let walk = try #require(maker.make(.firstAxis).figure).caption
    #expect(walk.contains("greatest coordinate of the whole test split"))
    #expect(maker.barrierLine?.contains("(mean of \(Self.part))") == true)
    let entries = maker.provenance.entries
    #expect(entries.contains { $0.key == "films" && $0.value == "30" })
    #expect(entries.contains { $0.key == "testFilms" && $0.value == "60" })
    let error = #expect(throws: FiguresError.self) { try self.maker(testFilms: 60, film: 30) }
    #expect(error == .film(30, count: 30, whole: 60))
    #expect(error?.description.contains("films 0 to 29 of the 60 of its test split") == true)
  }

  @Test func `a whole test split is called one`() throws {
    let maker = try maker(testFilms: 30)
    let caption = try #require(maker.make(.correlations).figure).caption
    #expect(caption.hasSuffix("over the 30 films of the test split."))
    #expect(!maker.provenance.entries.contains { $0.key == "testFilms" })
  }

  @Test func `models of one variant are told by their folders`() throws {
    let films = try Fixture.films(30) { mean, _ in [mean[0], mean[1], mean[0], mean[1]] }
    let (one, other) = (
      try Fixture.model(films, .prvae, folder: "a"), try Fixture.model(films, .prvae, folder: "b")
    )
    let vanilla = try Fixture.model(films, .vae, folder: "c")
    let names = [one, other, vanilla].map {
      FigureMaker.fullName(of: $0, among: [one, other, vanilla])
    }
    #expect(names == ["prVAE (a)", "prVAE (b)", "VAE"])
  }
}
