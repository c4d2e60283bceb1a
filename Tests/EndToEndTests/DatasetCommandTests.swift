import Foundation
import Glibc
import Testing

/// `seiscope dataset` and `seiscope-dataset` as a user and a cluster's task run them.
@Suite final class DatasetCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String) -> String { folder.path + "/" + name }

  /// 60 short simulations in six files.
  private let design = [
    "--samples", "60", "--seed", "4", "--event-limit", "20000", "--shards", "6",
  ]

  private func generate(_ name: String, _ more: [String] = []) throws -> Program.Outcome {
    try Program.run(["dataset"] + design + ["--out", file(name)] + more)
  }

  private func contents(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: file(name))
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: file(name) + "/" + $0)))
      })
  }

  private func edit(_ name: String, _ change: (inout Data) -> Void) throws {
    let url = URL(fileURLWithPath: file(name))
    var data = try Data(contentsOf: url)
    change(&data)
    try data.write(to: url)
  }

  @Test func `kills leave no trace in the bytes`() throws {
    #expect(try generate("whole").status == 0)
    let arguments = ["dataset"] + design + ["--out", file("cut")]
    var (kills, delay) = (0, 0.03)
    while kills < 6 {
      let status = Spawn.run(
        Program.path, arguments, environment: ProcessInfo.processInfo.environment,
        output: "/dev/null", errors: "/dev/null", killedAfter: delay)
      guard status == -SIGKILL else {
        #expect(status == 0)
        // Done before its time: once more from the start, with less of it.
        try FileManager.default.removeItem(atPath: file("cut"))
        delay *= 0.7
        continue
      }
      kills += 1
    }
    #expect(try generate("cut").status == 0)
    #expect(try contents("cut") == contents("whole"))
  }

  @Test func `tasks of both programs merge to the same bytes`() throws {
    #expect(try generate("whole").status == 0)
    let small = Program.path + "-dataset"
    for shard in 0..<6 {
      let arguments = design + ["--shard", "\(shard)", "--out", file(shard < 3 ? "a" : "b")]
      let outcome =
        shard.isMultiple(of: 2)
        ? try Program.run(["dataset", "generate"] + arguments)
        : try Program.run(program: small, arguments)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("10 samples"))
    }
    let incomplete = try Program.run(program: small, ["merge", file("a")])
    #expect(incomplete.status == 66)
    #expect(incomplete.errors.contains("these are missing: 3–5"))
    let merged = try Program.run(program: small, ["merge", file("a"), file("b")])
    #expect(merged.status == 0)
    #expect(merged.output.hasPrefix("3 files taken"))
    #expect(try contents("a") == contents("whole"))
    let verified = try Program.run(program: small, ["verify", file("a"), "--repeats", "60"])
    #expect(verified.status == 0)
    #expect(verified.output.contains("60 samples simulated again to the same bytes"))
  }

  @Test func `damage is named by file and record with status 65`() throws {
    #expect(try generate("set").status == 0)
    let shard = "set/shard-00002-of-00006.tfrecord"
    let whole = try Data(contentsOf: URL(fileURLWithPath: file(shard)))
    try edit(shard) { $0 = $0.prefix($0.count / 2 - 100) }
    for command in [["verify", file("set")], ["merge", file("set")]] {
      let cut = try Program.run(["dataset"] + command)
      #expect(cut.status == 65)
      #expect(cut.errors.contains("\(file(shard)): record 4: the file ends inside it"))
    }
    try edit(shard) {
      $0 = whole
      $0[100] ^= 1
    }
    let changed = try Program.run(["dataset", "verify", file("set")])
    #expect(changed.status == 65)
    #expect(changed.errors.contains("record 0: the checksum of its data does not match"))
    #expect(changed.errors.split(separator: "\n").count == 1)
  }

  @Test func `a set of other parameters, another version and a foreign folder are refused`() throws
  {
    #expect(try generate("set").status == 0)
    let other = try Program.run(
      ["dataset", "--samples", "60", "--seed", "5", "--shards", "5", "--out", file("set")])
    #expect(other.status == 64)
    #expect(
      other.errors.contains(
        "seed 4, not 5, event-limit 20000, not 1000000, shard-size 10, not 12"))
    try edit("set/manifest.json") {
      $0 = Data(
        String(decoding: $0, as: UTF8.self)
          .replacingOccurrences(of: "\"formatVersion\" : 1", with: "\"formatVersion\" : 9").utf8)
    }
    for command in [["verify", file("set")], ["merge", file("set")]] {
      let version = try Program.run(["dataset"] + command)
      #expect(version.status == 65)
      #expect(version.errors.contains("format version 9, expected 1"))
    }
    try FileManager.default.createDirectory(
      atPath: file("papers"), withIntermediateDirectories: false)
    try Data("x".utf8).write(to: URL(fileURLWithPath: file("papers/thesis.tex")))
    #expect(try generate("papers").status == 73)
    #expect(try generate("papers", ["--shard", "0"]).status == 73)
    #expect(try Program.run(["dataset", "verify", file("papers")]).status == 66)
    #expect(try contents("papers").keys.sorted() == ["thesis.tex"])
  }

  @Test func `a shard of another event limit is refused, not sealed`() throws {
    func make(_ name: String, limit: String, shard: String) throws {
      let outcome = try Program.run([
        "dataset", "--samples", "8", "--seed", "3", "--shards", "2", "--shard", shard,
        "--event-limit", limit, "--out", file(name),
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    try make("one", limit: "2000", shard: "0")
    try make("two", limit: "100", shard: "1")
    let shard = "/shard-00001-of-00002.tfrecord"
    try FileManager.default.copyItem(atPath: file("two") + shard, toPath: file("one") + shard)
    let merged = try Program.run(["dataset", "merge", file("one")])
    #expect(merged.status == 65)
    #expect(merged.errors.contains("shard-00001"), "\(merged.errors)")
    #expect(!FileManager.default.fileExists(atPath: file("one") + "/manifest.json"))
  }

  @Test func `hostile plans and manifests are refused in one sentence`() throws {
    #expect(try generate("set", ["--threads", "2"]).status == 0)
    try edit("set/manifest.json") { manifest in
      var text = String(decoding: manifest, as: UTF8.self)
      text = text.replacing(/"hash" : "[0-9a-f]*"/, with: "\"hash\" : \"\u{1B}[31mred\"")
      manifest = Data(text.utf8)
    }
    for (options, status) in [
      (["verify", file("set")], 65), (["--samples", "0", "--shards", "2", "--out", file("z")], 64),
      (["--samples", "9223372036854775807", "--shards", "5", "--out", file("z")], 64),
    ] as [([String], Int32)] {
      let outcome = try Program.run(["dataset"] + options)
      #expect(outcome.status == status, "\(options): \(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}"))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    try FileManager.default.removeItem(atPath: file("set/manifest.json"))
    #expect(try Program.run(["dataset", "merge", file("set")]).status != 0)
  }

  @Test func `an import leaves alone what is not its own`() throws {
    #expect(try generate("set").status == 0)
    let npz = file("set.npz")
    #expect(try Program.run(["dataset", "export", file("set"), "--npz", npz]).status == 0)
    let target = file("kept")
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: target + "/shard-notes.txt"))
    let refused = try Program.run(["dataset", "import", npz, "--out", target, "--force"])
    #expect(refused.status == 73, "\(refused.errors)")
    #expect(try contents("kept") == ["shard-notes.txt": Data("mine".utf8)])
    let over = try Program.run(["dataset", "export", file("set"), "--npz", "/dev/null", "--force"])
    #expect(over.status == 73, "\(over.errors)")
    let imported = try Program.run(["dataset", "import", npz, "--out", file("new")])
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try Program.run(["dataset", "verify", file("new")]).status == 0)
  }

  @Test func `a full disk is status 74 and the next run completes`() throws {
    #expect(try generate("whole").status == 0)
    let command =
      "ulimit -f 8; exec '\(Program.path)' dataset "
      + (design + ["--out", file("full")]).joined(separator: " ")
    let full = try Program.run(program: "/bin/bash", ["-c", command])
    #expect(full.status == 74)
    #expect(full.errors.contains("cannot be written: file too large"))
    #expect(try generate("full").status == 0)
    #expect(try contents("full") == contents("whole"))
  }

  @Test(arguments: [
    (["--shards", "7", "--shard-size", "50"], "contradict each other"),
    (["--shards", "59"], "60 samples make 30 files of 2, or 60 of 1"),
    (["--shards", "61"], "--shards 61: give 1 to 60"),
    (["--shards", "6", "--shard", "6"], "--shard 6: give 0 to 5"),
    (["--shards", "6", "--threads", "0"], "--threads 0"),
  ])
  func `options that cannot be are named with status 64`(
    _ options: [String], _ message: String
  ) throws {
    let outcome = try Program.run(
      ["dataset", "--samples", "60", "--out", file("none")] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
    #expect(!FileManager.default.fileExists(atPath: file("none")))
  }

  @Test func `an export is replaced only with --force, and comes back`() throws {
    #expect(try generate("set").status == 0)
    let arguments = ["dataset", "export", file("set"), "--npz", file("set.npz")]
    #expect(try Program.run(arguments).status == 0)
    let again = try Program.run(arguments)
    #expect(again.status == 73)
    #expect(again.errors.contains("is there already: give another name, or --force"))
    #expect(try Program.run(arguments + ["--force"]).status == 0)
    let imported = try Program.run(
      ["dataset", "import", file("set.npz"), "--out", file("back")])
    #expect(imported.status == 0)
    #expect(imported.output.contains("imported from set.npz"))
    let verified = try Program.run(["dataset", "verify", file("back")])
    #expect(verified.output.contains("no sample was simulated again: the set is imported"))
    let trained = try Program.run([
      "train", "--data", file("back"), "--out", file("model"), "--epochs", "1", "--batch-size", "8",
    ])
    #expect(trained.status == 0)
  }
}
