import Foundation
import Testing

@Suite struct ExplainCommandTests {
  private struct Effect: Decodable { let change: Double, error: Double, significant: Bool }
  private struct Work: Decodable { let share: Double }
  private struct Explanation: Decodable {
    let effects: [String: [String: Effect]]
    let reactions: [String: Work]
    let limiting: [String: [String]]
  }

  private let options = [
    "explain", "--preset", "inorganic-film", "--size", "12x12", "--replicas", "32", "--delta",
    "0.03",
  ]

  @Test func `explain tells the same, to the byte, in JSON, CSV and words`() throws {
    let folder = try TemporaryFolder()
    let csv = folder.path + "/effects.csv"
    let first = try Program.run(options + ["--json", "--csv", csv])
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(try Program.run(options + ["--json"]).output == first.output)
    let found = try JSONDecoder().decode(Explanation.self, from: Data(first.output.utf8))
    #expect(found.effects.count == 15)
    #expect(abs(found.reactions.values.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(found.limiting["passivationTime"]?.first == "precursor-reduction-inorganic")
    let rows = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(rows.count == 1 + found.effects.values.reduce(0) { $0 + $1.count })
    let text = try Program.run(options).output
    #expect(text.contains("time to passivation  precursor-reduction-inorganic"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [
    (["--replicas", "2"], "--replicas 2"), (["--delta", "0"], "a step of 0.0 eV"),
    (["--delta", "0.7"], "cannot be moved by 0.7 eV"), (["--time", "0"], "--time 0.0"),
  ])
  func `what cannot be explained is refused`(option: [String], message: String) throws {
    let outcome = try Program.run(["explain"] + option)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
