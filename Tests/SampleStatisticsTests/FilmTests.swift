import Interphase
import SampleStatistics
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

/// A film from rows drawn top first: `.` electrolyte, `F` inorganic, `C` organic.
private func film(_ rows: [String]) throws -> Lattice {
  let kinds: [Character: Species] = ["F": .inorganic, "C": .organic]
  let codes = rows.reversed().flatMap { row in row.map { (kinds[$0] ?? .electrolyte).rawValue } }
  return try Lattice(width: rows[0].count, height: rows.count, codes: codes)
}
