import DataSets
import Files
import Foundation
import Interphase
import NumpyArchives
import Testing

@testable import DataSetExchange

/// Data sets through files for NumPy, in a folder of their own.
final class ExchangeTests {
  private let path = NSTemporaryDirectory() + "/seiscope-exchange-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func file(_ name: String) -> String { path + "/" + name }

  private func makeSet() throws -> DataSet {
    let plan = try DataSetPlan(samples: 11, seed: 3, eventLimit: 600, shardSize: 4)
    return try #require(
      try DataSetGenerator(plan: plan, path: file("set"), program: "tests").run(threads: 2))
  }

  private func load(_ dataSet: DataSet) throws -> [Sample] {
    var samples: [Sample] = []
    var reader = dataSet.samples()
    while let sample = try reader.next() { samples.append(sample) }
    return samples
  }

  /// Two 5 × 4 lattices with the given codes at [3, 2], and barriers, both as one row each.
  private func write(
    code: UInt8 = 4, barriers: [Float] = Barriers.middle.values, kind: ElementKind = .uint8,
    extra: [(String, ArrayHeader, [UInt8])] = []
  ) throws {
    var lattice = Lattice(emptyWidth: 4, height: 5).codes
    lattice[3 * 4 + 2] = code
    let arrays: [(String, ArrayHeader, [UInt8])] =
      [
        (
          "lattices", ArrayHeader(kind, [2, 5, 4]),
          Lattice(emptyWidth: 4, height: 5).codes + lattice
        ),
        (
          "barriers", ArrayHeader(.float32, [2, barriers.count]),
          (Barriers.middle.values.prefix(barriers.count) + barriers)
            .withUnsafeBufferPointer { Array(UnsafeRawBufferPointer($0)) }
        ),
      ] + extra
    var writer = try ArchiveWriter(file("in.npz"), arrays: arrays.map { ($0.0, $0.1) })
    for (number, array) in arrays.enumerated() { try writer.append(array.2, to: number) }
    try writer.finish()
  }

  private func importSet(replacing: Bool = false) throws -> DataSet {
    try NumpyImport(file("in.npz")).run(
      into: file("out"), replacing: replacing, program: "tests")
  }

  private func failure() -> String {
    do {
      _ = try importSet()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `an exported set comes back sample by sample`() throws {
    let dataSet = try makeSet()
    try NumpyExport.write(dataSet, to: file("in.npz"))
    let imported = try importSet()
    #expect(try load(imported) == load(dataSet))
    let record = try #require(imported.manifest.imported)
    #expect(record.file == "in.npz")
    #expect(record.missing.isEmpty)
    #expect(imported.manifest.parameters.eventLimit == 600)
    #expect(imported.manifest.outcomes == dataSet.manifest.outcomes)
    #expect(Folder.names(in: path) == ["in.npz", "out", "set"])
    let report = try DataSetVerifier(imported, repetitions: 3, seed: 1).run()
    #expect(report.repeated.isEmpty)
    #expect(report.reasonForNone == "the set is imported")
  }

  @Test func `what a file leaves out is measured or marked`() throws {
    try write()
    let imported = try importSet()
    let samples = try load(imported)
    #expect(samples[1].properties == Observables(of: samples[1].lattice).regressed)
    #expect(samples[1].lattice[2, 3] == .inorganic)
    let record = try #require(imported.manifest.imported)
    #expect(record.given == ["lattice", "barriers"])
    #expect(record.measured == ["properties", "outcome"])
    #expect(record.missing == ["time", "events", "finished", "seed"])
    #expect(imported.width == 4 && imported.height == 5)
    #expect(throws: Never.self) { try DataSetVerifier(imported, repetitions: 0, seed: 1).run() }
  }

  @Test func `an imported set is no set to complete`() throws {
    try write()
    _ = try importSet()
    let plan = try DataSetPlan(samples: 2, seed: 1, eventLimit: 0)
    #expect(throws: DataSetError.imported(path: file("out"))) {
      try DataSetGenerator(plan: plan, path: file("out"), program: "tests").run(threads: 1)
    }
  }

  @Test func `a folder is replaced only where asked, and only a data set`() throws {
    try write()
    _ = try importSet()
    #expect(failure().hasSuffix("give another folder, or --force to replace it"))
    #expect(throws: Never.self) { try importSet(replacing: true) }
    try WholeFile.write([1], to: file("out/notes.txt"))
    let error = #expect(throws: DataSetError.self) { try importSet(replacing: true) }
    #expect(error == .occupied(path: file("out"), found: "notes.txt"))
  }

  @Test func `a wrong value is named by array, row and place, and nothing is written`() throws {
    try write(code: 9)
    #expect(
      failure() == """
        \(file("in.npz")): array 'lattices': row 1: found code 9 at [3, 2], expected a species \
        code, 0 to 7
        """)
    try write(code: 2)
    #expect(
      failure().hasSuffix(
        "row 1: found sink (2) at [3, 2], expected neither electrode nor sink there"))
    var barriers = Barriers.middle.values
    barriers[4] = .nan
    try write(barriers: barriers)
    #expect(
      failure()
        == "\(file("in.npz")): array 'barriers': row 1: barrier pairing = nan eV is outside physics: give 0 to 100"
    )
    #expect(Folder.names(in: path) == ["in.npz"])
  }

  @Test func `a wrong shape or kind is named`() throws {
    try write(barriers: Array(Barriers.middle.values.prefix(14)))
    #expect(
      failure().hasSuffix(
        "array 'barriers': found shape (2, 14), expected (2, 15), one row a lattice"))
    try write(extra: [("events", ArrayHeader(.float32, [2]), [UInt8](repeating: 0, count: 8))])
    #expect(failure().contains("array 'events': found elements '<f4', expected whole numbers"))
    try write(extra: [("time", ArrayHeader(.int8, [2]), [1, 0xFF])])
    #expect(
      failure().contains("array 'time': row 1: found -1.0 at [0], expected seconds, 0 or more"))
    try write(extra: [("finished", ArrayHeader(.int8, [2]), [1, 2])])
    #expect(failure().contains("array 'finished': row 1: found a number outside 0 to 1"))
  }

  @Test func `missing arrays are named beside what is there`() throws {
    var writer = try ArchiveWriter(
      file("in.npz"),
      arrays: [("films", ArrayHeader(.uint8, [1])), ("x", ArrayHeader(.uint8, [1]))])
    try writer.append([0], to: 0)
    try writer.append([0], to: 1)
    try writer.finish()
    #expect(
      failure()
        == "\(file("in.npz")): array 'lattices': is missing, found films, x: save it under this name"
    )
  }
}
