import Evaluation
import Interphase
import SampleStatistics
import Testing

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
