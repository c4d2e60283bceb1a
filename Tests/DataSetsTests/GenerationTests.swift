import Files
import Interphase
import KineticMonteCarlo
import Synchronization
import Testing

@testable import DataSets

struct GenerationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 23 short simulations in five files, the last of three.
  private func generator(
    _ name: String, samples: Int = 23, seed: UInt64 = 9, eventLimit: Int = 400, shardSize: Int = 5
  ) throws -> DataSetGenerator {
    DataSetGenerator(
      plan: try DataSetPlan(
        samples: samples, seed: seed, eventLimit: eventLimit, shardSize: shardSize),
      path: folder.file(name), program: "tests")
  }

  @Test func `bytes do not depend on threads`() throws {
    for threads in [1, 2, 5] {
      _ = try generator("\(threads)").run(threads: threads)
    }
    let expected = try folder.contents(of: "1")
    #expect(
      expected.keys.sorted() == ["manifest.json"]
        + (0..<5).map { "shard-0000\($0)-of-00005.tfrecord" })
    #expect(try folder.contents(of: "2") == expected)
    #expect(try folder.contents(of: "5") == expected)
  }

  @Test func `interruptions leave no trace in the bytes`() throws {
    _ = try generator("whole").run(threads: 2)
    var runs = 0
    while true {
      let simulated = Atomic(0)
      runs += 1
      let done = try generator("cut").run(
        threads: 2, isStopped: { simulated.load(ordering: .relaxed) >= 6 },
        progress: { _ in simulated.add(1, ordering: .relaxed) })
      if done != nil { break }
      #expect(throws: DataSetError.self) { try DataSet(opening: folder.file("cut")) }
    }
    #expect(runs >= 4)
    #expect(try folder.contents(of: "cut") == folder.contents(of: "whole"))
  }

  @Test func `what a kill leaves behind is cleared and completed`() throws {
    _ = try generator("whole").run(threads: 2)
    let expected = try folder.contents(of: "whole")
    let path = folder.file("whole")
    // As a kill leaves it: the plan in place, shards missing, one and the manifest half-written.
    try WholeFile.write(Array("{".utf8), to: path + "/manifest.json.partial-77")
    try WholeFile.write([1, 2, 3], to: path + "/shard-00003-of-00005.tfrecord.partial-77")
    try DataSetFolder(path: path).claim(
      DataSetFolder.Plan(rulesVersion: rulesVersion, parameters: generator("whole").plan))
    for name in ["manifest.json", "shard-00003-of-00005.tfrecord"] {
      folder.remove("whole/" + name)
    }
    _ = try generator("whole").run(threads: 2)
    #expect(try folder.contents(of: "whole") == expected)
  }

  @Test func `a complete set is not written again`() throws {
    _ = try generator("set").run(threads: 2)
    let before = folder.stamps(of: "set")
    let simulated = Atomic(0)
    _ = try generator("set").run(
      threads: 2, progress: { _ in simulated.add(1, ordering: .relaxed) })
    #expect(simulated.load(ordering: .relaxed) == 0)
    #expect(folder.stamps(of: "set") == before)
  }

  @Test func `a deleted shard comes back the same`() throws {
    _ = try generator("set").run(threads: 2)
    let expected = try folder.contents(of: "set")
    folder.remove("set/shard-00001-of-00005.tfrecord")
    _ = try generator("set").run(threads: 2)
    #expect(try folder.contents(of: "set") == expected)
  }

  @Test func `a sample is the simulation of its barriers and seed`() throws {
    let dataSet = try #require(try generator("set").run(threads: 2))
    var reader = dataSet.samples()
    for index in 0..<23 {
      let sample = try #require(try reader.next())
      let result = simulate(
        SimulationParameters(published: sample.barriers), seed: sample.seed, eventLimit: 400)
      #expect(sample.index == index)
      #expect(sample.lattice == result.lattice)
      #expect(sample.events == result.events)
      #expect(sample.time == Float(result.time))
      #expect(sample.finished == result.finished)
      #expect(sample.properties == result.observables.regressed)
    }
    #expect(try reader.next() == nil)
  }

  @Test func `the splits hold every sample once`() throws {
    let dataSet = try #require(try generator("set").run(threads: 2))
    var seen: [Int] = []
    for split in Split.allCases {
      let samples = try dataSet.load(split)
      #expect(samples.count == dataSet.count(in: split))
      seen += samples.map(\.index)
    }
    #expect(seen.sorted() == Array(0..<23))
  }

  @Test func `other parameters are named and nothing is touched`() throws {
    _ = try generator("set").run(threads: 1)
    let before = try folder.contents(of: "set")
    let error = #expect(throws: DataSetError.self) {
      try generator("set", seed: 10, eventLimit: 500).run(threads: 1)
    }
    let path = folder.file("set")
    #expect(
      error?.description == """
        \(path): holds a data set with seed 9, not 10, event-limit 400, not 500: give the same \
        parameters to complete it, or another folder
        """)
    #expect(error?.exitStatus == .usage)
    #expect(try folder.contents(of: "set") == before)
  }

  @Test func `a folder that holds something else is left alone`() throws {
    try WholeFile.write([1], to: folder.file("thesis.tex"))
    let generator = DataSetGenerator(
      plan: try DataSetPlan(samples: 1, seed: 1), path: folder.path, program: "tests")
    let error = #expect(throws: DataSetError.self) { try generator.run(threads: 1) }
    #expect(error == .occupied(path: folder.path, found: "thesis.tex"))
    #expect(error?.exitStatus == .cannotCreate)
    #expect(Folder.names(in: folder.path) == ["thesis.tex"])
  }

  @Test func `a folder that cannot be made ends with status 73`() throws {
    try WholeFile.write([1], to: folder.file("file"))
    let error = #expect(throws: DataSetError.self) { try generator("file/set").run(threads: 1) }
    #expect(error?.exitStatus == .cannotCreate)
  }

  @Test func `a second process on the same folder is turned away`() throws {
    _ = try generator("set").run(threads: 1)
    let lock = try FolderLock(folder.file("set"))
    #expect(throws: DataSetError.busy(path: folder.file("set"))) {
      try generator("set").run(threads: 1)
    }
    lock.release()
    #expect(throws: Never.self) { try generator("set").run(threads: 1) }
  }

  @Test func `a shard goes on behind its last whole record`() throws {
    _ = try generator("whole").run(threads: 2)
    let expected = try folder.contents(of: "whole")
    let name = "shard-00001-of-00005.tfrecord"
    let shard = try #require(expected[name])
    // Cut inside the third record of five, as a kill or a full disk leaves it; then garbage, as a
    // loss of power may.
    for beginning in [Array(shard.prefix(shard.count / 2)), shard + [1, 2], [7, 7, 7]] {
      folder.remove("whole/" + name)
      try WholeFile.write(beginning, to: folder.file("whole/" + name) + ".partial")
      let simulated = Atomic(0)
      _ = try generator("whole").run(
        threads: 2, progress: { _ in simulated.add(1, ordering: .relaxed) })
      let left = beginning.count > shard.count ? 0 : beginning.count > 3 ? 3 : 5
      #expect(simulated.load(ordering: .relaxed) == left)
      #expect(try folder.contents(of: "whole") == expected)
    }
  }

  @Test func `a shard that another process writes is left to it`() throws {
    _ = try generator("set").run(shard: 0, threads: 1)
    let writer = try ShardWriter(
      plan: try generator("set").plan, shard: 3, folder: folder.file("set"))
    let path = folder.file("set/shard-00003-of-00005.tfrecord.partial")
    #expect(throws: DataSetError.busy(path: path)) {
      try generator("set").run(shard: 3, threads: 1)
    }
    #expect(writer.resumed == 0)
    #expect(DataSetError.busy(path: path).exitStatus == .temporaryFailure)
  }

  @Test func `a damaged shard stops a resumption and is kept`() throws {
    _ = try generator("set").run(threads: 1)
    let shard = folder.file("set/shard-00001-of-00005.tfrecord")
    var bytes = try WholeFile.read(shard)
    bytes[bytes.count / 2] ^= 1
    try WholeFile.write(bytes, to: shard)
    #expect(throws: DataSetError.record(path: shard, index: 2, fault: .dataChecksum)) {
      try generator("set").run(threads: 1)
    }
    #expect(try WholeFile.read(shard) == bytes)
  }

  @Test(arguments: [(0, 400, 5), (10, -1, 5), (10, 400, 0), (200_000_000, 400, 5)])
  func `impossible plans are refused`(_ samples: Int, _ eventLimit: Int, _ shardSize: Int) {
    #expect(throws: DataSetError.self) {
      try DataSetPlan(samples: samples, seed: 1, eventLimit: eventLimit, shardSize: shardSize)
    }
  }
}
