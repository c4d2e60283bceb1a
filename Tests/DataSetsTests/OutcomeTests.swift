import Interphase
import Testing

@testable import DataSets

struct OutcomeTests {
  /// Ten columns, each filled from row 1 upwards.
  private func film(_ column: [Species]) -> Lattice {
    var lattice = Lattice(emptyWidth: 10, height: 20)
    for x in 0..<10 {
      for (row, species) in column.enumerated() { lattice[x, row + 1] = species }
    }
    return lattice
  }

  @Test func `one layer is a monolayer, whatever is dissolved above`() {
    #expect(Outcome(of: film([])) == .monolayer)
    #expect(Outcome(of: film([.inorganic])) == .monolayer)
    #expect(Outcome(of: film([.inorganic, .monomer, .monomer, .monomer])) == .monolayer)
  }

  @Test func `the greater part of a solid film names it`() {
    #expect(Outcome(of: film([.inorganic, .inorganic, .organic])) == .inorganic)
    #expect(Outcome(of: film([.inorganic, .organic, .organic])) == .organicFilm)
    #expect(Outcome(of: film([.inorganic, .organic])) == .inorganic)
  }

  @Test func `more Li2EDC dissolved than solid is a solution`() {
    #expect(Outcome(of: film([.inorganic, .organic, .monomer, .dimer, .dimer])) == .solution)
    #expect(
      Outcome(of: film([.inorganic, .organic, .organic, .organic, .monomer, .dimer]))
        == .organicFilm)
    #expect(Outcome(of: film([.inorganic, .inorganic, .monomer])) == .inorganic)
  }
}
