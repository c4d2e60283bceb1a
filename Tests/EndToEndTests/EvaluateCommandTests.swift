import Foundation
import Interphase
import NumpyArchives
import Testing

/// `seiscope evaluate`, on a model of one epoch.
@Suite final class EvaluateCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var data: String { folder.path + "/data" }
  private var model: String { folder.path + "/model" }

  private func makeModel(variant: String = "seiscope") throws {
    let made = try Program.run([
      "dataset", "--samples", "90", "--seed", "3", "--event-limit", "3000", "--out", data,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let trained = try Program.run([
      "train", "--data", data, "--out", model, "--epochs", "1", "--batch-size", "8", "--variant",
      variant,
    ])
    #expect(trained.status == 0, "\(trained.errors)")
  }

  private struct Evaluation: Decodable {
    struct Row: Decodable {
      let measure: String
      let `class`: String
      let films: Int
      let model, trivial, nearest, neighbours, ceiling: Double?
      let atLeastReached: Bool?
    }
    struct Response: Decodable {
      let barrier: String
      let property: String
      let simulated, predicted: [Double]
    }
    struct Replicas: Decodable {
      struct Correlation: Decodable { let value, standardError: Double }
      let vectors: Int
      let correlations: [String: Correlation]
    }
    let films: Int
    let trainingFilms: Int
    let measures: [Row]
    let barriers: [Response]
    let replicas: Replicas?
  }

  @Test func `JSON, CSV and text hold the measures, the baselines and the ceiling`() throws {
    try makeModel()
    let tables = folder.path + "/not/yet/tables"
    let arguments = ["evaluate", model, "--data", data, "--replicas", "5", "--seed", "4"]
    let outcome = try Program.run(arguments + ["--json", "--csv", tables])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let found = try JSONDecoder().decode(Evaluation.self, from: Data(outcome.output.utf8))
    #expect(found.films > 10 && found.trainingFilms > 50)
    #expect(found.replicas?.vectors == 5)
    let overlap = try #require(
      found.measures.first { $0.measure == "overlap.solid" && $0.class == "all" })
    #expect(overlap.films == found.films)
    #expect(overlap.trivial == 0)
    #expect((0...1).contains(try #require(overlap.nearest)))
    #expect((0...1).contains(try #require(overlap.ceiling)))
    #expect(overlap.atLeastReached == false, "one epoch on 60 films is no model")
    let classes = Set(found.measures.map(\.class))
    #expect(classes.isSuperset(of: ["all", "unfinished"]))
    #expect(found.barriers.count == 60)
    #expect(found.barriers.allSatisfy { $0.simulated.count == 5 && $0.predicted.count == 5 })
    #expect(try Program.run(arguments + ["--json"]).output == outcome.output)

    try compareTables(tables, found)
    try expectReport(arguments)
  }

  private func compareTables(_ tables: String, _ found: Evaluation) throws {
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOfFile: "\(tables)/\(name)", encoding: .utf8).split(separator: "\n")
    }
    let measures = try lines("measures.csv")
    #expect(measures.contains { $0.hasPrefix("# model: ") })
    #expect(measures.contains("# split: test"))
    let rows = measures.filter { !$0.hasPrefix("#") }
    #expect(rows.count == found.measures.count + 1)
    #expect(rows[0].hasPrefix("measure,unit,class,films,model,trivial,nearest,neighbours,ceiling"))
    let fields = rows[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(fields[0] == "overlap.solid" && Double(fields[4]) == found.measures[0].model)
    #expect(try lines("films.csv").filter { !$0.hasPrefix("#") }.count == found.films + 1)
    #expect(try lines("barriers.csv").filter { !$0.hasPrefix("#") }.count == 60 * 5 + 1)
    #expect(try !lines("replicas.csv").isEmpty)
  }

  private func expectReport(_ arguments: [String]) throws {
    let text = try Program.run(arguments).output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wide = lines.filter { $0.count > 100 && !$0.contains(folder.path) }
    #expect(wide.isEmpty)
    #expect(!text.contains("\u{1B}"))
    #expect(lines.contains("film decoded from the latent mean"))
    #expect(lines.contains { $0.hasPrefix("  overlap, inorganic") && $0.hasSuffix("NO") })
    #expect(lines.contains { $0.hasPrefix("  ec-reduction-electrode") })
    let place = try #require(lines.firstIndex(of: "correlation of replicas"))
    #expect(lines[place + 1].hasPrefix("  thickness") && lines[place + 1].contains(" ± "))
  }

  @Test func `a model without regressor and prior shows dashes`() throws {
    try makeModel(variant: "vae")
    let outcome = try Program.run([
      "evaluate", model, "--data", data, "--replicas", "0", "--limit", "12",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("  R² thickness") })
    #expect(row.split(separator: " ")[2] == "–")
    #expect(row.hasSuffix(" –"))
    #expect(!lines.contains { $0.hasPrefix("correlation of replicas") })
    #expect(lines.contains { $0.contains("12 films of the test split") })
    #expect(lines.contains { $0.hasPrefix("over 12 films, of ") })
  }

  @Test func `what does not go together is refused in one sentence`() throws {
    try makeModel()
    let small = folder.path + "/small"
    try "no folder".write(toFile: folder.path + "/file", atomically: true, encoding: .utf8)
    let few = folder.path + "/few"
    let made = try Program.run([
      "dataset", "--samples", "2", "--event-limit", "100", "--out", few,
    ])
    #expect(made.status == 0)
    let cases: [([String], status: Int32, words: String)] = [
      ([model, "--data", small], 66, "dataset"),
      ([small, "--data", data], 66, "there is no model folder"),
      ([model, "--data", few], 65, "test split holds"),
      ([model, "--data", data, "--split", "tes"], 64, "did you mean 'test'?"),
      ([model, "--data", data, "--limit", "1"], 64, "--limit 1: give 2 or more"),
      ([model, "--data", data, "--replicas", "2"], 64, "--replicas 2: give 0 for none"),
      ([model, "--data", data, "--replica-seeds", "0"], 64, "--replica-seeds 0"),
      ([model, "--data", data, "--csv", data], 73, "no part of an evaluation"),
      ([model, "--data", data, "--csv", folder.path + "/file"], 73, "is no folder"),
      ([small, "--data", data, "--csv", folder.path + "/nowhere/deep"], 66, "no model folder"),
    ]
    for (arguments, status, words) in cases {
      let outcome = try Program.run(["evaluate"] + arguments)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/nowhere"))
  }

  @Test func `films of another size are refused`() throws {
    try makeModel()
    try importFilms(12, width: 10, height: 12)
    let refused = try Program.run(["evaluate", model, "--data", folder.path + "/other"])
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors.contains("holds films of 10 x 12 sites, expected 50 x 50"), "\(refused.errors)"
    )
  }

  @Test func `what makes figures mean something else is said`() throws {
    try makeModel()
    let warned = try Program.run([
      "evaluate", model, "--data", data, "--split", "training", "--limit", "4", "--replicas", "0",
    ])
    #expect(warned.status == 0, "\(warned.errors)")
    #expect(warned.errors.contains("the model was made with these films"))
    let line = "targets are for test splits: none is judged over 4 films of the training split"
    #expect(warned.output.split(separator: "\n").contains(Substring(line)))
    #expect(!warned.output.contains("NO\n"))

    try importFilms(20, width: 50, height: 50)
    let foreign = try Program.run([
      "evaluate", model, "--data", folder.path + "/other", "--replicas", "3",
    ])
    #expect(foreign.status == 0, "\(foreign.errors)")
    #expect(!foreign.errors.contains("event limit"), "of imported films the limit is not known")
    #expect(!foreign.errors.contains("rules version"))
    #expect(foreign.errors.contains("replicas are compared with each other alone"))
    #expect(!foreign.output.contains("unfinished"), "of imported films the end is not known")
  }

  /// A data set `other` of films with rows of organic, from someone else's arrays.
  private func importFilms(_ count: Int, width: Int, height: Int) throws {
    let archive = folder.path + "/films.npz"
    var writer = try ArchiveWriter(
      archive,
      arrays: [
        ("lattices", ArrayHeader(.uint8, [count, height, width])),
        ("barriers", ArrayHeader(.float32, [count, 15])),
      ])
    for film in 0..<count {
      let rows = [1] + (1..<(height - 1)).map { UInt8($0 <= film + 1 ? 7 : 0) } + [2]
      try writer.append(rows.flatMap { [UInt8](repeating: $0, count: width) }, to: 0)
      let barriers = Barriers.middle.values.map { $0 + Float(film) / 1000 }
      try writer.append(
        barriers.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
        },
        to: 1)
    }
    try writer.finish()
    let imported = try Program.run([
      "dataset", "import", archive, "--out", folder.path + "/other",
    ])
    #expect(imported.status == 0, "\(imported.errors)")
  }
}
