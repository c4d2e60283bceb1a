import Exporting
import Interphase
import Testing

@Suite struct CSVTableTests {
  @Test func `fields are quoted where they must be`() throws {
    var table = CSVTable(columns: ["name, id", "value"])
    table.append([.text("plain"), .integer(-3)])
    table.append([.text("a,b"), .missing])
    table.append([.text("say \"hi\""), .number(.nan)])
    table.append([.text("two\nlines"), .number(0.1)])
    table.append([.text("# no comment"), .number(1e-5)])
    table.append([.text(" edge"), .number(.infinity)])
    let lines = table.text(provenance: try provenance())
    #expect(
      lines.hasSuffix(
        """
        # barrier-cluster-diffusion: 0.38
        "name, id",value
        plain,-3
        "a,b",
        "say ""hi""\",
        "two
        lines",0.1
        "# no comment",1e-05
        " edge",inf

        """))
    #expect(lines.hasPrefix("# program: seiscope 0.1.0\n# rulesVersion: 2\n"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a number reads back to the same`(seed: UInt64) throws {
    var source = RandomSource(seed: seed)
    var values = [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e16, 1.0 / 3]
    while values.count < 2000 {
      let value = Double(bitPattern: source.next())
      if value.isFinite { values.append(value) }
    }
    var table = CSVTable(columns: ["value"])
    for value in values { table.append([.number(value)]) }
    let read = table.text(provenance: try provenance()).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { Double(String($0)) }
    #expect(read.count == values.count, "seed \(seed)")
    for (value, back) in zip(values, read) {
      #expect(back?.bitPattern == value.bitPattern, "seed \(seed): \(value)")
    }
  }

  @Test func `a row of one empty field is no blank line`() throws {
    var table = CSVTable(columns: ["value"])
    table.append([.missing])
    #expect(table.text(provenance: try provenance()).hasSuffix("value\n\"\"\n"))
  }
}
