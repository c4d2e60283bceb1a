import Foundation
import Testing

@Suite struct SimulateFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// A run with every output; the files are called `name` with an ending.
  private func run(_ name: String, _ options: [String]) throws -> Program.Outcome {
    let outcome = try Program.run(
      ["simulate", "--json", "--history", "--lattice"] + options + [
        "--csv", path(name + ".csv"), "--xyz", path(name + ".xyz"), "--png", path(name + ".png"),
      ])
    try outcome.output.write(toFile: path(name + ".json"), atomically: true, encoding: .utf8)
    return outcome
  }

  @Test(arguments: [
    ["--events", "30001"], ["--events", "70000", "--time", "2e-5"], ["--events", "1"],
    ["--events", "0"],
  ])
  func `a run gone on with writes what an uncut one does, to the byte`(cut: [String]) throws {
    let run = ["--preset", "monolayer", "--seed", "5"]
    let keep = ["--checkpoint", path("kept")]
    #expect(try self.run("whole", run + ["--events", "70000"]).status == 0)
    #expect(try self.run("cut", run + cut + keep).status == 0)
    #expect(
      try self.run("more", ["--resume", path("kept"), "--events", "50000"] + keep).status == 0)
    #expect(try self.run("end", ["--resume", path("kept"), "--events", "70000"]).status == 0)
    for ending in [".json", ".csv", ".xyz", ".png"] {
      #expect(try data("whole" + ending) == data("end" + ending), "\(cut) \(ending)")
    }
  }

  @Test func `a run ended by a signal is kept and gone on with`() throws {
    let run = ["--preset", "monolayer", "--seed", "6"]
    let endless = ["simulate", "--events", "1000000000000", "--checkpoint", path("kept")] + run
    // The signal comes once the program catches it, however long a busy machine takes to start it.
    let script = """
      "$0" "$@" & run=$!
      until [ $((0x$(sed -n 's/^SigCgt:[[:space:]]*//p' /proc/$run/status) & 0x4000)) -ne 0 ]
      do sleep 0.05; done
      sleep 0.3; kill -TERM $run; wait $run
      """
    let stopped = try Program.run(program: "/bin/sh", ["-c", script, Program.path] + endless)
    #expect(stopped.status == 130)
    #expect(stopped.errors.contains("--resume"))
    #expect(stopped.output.isEmpty)
    struct Run: Decodable { let events: Int }
    let resumed = try Program.run([
      "simulate", "--resume", path("kept"), "--events", "1000000000000", "--time", "0", "--json",
    ])
    #expect(resumed.errors.contains("already"))
    let words = stopped.errors.replacing(",", with: "").split(separator: " ")
    let place = try #require(words.firstIndex(of: "after"))
    let events = try #require(Int(words[place + 1]))
    let limits = ["--events", "\(events + 100)", "--json"]
    let whole = try Program.run(["simulate"] + run + limits)
    let end = try Program.run(["simulate", "--resume", path("kept")] + limits)
    #expect(end.errors == "")
    #expect(end.output == whole.output)
  }

  @Test func `an output never takes the place of an input or another output`() throws {
    let run = ["simulate", "--preset", "inorganic-film", "--size", "5x8", "--events", "50"]
    #expect(try Program.run(run + ["--checkpoint", path("same")]).status == 0)
    let kept = try Data(contentsOf: URL(fileURLWithPath: path("same")))
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("same"))
    let barriers = Data("pairing: 0.7\n".utf8)
    try barriers.write(to: URL(fileURLWithPath: path("barriers")))
    let wrong: [[String]] = [
      ["simulate", "--resume", path("same"), "--csv", path("same")],
      ["simulate", "--resume", path("same"), "--csv", path("link")],
      run + ["--csv", path("a"), "--png", path("./a")],
      run + ["--file", path("same"), "--png", path("same")],
      ["sweep", "--vary", "nucleation-3", "--file", path("barriers"), "--csv", path("barriers")],
      ["explain", "--file", path("barriers"), "--csv", path("barriers")],
    ]
    for command in wrong {
      let outcome = try Program.run(command)
      #expect(outcome.status == 64, "\(command)")
      #expect(outcome.errors.contains("name the same file"), "\(outcome.errors)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path("same"))) == kept)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path("barriers"))) == barriers)
    }
    let device = try Program.run(run + ["--csv", "/dev/stdout"])
    #expect(device.status == 73)
  }

  @Test func `a time limit is told apart from an event limit and an end`() throws {
    struct Run: Decodable { let stopped: String, finished: Bool, passivationTime: Double? }
    func stopped(_ options: [String]) throws -> Run {
      let outcome = try Program.run(["simulate", "--preset", "inorganic-film", "--json"] + options)
      #expect(outcome.output.contains("\"passivationTime\":"))
      return try JSONDecoder().decode(Run.self, from: Data(outcome.output.utf8))
    }
    #expect(try stopped(["--time", "1e-5"]).stopped == "time")
    #expect(try stopped(["--events", "100"]).stopped == "events")
    let end = try stopped([])
    #expect(end.stopped == "finished")
    #expect(end.finished)
    #expect(end.passivationTime != nil)
    #expect(try stopped(["--time", "1e-5"]).passivationTime == nil)
  }

  @Test func `replicas give a row each and a summary with flags`() throws {
    struct Spread: Decodable { let median: Double, low: Double, high: Double, bimodal: Bool? }
    struct Summary: Decodable {
      let runs: Int, outcomes: [String: Int], stopped: [String: Int]
      let observables: [String: Spread], charge: Spread, passivationTime: Spread?
    }
    struct Replicas: Decodable { let summary: Summary }
    let outcome = try Program.run([
      "simulate", "--preset", "bistable", "--replicas", "60", "--json", "--csv", path("runs.csv"),
    ])
    let summary = try JSONDecoder().decode(Replicas.self, from: Data(outcome.output.utf8)).summary
    #expect(summary.runs == 60)
    #expect(summary.outcomes.values.reduce(0, +) == 60)
    #expect(summary.stopped.values.reduce(0, +) == 60)
    #expect(summary.observables["thickness"]?.bimodal == true)
    #expect(summary.passivationTime != nil)
    let rows = String(decoding: try data("runs.csv"), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(rows.count == 61)
    #expect(rows[0].hasPrefix("seed,stopped,outcome,events,time [s],thickness [nm]"))
    let few = try Program.run([
      "simulate", "--replicas", "3", "--events", "100", "--json",
    ]).output
    #expect(few.contains("\"bimodal\":null"))
  }

  @Test(arguments: [
    (["--replicas", "2", "--checkpoint", "x"], "--checkpoint is for one run"),
    (["--replicas", "2", "--png", "x"], "--png is for one run"),
    (["--replicas", "2", "--xyz", "x"], "--xyz is for one run"),
    (["--replicas", "2", "--history"], "--history is for one run"),
    (["--time=-1"], "--time -1.0"), (["--time", "inf"], "--time inf"),
    (["--points-per-decade", "0", "--history"], "give 1 to 1000"),
    (["--points-per-decade", "5"], "is of a history"),
    (["--csv", "same", "--png", "same"], "name the same file"),
    (["--size", "5000x5000"], "4 million sites"), (["--size", "axb"], "give width x height"),
  ])
  func `what contradicts itself is refused`(options: [String], message: String) throws {
    let outcome = try Program.run(
      ["simulate"] + options.map { ["x", "same"].contains($0) ? path($0) : $0 })
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `outputs that cannot be written are found before the run`() throws {
    for flag in ["--png", "--csv", "--xyz", "--checkpoint"] {
      let outcome = try Program.run([
        "simulate", "--events", "1000000000000", flag, path("none/file"),
      ])
      #expect(outcome.status == 73, "\(flag): \(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a damaged, foreign or contradicted checkpoint is refused and left alone`() throws {
    _ = try Program.run([
      "simulate", "--events", "2000", "--seed", "3", "--checkpoint", path("kept"),
    ])
    let whole = try data("kept")
    for option in [
      ["--seed", "3"], ["--preset", "middle"], ["--set", "pairing=1"],
      ["--size", "50x50"], ["--replicas", "2"], ["--temperature", "300"],
    ] {
      let outcome = try Program.run(["simulate", "--resume", path("kept")] + option)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("\(option[0]) contradicts --resume"), "\(outcome.errors)")
    }
    let fewer = try Program.run(["simulate", "--resume", path("kept"), "--events", "5"])
    #expect(fewer.status == 64)
    #expect(fewer.errors.contains("has 2000 events already"))
    let noFilms = try Program.run([
      "simulate", "--resume", path("kept"), "--xyz", path("film.xyz"),
    ])
    #expect(noFilms.status == 65)
    #expect(noFilms.errors.contains("keeps no films"))

    for part in 0..<12 {
      var damaged = whole
      let place = whole.count * (2 * part + 1) / 24
      damaged[place] ^= 0x15
      try damaged.write(to: URL(fileURLWithPath: path("damaged")))
      let outcome = try Program.run([
        "simulate", "--resume", path("damaged"), "--checkpoint", path("damaged"),
      ])
      #expect(outcome.status == 65, "byte \(place): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(try data("damaged") == damaged)
    }
  }
}
