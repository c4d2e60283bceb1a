import Foundation
import Interphase
import SwiftProtobuf
import Testing

@testable import DataSets

struct SampleRecordTests {
  private static let sample = {
    var lattice = Lattice(emptyWidth: 4, height: 5)
    lattice[0, 1] = .inorganic
    lattice[2, 3] = .organic
    return Sample(
      index: 12, seed: .max, barriers: .esmaeilpour, lattice: lattice, time: 2.5e-4, events: 300,
      finished: true)
  }()

  @Test func `a sample survives being stored`() throws {
    let sample = Self.sample
    #expect(try Sample(serialised: sample.serialised, width: 4, height: 5) == sample)
  }

  @Test func `an example has the bytes that Python writes in deterministic order`() throws {
    // example_pb2 with SerializeToString(deterministic=True): events 300, lattice 01 02, time 1.5.
    let known = """
      0a370a100a066576656e747312061a040a02ac020a110a076c61747469636512060a040a0201020a100a0474696d65\
      120812060a040000c03f
      """
    var example = Tensorflow_Example()
    example.features.feature["time", default: Tensorflow_Feature()].floatList.value = [1.5]
    example.features.feature["events", default: Tensorflow_Feature()].int64List.value = [300]
    example.features.feature["lattice", default: Tensorflow_Feature()].bytesList.value =
      [Data([1, 2])]
    let bytes: [UInt8] = try example.serializedBytes(options: .seiscope)
    #expect(bytes.map { String(format: "%02x", $0) }.joined() == known)
  }

  @Test func `features are written in the order of their names`() {
    let bytes = Self.sample.serialised
    let names = [
      "barriers", "events", "finished", "index", "lattice", "outcome", "properties", "seed", "time",
    ]
    let places = names.map { name in
      (0..<bytes.count).first { bytes[$0...].starts(with: Array(name.utf8)) } ?? -1
    }
    #expect(places == places.sorted())
    #expect(!places.contains(-1))
  }

  @Test func `what is wrong with a feature is said`() throws {
    func fault(_ change: (inout [String: Tensorflow_Feature]) -> Void) throws -> RecordFault? {
      var example = try Tensorflow_Example(serializedBytes: Self.sample.serialised)
      change(&example.features.feature)
      let bytes: [UInt8] = try example.serializedBytes(options: .seiscope)
      do {
        _ = try Sample(serialised: bytes, width: 4, height: 5)
      } catch { return error }
      return nil
    }
    #expect(try fault { _ in } == nil)
    #expect(
      try fault { $0["time"] = nil } == .content("feature 'time' is missing"))
    #expect(
      try fault { $0["barriers"]?.floatList.value.removeLast() }
        == .content("feature 'barriers' has 14 floats, expected 15"))
    #expect(
      try fault { $0["properties"]?.floatList.value[2] = .nan }
        == .content("feature 'properties' has the value nan, expected finite ones"))
    #expect(
      try fault { $0["outcome"]?.int64List.value = [4] }
        == .content("feature 'outcome' is 4, expected 0 to 3"))
    #expect(
      try fault { $0["lattice"]?.bytesList.value[0].append(0) }
        == .content("feature 'lattice': found 21 sites, expected 20"))
    #expect(
      try fault { $0["lattice"]?.bytesList.value[0][3] = 9 }
        == .content(
          "feature 'lattice': species code 9 at row 0, column 3 is unknown: use 0 to 7"))
  }

  @Test func `bytes that are no example are said to be none`() {
    #expect(throws: RecordFault.content("its data are no tf.train.Example")) {
      try Sample(serialised: [0xFF, 0xFF, 0xFF], width: 4, height: 5)
    }
  }
}
