import Files
import Interphase
import Testing

@testable import DataSets

struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.file("set") }

  private func makeSet() throws {
    let plan = try DataSetPlan(samples: 6, seed: 2, eventLimit: 50, shardSize: 3)
    _ = try DataSetGenerator(plan: plan, path: path, program: "tests").run(threads: 1)
  }

  /// Replaces text in a set's manifest.
  private func edit(_ text: String, to replacement: String) throws {
    let manifest = String(decoding: try WholeFile.read(path + "/manifest.json"), as: UTF8.self)
    #expect(manifest.contains(text))
    let edited = manifest.replacing(text, with: replacement)
    try WholeFile.write(Array(edited.utf8), to: path + "/manifest.json")
  }

  private func failure() -> DataSetError? {
    #expect(throws: DataSetError.self) { try DataSet(opening: path) }
  }

  @Test func `a whole set opens`() throws {
    try makeSet()
    let dataSet = try DataSet(opening: path)
    #expect(dataSet.count == 6)
    #expect(dataSet.manifest.program == "tests")
    #expect(dataSet.manifest.shards.map(\.samples) == [3, 3])
  }

  @Test func `a missing folder is no input`() {
    let error = failure()
    #expect(error == .missing(path: path))
    #expect(error?.exitStatus == .noInput)
  }

  @Test func `an empty folder and a foreign one are no data sets`() throws {
    try Folder.create(path)
    #expect(
      failure()?.description == """
        \(path): no data set (empty, no manifest.json): make one with 'seiscope dataset \
        --samples 4000 --out \(path)'
        """)
    try WholeFile.write([1], to: path + "/notes.txt")
    #expect(
      failure()?.description == """
        \(path): no data set (found 'notes.txt', but no manifest.json): make one with 'seiscope \
        dataset --samples 4000 --out \(path)'
        """)
  }

  @Test func `an unfinished set says how far it is`() throws {
    let plan = try DataSetPlan(samples: 6, seed: 2, eventLimit: 50, shardSize: 3)
    let generator = DataSetGenerator(plan: plan, path: path, program: "tests")
    #expect(try generator.run(threads: 1, isStopped: { true }) == nil)
    #expect(failure() == .incomplete(path: path, shards: 0, expected: 2))
  }

  @Test func `another version is named`() throws {
    try makeSet()
    try edit("\"formatVersion\" : 1", to: "\"formatVersion\" : 2")
    #expect(failure() == .version(path: path + "/manifest.json", found: 2, expected: 1))
  }

  @Test(arguments: [
    ("\"seiscope-dataset\"", "\"other\"", "not written by seiscope, or damaged"),
    ("{", "", "not written by seiscope, or damaged"),
    ("\"finished\"", "\"ended\"", "field 'finished' is missing"),
    ("\"width\" : 50", "\"width\" : \"50\"", "field 'parameters.width' has the wrong type"),
    ("\"samples\" : 6", "\"samples\" : 0", "samples 0: give 1 to 100000000"),
    ("\"samples\" : 6", "\"samples\" : 7", "names 2 shards, expected 3"),
    ("\"width\" : 50", "\"width\" : 1", "a lattice of 1 x 50 cannot be simulated"),
  ])
  func `a damaged manifest is bad data`(
    _ text: String, _ replacement: String, _ reason: String
  ) throws {
    try makeSet()
    try edit(text, to: replacement)
    let error = failure()
    #expect(error?.exitStatus == .data)
    #expect(error?.description.hasPrefix("\(path)/manifest.json: \(reason)") == true)
  }

  @Test func `a missing shard is named`() throws {
    try makeSet()
    folder.remove("set/shard-00001-of-00002.tfrecord")
    guard case .shard(let file, nil, _) = failure() else {
      Issue.record("expected an error about a missing shard")
      return
    }
    #expect(file == path + "/shard-00001-of-00002.tfrecord")
  }

  @Test func `a cut shard is bad data that names the record`() throws {
    try makeSet()
    let shard = path + "/shard-00001-of-00002.tfrecord"
    let bytes = try WholeFile.read(shard)
    try WholeFile.write(Array(bytes.dropLast(10)), to: shard)
    let error = failure()
    #expect(error == .record(path: shard, index: 2, fault: .truncated))
    #expect(error?.exitStatus == .data)
    try WholeFile.write(Array(bytes.prefix(bytes.count / 3)), to: shard)
    #expect(failure() == .record(path: shard, index: 1, fault: .truncated))
  }

  @Test func `damage inside a shard is found on reading`() throws {
    try makeSet()
    let shard = path + "/shard-00001-of-00002.tfrecord"
    var bytes = try WholeFile.read(shard)
    bytes[40] ^= 4
    try WholeFile.write(bytes, to: shard)
    var reader = try DataSet(opening: path).samples()
    for _ in 0..<3 { _ = try reader.next() }
    var found: DataSetError?
    do { _ = try reader.next() } catch { found = error }
    #expect(found == .record(path: shard, index: 0, fault: .dataChecksum))
  }
}
