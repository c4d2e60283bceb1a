import Interphase
import Testing

/// A lattice drawn top row first: `#` electrode, `~` sink, `.` electrolyte, P F O D C the species.
func drawn(_ picture: String) throws -> Lattice {
  let letters: [Character: Species] = [
    "#": .electrode, "~": .sink, ".": .electrolyte, "P": .precursor, "F": .inorganic,
    "O": .monomer, "D": .dimer, "C": .organic,
  ]
  let rows = picture.split(separator: "\n").reversed()
  let codes = rows.joined().map { letters[$0]!.rawValue }
  return try Lattice(width: rows.first!.count, height: rows.count, codes: codes)
}

@Suite struct ObservablesTests {
  @Test func `an empty lattice measures zero everywhere`() {
    let measured = Observables(of: Lattice(emptyWidth: 50, height: 50))
    #expect(measured.thickness == 0)
    #expect(measured.porosity == 0)
    #expect(measured.density == 0)
    #expect(measured.volumeFraction == 0)
    #expect(measured.roughness == 0)
  }

  @Test func `a hand-drawn film measures what the definitions say`() throws {
    // Heights 4 (floating C counts), 2, 1, 0: the sum is 7; N = 2 F + 3 C.
    let film = try drawn(
      """
      ~~~~
      C...
      .P..
      CC..
      F.FO
      ####
      """)
    let measured = Observables(of: film)
    #expect(film.filmHeights == [4, 2, 1, 0])
    #expect(measured.thickness == 7.0 / 4)
    #expect(abs(measured.porosity - (1 - 5.0 / 7)) < 1e-15)
    #expect(abs(measured.density - (2 * 2.11 + 3 * 1.69) / 7) < 1e-15)
    #expect(measured.volumeFraction == 5.0 / 24)
    #expect(measured.inorganic == 0.5)
    #expect(measured.organic == 0.75)
    #expect(abs(measured.roughness - 1.479019945774904) < 1e-12)
  }

  @Test func `organic that no solid joins to the electrode floats`() throws {
    let film = try drawn(
      """
      ~~~~
      CC..
      ....
      C..C
      F..C
      ####
      """)
    #expect(film.floatingOrganicShare == 2.0 / 5)
  }

  @Test func `mirroring changes no observable`() throws {
    let film = try drawn("~~~\nC..\nFC.\n###")
    let one = Observables(of: film)
    let other = Observables(of: film.mirrored)
    #expect(one == other)
    #expect(film.mirrored != film)
    #expect(film.mirrored.mirrored == film)
  }
}
