import Files
import Interphase
import KineticMonteCarlo
import Testing

@testable import DataSets

struct VerifyingTests {
  private let folder: TemporaryFolder
  private let plan: DataSetPlan

  init() throws {
    folder = try TemporaryFolder()
    plan = try DataSetPlan(samples: 9, seed: 2, eventLimit: 300, shardSize: 4)
    _ = try DataSetGenerator(plan: plan, path: folder.file("set"), program: "tests")
      .run(threads: 2)
  }

  private var path: String { folder.file("set") }
  private var shard: String { path + "/shard-00001-of-00003.tfrecord" }

  private func verify(repetitions: Int = 3) throws -> DataSetVerifier.Report {
    try DataSetVerifier(DataSet(opening: path), repetitions: repetitions, seed: 1).run()
  }

  /// Changes the third sample of the second file, with good checksums throughout.
  private func change(_ change: (inout Sample) -> Void) throws {
    var reader = try ShardReader(plan: plan, shard: 1, folder: path)
    var bytes: [UInt8] = []
    while var sample = try reader.next() {
      if sample.index == 6 { change(&sample) }
      bytes += TFRecord.frame(sample.serialised)
    }
    try WholeFile.write(bytes, to: shard)
    var summaries: [ShardSummary] = []
    for number in 0..<plan.shards {
      var reader = try ShardReader(plan: plan, shard: number, folder: path)
      while try reader.next() != nil {}
      summaries.append(reader.summary)
    }
    try DataSetFolder(path: path).write(
      DataSetManifest(
        plan: plan, rulesVersion: rulesVersion, program: "tests", summaries: summaries))
  }

  private func fault() -> String {
    guard
      case .record(shard, 2, .content(let reason))? = #expect(
        throws: DataSetError.self, performing: { try verify(repetitions: 9) })
    else { return "no fault of record 2" }
    return reason
  }

  @Test func `a whole set is all well`() throws {
    let report = try verify()
    #expect(report.repeated.count == 3)
    #expect(report.reasonForNone == nil)
    #expect(try verify(repetitions: 50).repeated == Array(0..<9))
    #expect(try verify(repetitions: 0).repeated.isEmpty)
  }

  @Test func `each feature is held against the lattice and the design`() throws {
    try change { $0.properties[1] += 0.001 }
    #expect(fault().hasPrefix("feature 'properties': porosity is "))
    try change {
      $0.properties = Observables(of: $0.lattice).regressed; $0.outcome = .organicFilm
    }
    #expect(fault().hasPrefix("feature 'outcome' is organicFilm, expected "))
    try change {
      $0.outcome = Outcome(of: $0.lattice)
      $0.seed += 1
    }
    #expect(fault().hasPrefix("feature 'seed' is "))
    try change {
      $0.seed -= 1
      $0.barriers = .middle
    }
    #expect(fault().hasPrefix("feature 'barriers': ec-reduction-electrode is 0.3914 eV, expected "))
  }

  @Test func `the lattice's border is looked at`() throws {
    try change { $0.lattice[7, 0] = .electrolyte }
    #expect(
      fault()
        == "feature 'lattice': found electrolyte (0) at [0, 7], expected electrode (1): is it "
        + "upside down?")
    try change {
      $0.lattice[7, 0] = .electrode
      $0.lattice[3, 20] = .sink
    }
    #expect(
      fault()
        == "feature 'lattice': found sink (2) at [20, 3], expected neither electrode nor sink there"
    )
  }

  @Test func `what only simulating again can tell is told`() throws {
    try change { $0.time *= 2 }
    #expect(fault() == "feature 'time' is not what simulating it again gives")
    #expect(throws: Never.self) { try verify(repetitions: 0) }
  }

  @Test func `events have to fit the limit`() throws {
    try change {
      $0.finished = false
      $0.events = 299
    }
    #expect(fault() == "feature 'events' is 299 of a run that did not finish, expected 300")
  }

  @Test func `an edited manifest is told by its hash`() throws {
    let file = path + "/manifest.json"
    let text = String(decoding: try WholeFile.read(file), as: UTF8.self)
    try WholeFile.write(
      Array(text.replacing("\"program\" : \"tests\"", with: "\"program\" : \"toasts\"").utf8),
      to: file)
    guard
      case .manifestHash(file, .some, _)? = #expect(
        throws: DataSetError.self, performing: { try verify() })
    else { return }
    // The same command writes it anew without touching a shard.
    let before = folder.stamps(of: "set")[String(shard.split(separator: "/").last!)]
    _ = try DataSetGenerator(plan: plan, path: path, program: "tests").run(threads: 1)
    #expect(throws: Never.self) { try verify() }
    #expect(folder.stamps(of: "set")[String(shard.split(separator: "/").last!)] == before)
  }

  @Test func `counts that the records do not give are bad data`() throws {
    let folder = DataSetFolder(path: path)
    var manifest = try #require(try folder.manifest())
    manifest.splits = ["training": 7, "validation": 1, "test": 1]
    manifest.finished += 1
    manifest.seal()
    try folder.write(manifest)
    let error = #expect(throws: DataSetError.self) { try verify() }
    guard case .manifest(_, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasSuffix("is not what the records give"))
  }

  @Test func `a shard's checksum is held against the manifest's`() throws {
    let folder = DataSetFolder(path: path)
    var manifest = try #require(try folder.manifest())
    let found = manifest.shards[1].crc32c
    manifest.shards[1].crc32c = "00000000"
    manifest.seal()
    try folder.write(manifest)
    #expect(throws: DataSetError.checksum(path: shard, found: found, expected: "00000000")) {
      try verify()
    }
  }
}
