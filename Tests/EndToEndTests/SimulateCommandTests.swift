import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private struct Run: Decodable, Equatable {
    let seed: UInt64
    let events: Int
    let time: Double
    let finished: Bool
    let observables: [String: Double]
    let counts: [String: Int]
    let reactions: [String: Int]
    let lattice: [[Int]]?
  }

  private func decoded(_ text: String) throws -> Run {
    try JSONDecoder().decode(Run.self, from: Data(text.utf8))
  }

  @Test func `a run in JSON is whole and repeats to the byte`() throws {
    let arguments = ["simulate", "--seed", "7", "--events", "20000", "--json", "--lattice"]
    let first = try Program.run(arguments)
    let again = try Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output == again.output)
    let run = try decoded(first.output)
    #expect(run.seed == 7)
    #expect(run.events <= 20_000)
    #expect(run.finished == (run.events < 20_000))
    #expect(run.time > 0)
    #expect(run.reactions.values.reduce(0, +) == run.events)
    #expect(run.reactions.count == 19)
    #expect(run.counts.values.reduce(0, +) == 2500)
    let lattice = try #require(run.lattice)
    #expect(lattice.count == 50)
    #expect(lattice[0].allSatisfy { $0 == 1 })
    #expect(lattice[49].allSatisfy { $0 == 2 })
    #expect(
      Set(run.observables.keys) == [
        "thickness", "porosity", "density", "volumeFraction", "inorganic", "organic", "roughness",
      ])
  }

  @Test func `replicas come with a summary and equal single runs`() throws {
    struct Replicas: Decodable {
      let replicas: [Run]
    }
    let outcome = try Program.run([
      "simulate", "--seed", "3", "--replicas", "2", "--events", "5000", "--json",
    ])
    let both = try JSONDecoder().decode(Replicas.self, from: Data(outcome.output.utf8)).replicas
    let second = try Program.run(["simulate", "--seed", "4", "--events", "5000", "--json"])
    #expect(both.count == 2)
    #expect(try decoded(second.output) == both[1])
  }

  @Test(arguments: [
    (
      ["--set", "dimerization=0.3"], "unknown barrier 'dimerization': did you mean 'dimerisation'?"
    ),
    (["--set", "pairing=nan"], "barrier pairing = nan eV is outside physics"),
    (["--set", "pairing=-0.2"], "barrier pairing = -0.2 eV is outside physics"),
    (["--set", "pairing"], "expected id=eV"),
    (["--barriers", "0.1,0.2"], "found 2 barriers, expected 15"),
    (["--preset", "esmailpour"], "did you mean 'esmaeilpour'?"),
    (["--set", "pairing=3e38"], "give 0 to 100"),
    (["--replicas", "0"], "--replicas 0"),
    (["--size", "2x2"], "give 3 x 3"),
    (["--temperature", "0"], "outside physics"),
    (["--preset", "middle", "--barriers", "0"], "contradict"),
  ])
  func `a wrong value is named in one sentence with status 64`(
    options: [String], message: String
  ) throws {
    let outcome = try Program.run(["simulate"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `a full disk under standard output is an error`() throws {
    let command = "'\(Program.path)' simulate --events 10 --json > /dev/full"
    let outcome = try Program.run(program: "/bin/sh", ["-c", command])
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("standard output cannot be written"))
  }

  @Test func `an unknown flag ends with status 64`() throws {
    let outcome = try Program.run(["simulate", "--seeds", "7"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--seed"))
  }
}
