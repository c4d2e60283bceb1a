import Foundation
import Testing

@Suite struct ParameterFileTests {
  private func simulate(_ text: String, _ options: [String] = []) throws -> Program.Outcome {
    try simulate(Data(text.utf8), options)
  }

  private func simulate(_ data: Data, _ options: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let path = folder.path + "/barriers"
    try data.write(to: URL(fileURLWithPath: path))
    return try Program.run(
      ["simulate", "--json", "--events", "50"] + options + ["--file", path])
  }

  private func barriers(_ outcome: Program.Outcome) throws -> [Double] {
    struct Run: Decodable { let barriers: [Double] }
    return try JSONDecoder().decode(Run.self, from: Data(outcome.output.utf8)).barriers
  }

  @Test(arguments: [
    "pairing: 0.5\ndimerisation: 0.3\n",
    "barriers:\n  pairing: 0.5\n  dimerisation: 0.3\nseed: 1\n",
    "{\"pairing\": 0.5, \"dimerisation\": 0.3}",
    "{\n\t\"barriers\": {\"pairing\": 0.5, \"dimerisation\": 0.3}, \"temperature\": 300\n}",
  ])
  func `a mapping changes what it names`(text: String) throws {
    let outcome = try simulate(text)
    #expect(outcome.errors == "")
    let found = try barriers(outcome)
    #expect(found[4] == 0.5)
    #expect(found[3] == 0.3)
    #expect(found[0] == 0.3914)
    let onPreset = try barriers(try simulate(text, ["--preset", "esmaeilpour"]))
    #expect(onPreset[0] == 0.5)
    #expect(onPreset[4] == 0.5)
    #expect(try barriers(try simulate(text, ["--set", "pairing=0.6"]))[4] == 0.6)
  }

  @Test func `what simulate prints gives the same film again`() throws {
    let first = try Program.run([
      "simulate", "--preset", "inorganic-film", "--seed", "9", "--size", "20x16", "--json",
      "--lattice", "--temperature", "310",
    ])
    let folder = try TemporaryFolder()
    try first.output.write(toFile: folder.path + "/run", atomically: true, encoding: .utf8)
    let again = try Program.run([
      "simulate", "--file", folder.path + "/run", "--json", "--lattice",
    ])
    #expect(again.errors == "")
    #expect(again.output == first.output)
  }

  @Test(arguments: [
    ("", "is empty"), ("# nothing\n", "is empty"), ("{}", "names no barrier"),
    ("seed: 4\n", "names no barrier"), ("just words", "expected barriers"),
    ("paring: 0.5\n", "unknown key 'paring': did you mean 'pairing'?"),
    ("barriers: {paring: 0.5}\n", "did you mean 'pairing'?"),
    ("pairing: 0.5\nsed: 3\n", "unknown key 'sed': did you mean 'seed'?"),
    ("pairing: lots\n", "pairing: found 'lots', expected eV from 0 to 100"),
    ("pairing: .nan\n", "pairing: found '.nan', expected eV from 0 to 100"),
    ("pairing: nan\n", "expected eV from 0 to 100"), ("pairing: 1e9\n", "expected eV"),
    ("pairing: -0.1\n", "expected eV from 0 to 100"), ("pairing:\n", "found nothing"),
    ("pairing: [1, 2]\n", "found a list or mapping"),
    ("pairing: 0.5\npairing: 0.6\n", "'pairing' given twice"),
    ("[0.1, 0.2]", "found 2 barriers, expected 15"),
    ("barriers: 3\n", "barriers: expected a mapping"),
    ("pairing: 0.5\nseed: -1\n", "seed: found '-1'"), ("pairing: [0.5\n", "neither YAML nor JSON"),
    ("pairing: 0.5\nsize: big\n", "size 'big'"),
    ("pairing: 0.5\ntemperature: 0\n", "outside physics"),
    ("pairing: 0.5\nevents: -2\n", "events: found -2, expected 0 or more"),
    ("pairing: &a 0.5\ndimerisation: *a\n", "has anchors or aliases"),
    ("{\"#\": 1, ? *a : 1}\n", "has anchors or aliases"),
  ])
  func `a wrong file is named with what is wrong`(text: String, message: String) throws {
    let outcome = try simulate(text)
    #expect(outcome.status == 65, "\(text): \(outcome.status)")
    #expect(outcome.errors.contains(".yaml") || outcome.errors.contains("/"))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(text): \(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `files that are no text, too large or missing are refused at once`() throws {
    let binary = try simulate(Data([0xFF, 0xFE, 0x80, 0x00]))
    #expect(binary.status == 65)
    #expect(binary.errors.contains("is not UTF-8"))
    let folder = try TemporaryFolder()
    let path = folder.path + "/huge"
    try Data().write(to: URL(fileURLWithPath: path))
    // A hole of a gigabyte.
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 1 << 30)
    let huge = try Program.run(["simulate", "--file", path])
    #expect(huge.status == 65)
    #expect(huge.errors.contains("too many for barriers"))
    #expect(try Program.run(["simulate", "--file", folder.path + "/none"]).status == 66)
    let both = try Program.run(["simulate", "--file", path, "--barriers", "1"])
    #expect(both.errors.contains("contradict"))
  }
}
