import Exporting
import Interphase
import Networks
import Plotting
import Surrogate
import Testing

@testable import PaperFigures

struct WalkTests {
  private static let films = try? Fixture.films(30) { mean, _ in [mean[0], 0.5, 1, mean[1]] }

  private func maker(settings: FigureMaker.Settings = .init()) throws -> FigureMaker {
    try Fixture.maker(try #require(Self.films), settings: settings)
  }

  @Test(arguments: [0, 1, 2])
  func `a walk goes from the axis' minimum over the mean to its maximum`(axis: Int) throws {
    let maker = try maker()
    let axes = maker.model.description.principalAxes
    let walk = maker.walk(along: axis)
    #expect(walk.coordinates == [axes.minimum[axis], 0, axes.maximum[axis]])
    #expect(walk.points[1] == axes.mean)
    for (point, coordinate) in zip(walk.points, walk.coordinates) {
      let found = axes.coordinates(of: point)
      for other in found.indices {
        #expect(abs(found[other] - (other == axis ? coordinate : 0)) < 1e-4)
      }
    }
    let decoded = maker.predictor.decode(latent: walk.points[2], barriers: maker.fixedBarriers)
    #expect(walk.strip.films[2].lattice == decoded.lattice)
    #expect(walk.strip.films[2].measured == Observables(of: decoded.lattice))
  }

  @Test func `fixed barriers are the test split's mean, or those given`() throws {
    let films = try #require(Self.films)
    let maker = try maker()
    let mean = films.map { Double($0.barriers[.pairing]) }.reduce(0, +) / Double(films.count)
    #expect(abs(Double(maker.fixedBarriers[.pairing]) - mean) < 1e-6)
    let given = try self.maker(settings: .init(barriers: .esmaeilpour))
    #expect(given.fixedBarriers == .esmaeilpour)
    let figure = try #require(given.make(.firstAxis).figure)
    #expect(figure.caption.contains("Barriers are fixed at those given."))
    #expect(
      figure.figure.provenance.entries.contains(Provenance.Entry("barrier-pairing", "0.63")))
  }

  @Test func `barriers go together from their least to their greatest`() throws {
    let films = try #require(Self.films)
    let maker = try maker()
    for reaction in Reaction.withBarrier {
      let values = films.map { $0.barriers[reaction] }
      #expect(maker.barriers(at: 0)[reaction] == values.min())
      #expect(maker.barriers(at: 1)[reaction] == values.max())
    }
  }

  @Test func `one barrier goes alone`() throws {
    let maker = try maker(settings: .init(varied: .dimerisation))
    let (first, last) = (maker.barriers(at: 0), maker.barriers(at: 1))
    for reaction in Reaction.withBarrier where reaction != .dimerisation {
      #expect(first[reaction] == maker.fixedBarriers[reaction])
      #expect(last[reaction] == maker.fixedBarriers[reaction])
    }
    #expect(first[.dimerisation] < last[.dimerisation])
    let figure = try #require(maker.make(.barrierWalk).figure)
    let keys = figure.figure.provenance.entries.map(\.key)
    #expect(keys.contains("barrier-pairing") && !keys.contains("barrier-dimerisation"))
  }

  @Test func `what a variant lacks is said`() throws {
    let films = try #require(Self.films)
    let vanilla = try Fixture.maker(films, .vae)
    #expect(vanilla.make(.regression).reason == "the model has no property regressor")
    #expect(vanilla.make(.barrierWalk).reason == "the model's decoder reads no barriers")
    let walk = try #require(vanilla.make(.thirdAxis).figure)
    #expect(walk.caption.hasSuffix("The decoder reads no barriers."))
    #expect(try Fixture.maker(films, .prvae).make(.regression).figure != nil)
  }

  @Test func `the film of Fig. 1 is the one named, or drawn by the seed`() throws {
    let films = try #require(Self.films)
    let named = try maker(settings: .init(film: 4)).filmsFigure
    #expect(named.caption.contains("Film 4 of 30 in the test split (index 28 of the data set"))
    let columns = named.figure.table.columns
    #expect(columns == ["x [nm]", "y [nm]", "simulated", "decoded"])
    let codes = named.figure.table.rows.map { $0[2] }
    #expect(codes == films[4].lattice.codes.map { .integer(Int($0)) })
    #expect(
      named.figure.provenance.entries.contains(Provenance.Entry("seed", "104")))
    #expect(
      try maker(settings: .init(seed: 5)).filmsFigure.caption
        == maker(settings: .init(seed: 5)).filmsFigure.caption)
    #expect(throws: FiguresError.film(30, count: 30, whole: 30)) {
      try maker(settings: .init(film: 30))
    }
  }

  @Test func `losses are judged at the epoch that was kept`() throws {
    let figure = try #require(try maker().make(.losses).figure)
    #expect(
      figure.summary.rows[1].prefix(4) == [
        .integer(2), .text("kept"), .number(5), .number(5.2),
      ])
    #expect(figure.findings[0].statement.contains("1.04 of the training loss"))
    #expect(figure.findings[0].agrees == true)
  }
}

struct NumberTests {
  @Test(arguments: [
    ("2", ["2"]), ("8, 1d,2", ["1d", "2", "8a", "8b"]), ("1", ["1bc", "1d"]),
    ("1B,1c,1bc", ["1bc"]),
  ])
  func `a list names figures in the paper's order`(list: String, numbers: [String]) throws {
    #expect(try FigureNumber.parse(list).map(\.rawValue) == numbers)
  }

  @Test(arguments: [("8c", "8"), ("9", nil), ("", nil), ("2,", nil), ("1e", "1")])
  func `an unknown number is refused with a hint`(list: String, hint: String?) throws {
    let error = #expect(throws: FiguresError.self) { try FigureNumber.parse(list) }
    let text = error?.description ?? ""
    #expect(text.contains("there is no figure"))
    #expect(
      text.contains(hint.map { "did you mean '\($0)'?" } ?? "use 1bc, 1d, 2, 3, 4, 5, 6, 7, 8a, 8b")
    )
  }
}
