import Exporting
import Interphase
import Testing

@Suite struct ProvenanceTests {
  @Test func `it holds all that a run depends on`() throws {
    let entries = try provenance(modelHash: "00ff").entries
    let first = entries.prefix(8).map { "\($0.key)=\($0.value)" }
    #expect(
      first == [
        "program=seiscope 0.1.0", "rulesVersion=2", "seed=18446744073709551615", "events=12",
        "width=4", "height=5", "temperature=298.15", "tunnellingDepth=4",
      ])
    #expect(entries.count == 8 + 15 + 1)
    #expect(entries.last == Provenance.Entry("model", "00ff"))
    for reaction in Reaction.withBarrier {
      let value = entries.first { $0.key == "barrier-\(reaction.id)" }?.value
      #expect(value.flatMap(Float.init) == Barriers.esmaeilpour[reaction])
    }
  }

  @Test func `barriers that vary are left out`() throws {
    let keys = try provenance().leavingOut(barriersOf: [.pairing]).entries.map(\.key)
    #expect(!keys.contains("barrier-pairing"))
    #expect(keys.contains("barrier-dimerisation"))
  }

  @Test func `a value is one line`() {
    #expect(Provenance.Entry("note", "a\r\nb\u{1B}[0m").value == "a  b [0m")
  }

  @Test func `a key that a format could not hold is a mistake of the programmer`() async {
    await #expect(processExitsWith: .failure) { _ = Provenance.Entry("two words", "") }
    await #expect(processExitsWith: .failure) { _ = Provenance.Entry("1st", "") }
  }
}
