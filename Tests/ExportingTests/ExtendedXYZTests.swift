import Exporting
import Interphase
import Testing

@Suite struct ExtendedXYZTests {
  @Test func `a trajectory reads as OVITO expects it`() throws {
    var trajectory = ExtendedXYZ(provenance: try provenance())
    trajectory.append(Lattice(emptyWidth: 4, height: 5), time: 0, events: 0)
    trajectory.append(try everySpecies(), time: 1.5e-7, events: 12)
    let lines = String(decoding: trajectory.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let cell = #"Lattice="40 0 0 0 50 0 0 0 10" Origin="-5 -5 -5" "#
    let layout = #"Properties=species:S:1:pos:R:3 pbc="F F F" "#
    #expect(lines[0] == "8")
    #expect(
      lines[1].hasPrefix(
        cell + layout + #"time=0.0 events=0 step=0 program="seiscope 0.1.0" rulesVersion=2 "#
          + "seed=18446744073709551615 width=4 height=5 temperature=298.15 tunnellingDepth=4 "
          + "barrier-ec-reduction-electrode=0.5 barrier-ec-reduction-inorganic=0.27 "))
    #expect(lines[1].hasSuffix("barrier-cluster-diffusion=0.38"))
    #expect(lines[2] == "electrode 0 0 0")
    #expect(lines[6] == "sink 0 40 0")
    #expect(
      lines[10...] == [
        "16", cell[...] + layout + "time=1.5e-07 events=12 step=1",
        "electrode 0 0 0", "electrode 10 0 0", "electrode 20 0 0", "electrode 30 0 0",
        "inorganic 0 10 0", "organic 10 10 0", "organic 20 10 0", "organic 30 10 0",
        "monomer 0 20 0", "dimer 10 20 0", "dimer 20 20 0", "precursor 20 30 0",
        "sink 0 40 0", "sink 10 40 0", "sink 20 40 0", "sink 30 40 0", "",
      ])
    #expect(trajectory.frames == 2)
  }

  @Test func `a value with quotation marks stays one word`() throws {
    var provenance = try provenance()
    provenance.add("note", #"a "b" \c"#)
    var trajectory = ExtendedXYZ(provenance: provenance)
    trajectory.append(Lattice(emptyWidth: 3, height: 3), time: 0, events: 0)
    let text = String(decoding: trajectory.bytes, as: UTF8.self)
    #expect(text.contains(#" note="a \"b\" \\c""# + "\n"))
  }
}
