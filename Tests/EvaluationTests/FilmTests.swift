import Evaluation
import Interphase
import Testing

struct OverlapTests {
  @Test func `a site of the wrong solid counts for the mask alone`() throws {
    var overlap = Overlap()
    overlap.add(decoded: try film(["FC", "F."]), simulated: try film(["CC", "FF"]))
    // Mask: 3 of 4. F: 1 in both, 3 in either. C: 1 in both, 2 in either.
    #expect(overlap.solid == 3.0 / 4)
    #expect(overlap.inorganic == 1.0 / 3)
    #expect(overlap.organic == 1.0 / 2)
  }

  @Test func `films are pooled, not averaged`() throws {
    var overlap = Overlap()
    overlap.add(decoded: try film(["FFF."]), simulated: try film(["FFF."]))
    overlap.add(decoded: try film(["...."]), simulated: try film(["F..."]))
    #expect(overlap.inorganic == 3.0 / 4)
    #expect(overlap.organic == nil, "where there is none, there is none to be met")
  }
}

struct TwoPointCorrelationTests {
  @Test func `a checkerboard alternates`() throws {
    var correlation = TwoPointCorrelation()
    correlation.add(try film(["C.C.", ".C.C", "C.C.", ".C.C", "...."]), height: 4)
    #expect(correlation.values[0] == 0.5)
    #expect(correlation.values[1] == 0)
    #expect(correlation.values[2] == 0.5)
    #expect(correlation.values[4] == 0, "no pair that far apart")
  }

  @Test func `only the film's rows count`() throws {
    var correlation = TwoPointCorrelation()
    correlation.add(try film(["..", "..", "CF", ".."]), height: 1)
    #expect(correlation.values[0] == 1)
    #expect(correlation.values[1] == 1)
  }

  @Test func `the error is relative to the volume`() throws {
    var full = TwoPointCorrelation()
    full.add(try film(["CC", "CC", ".."]), height: 2)
    var empty = TwoPointCorrelation()
    empty.add(try film(["..", "..", ".."]), height: 2)
    #expect(full.error(against: full) == 0)
    // Differences of 1 at 0 and 1 nm, 0 at the other nineteen distances.
    let error = try #require(empty.error(against: full))
    #expect(abs(error - (2.0 / 21).squareRoot()) < 1e-12)
    #expect(full.error(against: empty) == nil)
  }
}

struct OrganicClusterTests {
  @Test func `clusters are joined side to side, and float where nothing holds them`() throws {
    let clusters = OrganicClusters(
      of: try film([
        ".......",
        "CC..C.C",
        ".C..CC.",
        "...F...",
        ".C.CC.O",
        "EEEEEEE",
      ]))
    // Top left (3, floating); top middle (3, floating, the F below it touches no side);
    // top right alone (1, floating, joined to none by its corner); bottom left (1, on the electrode);
    // bottom middle (2, held by electrode and F).
    #expect(clusters.count == 5)
    #expect(clusters.floatingSites == 7)
  }

  @Test func `a ring of sites that meet late is one cluster`() throws {
    let clusters = OrganicClusters(of: try film(["CCCC", "C..C", "C.CC", "C.C.", "...."]))
    #expect(clusters.count == 1)
    #expect(clusters.floatingSites == 11)
  }

  @Test func `floating sites agree with the flood fill of the observables`() {
    var source = RandomSource(seed: 12)
    for _ in 0..<50 {
      let film = randomFilm(&source)
      let share = film.floatingOrganicShare
      let expected = share * Double(film.count(of: .organic))
      #expect(abs(Double(OrganicClusters(of: film).floatingSites) - expected) < 1e-9)
    }
  }
}

struct FilmFactsTests {
  @Test func `pooled counts are the counts of all films`() throws {
    var source = RandomSource(seed: 3)
    var (whole, pooled) = (Overlap(), Overlap())
    for _ in 0..<5 {
      let (a, b) = (randomFilm(&source), randomFilm(&source))
      whole.add(decoded: a, simulated: b)
      pooled.add(FilmComparison(of: a, with: b).overlap)
    }
    #expect(pooled == whole)
    #expect(try #require(pooled.solid) < 1)
  }

  @Test func `the correlation of rows that fill the film is one, then nothing fits`() {
    let curve = FilmFacts(of: layers(3)).correlation
    #expect(curve[0...9].allSatisfy { $0 == 1 })
    #expect(curve[10...20].allSatisfy { $0.isNaN })
    #expect(FilmFacts(of: layers(0)).correlation.isEmpty)
  }

  @Test func `a film is measured within the height of the one it stands for`() {
    // Two rows of three are solid: of 30 sites 20, of 10 x 2 pairs up only those between them.
    let facts = FilmComparison(of: layers(2), with: layers(3)).facts
    #expect(abs(facts.correlation[0] - 2.0 / 3) < 1e-12)
    #expect(abs(facts.correlation[1] - (18.0 + 10) / (27 + 20)) < 1e-12)
    #expect(facts.properties[.thickness] == 2)
  }
}
