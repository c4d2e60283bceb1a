import Files
import Foundation
import Interphase
import Testing

@testable import DataSets

struct MergingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 23 short simulations in five files, the last of three.
  private func generator(_ name: String, seed: UInt64 = 9) throws -> DataSetGenerator {
    DataSetGenerator(
      plan: try DataSetPlan(samples: 23, seed: seed, eventLimit: 400, shardSize: 5),
      path: folder.file(name), program: "tests")
  }

  private func merge(_ target: String, _ sources: [String] = []) throws -> DataSetMerger.Result {
    try DataSetMerger(
      path: folder.file(target), sources: sources.map { folder.file($0) }, program: "tests"
    ).run()
  }

  @Test func `shards made at once in one folder merge to the set`() async throws {
    _ = try generator("whole").run(threads: 2)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for shard in [4, 2, 0, 3, 1] {
        let generator = try generator("apart")
        group.addTask { _ = try generator.run(shard: shard, threads: 1) }
      }
      try await group.waitForAll()
    }
    #expect(try merge("apart").taken == 0)
    #expect(try folder.contents(of: "apart") == folder.contents(of: "whole"))
  }

  @Test func `shards of several folders merge to the set and stay where they were`() throws {
    _ = try generator("whole").run(threads: 2)
    for (name, shards) in [("a", [0, 3]), ("b", [1, 4]), ("c", [2, 3])] {
      for shard in shards { _ = try generator(name).run(shard: shard, threads: 2) }
    }
    let before = try folder.contents(of: "b")
    #expect(try merge("merged", ["a", "b", "c"]).taken == 5)
    #expect(try folder.contents(of: "merged") == folder.contents(of: "whole"))
    #expect(try folder.contents(of: "b") == before)
    #expect(try merge("a", ["b", "c"]).taken == 3)
    #expect(try folder.contents(of: "a") == folder.contents(of: "whole"))
  }

  @Test func `missing shards are all named, and what is there stays`() throws {
    _ = try generator("a").run(shard: 2, threads: 1)
    _ = try generator("b").run(shard: 4, threads: 1)
    let error = #expect(throws: DataSetError.self) { try merge("a", ["b"]) }
    let path = folder.file("a")
    #expect(
      error?.description == """
        \(path): of 5 shards these are missing: 0–1, 3: make each with 'seiscope dataset --samples \
        23 --seed 9 --event-limit 400 --shard-size 5 --shard 0 --out \(path)', or name the folder \
        that holds it
        """)
    #expect(error?.exitStatus == .noInput)
    #expect(
      Folder.names(in: path) == [
        "plan.json", "shard-00002-of-00005.tfrecord", "shard-00004-of-00005.tfrecord",
      ])
  }

  @Test func `shards of another set are refused`() throws {
    _ = try generator("a").run(shard: 2, threads: 1)
    _ = try generator("b", seed: 10).run(shard: 4, threads: 1)
    let error = #expect(throws: DataSetError.self) { try merge("a", ["b"]) }
    #expect(
      error
        == .differs(
          path: folder.file("b"),
          differences: [PlanDifference(name: "seed", found: "10", asked: "9")]))
  }

  @Test func `a shard of another design under the right name is found out`() throws {
    _ = try generator("whole").run(threads: 1)
    _ = try generator("other", seed: 10).run(threads: 1)
    let name = "shard-00001-of-00005.tfrecord"
    try WholeFile.write(
      WholeFile.read(folder.file("other/" + name)), to: folder.file("whole/" + name))
    let error = #expect(throws: DataSetError.self) { try merge("whole") }
    guard case .record(let path, 0, .content(let reason)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == folder.file("whole/" + name))
    #expect(reason.hasPrefix("feature 'seed' is "))
    #expect(error?.exitStatus == .data)
  }

  @Test func `foreign, missing and busy folders are no sources`() throws {
    _ = try generator("a").run(shard: 2, threads: 1)
    #expect(throws: DataSetError.missing(path: folder.file("nowhere"))) {
      try merge("a", ["nowhere"])
    }
    #expect(throws: DataSetError.missing(path: folder.file("new"))) { try merge("new") }
    try Folder.create(folder.file("papers"))
    try WholeFile.write([1], to: folder.file("papers/thesis.tex"))
    #expect(
      throws: DataSetError.notADataSet(path: folder.file("papers"), found: "'thesis.tex'")
    ) { try merge("a", ["papers"]) }
    let lock = try FolderLock(folder.file("a"), shared: true)
    #expect(throws: DataSetError.busy(path: folder.file("a"))) { try merge("a") }
    lock.release()
  }
}
