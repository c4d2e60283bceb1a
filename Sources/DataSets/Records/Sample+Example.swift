import Foundation
import Interphase
import SwiftProtobuf

/// The names of a stored sample's features.
private enum FeatureName {
  static let lattice = "lattice"
  static let barriers = "barriers"
  static let properties = "properties"
  static let time = "time"
  static let events = "events"
  static let finished = "finished"
  static let seed = "seed"
  static let index = "index"
  static let outcome = "outcome"
}

extension Sample {
  /// The sample as a serialised `tf.train.Example`; equal samples give equal bytes.
  var serialised: [UInt8] {
    var example = Tensorflow_Example()
    example.features.feature = [
      FeatureName.lattice: .bytes(lattice.codes),
      FeatureName.barriers: .floats(barriers.values),
      FeatureName.properties: .floats(properties),
      FeatureName.time: .floats([time]),
      FeatureName.events: .integer(Int64(events)),
      FeatureName.finished: .integer(finished ? 1 : 0),
      FeatureName.seed: .integer(Int64(bitPattern: seed)),
      FeatureName.index: .integer(Int64(index)),
      FeatureName.outcome: .integer(Int64(outcome.rawValue)),
    ]
    // Justified by the fact that only proto2's required fields and messages beyond 2 GB fail.
    return try! example.serializedBytes(options: .seiscope)
  }

  /// Reads a serialised `tf.train.Example`, every feature checked.
  ///
  /// - Parameters:
  ///   - data: The data of one record.
  ///   - width: Sites in a row.
  ///   - height: Rows.
  /// - Throws: ``RecordFault/content(_:)`` that names the feature.
  init(serialised data: [UInt8], width: Int, height: Int) throws(RecordFault) {
    let features = try FeatureReader(data)
    let codes = try features.bytes(FeatureName.lattice)
    do {
      lattice = try Lattice(width: width, height: height, codes: codes)
    } catch {
      throw .content("feature '\(FeatureName.lattice)': \(error)")
    }
    let energies = try features.floats(FeatureName.barriers, count: Barriers.count)
    do {
      barriers = try Barriers(energies)
    } catch {
      throw .content("\(error)")
    }
    properties = try features.floats(FeatureName.properties, count: Property.allCases.count)
    time = try features.floats(FeatureName.time, count: 1)[0]
    events = try features.integer(
      FeatureName.events, in: 0...Int64(DataSetPlan.greatestEventLimit))
    finished = try features.integer(FeatureName.finished, in: 0...1) == 1
    seed = UInt64(
      bitPattern: Int64(try features.integer(FeatureName.seed, in: Int64.min...Int64.max)))
    index = try features.integer(FeatureName.index, in: 0...Int64.max)
    let classes = Int64(Outcome.allCases.count)
    // Justified by the fact that raw values count from zero without gaps.
    outcome = Outcome(rawValue: try features.integer(FeatureName.outcome, in: 0...(classes - 1)))!
  }
}

extension BinaryEncodingOptions {
  /// Equal messages give equal bytes: maps are otherwise written in the order of their hashes,
  /// which differs from run to run.
  static let seiscope = {
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    return options
  }()
}

/// The features of one record, each read with what it has to be.
private struct FeatureReader {
  private let features: [String: Tensorflow_Feature]

  init(_ data: [UInt8]) throws(RecordFault) {
    do {
      features = try Tensorflow_Example(serializedBytes: data).features.feature
    } catch {
      throw .content("its data are no tf.train.Example")
    }
  }

  func bytes(_ name: String) throws(RecordFault) -> [UInt8] {
    let values = try feature(name).bytesList.value
    guard values.count == 1 else { throw Self.count(name, values.count, 1, "byte strings") }
    return [UInt8](values[0])
  }

  func floats(_ name: String, count: Int) throws(RecordFault) -> [Float] {
    let values = try feature(name).floatList.value
    guard values.count == count else { throw Self.count(name, values.count, count, "floats") }
    guard let bad = values.first(where: { !$0.isFinite }) else { return values }
    throw .content("feature '\(name)' has the value \(bad), expected finite ones")
  }

  func integer(_ name: String, in range: ClosedRange<Int64>) throws(RecordFault) -> Int {
    let values = try feature(name).int64List.value
    guard values.count == 1 else { throw Self.count(name, values.count, 1, "integers") }
    guard range.contains(values[0]) else {
      throw .content(
        "feature '\(name)' is \(values[0]), expected \(range.lowerBound) to \(range.upperBound)")
    }
    return Int(values[0])
  }

  private func feature(_ name: String) throws(RecordFault) -> Tensorflow_Feature {
    guard let feature = features[name] else { throw .content("feature '\(name)' is missing") }
    return feature
  }

  private static func count(
    _ name: String, _ found: Int, _ expected: Int, _ kind: String
  ) -> RecordFault {
    .content("feature '\(name)' has \(found) \(kind), expected \(expected)")
  }
}

extension Tensorflow_Feature {
  fileprivate static func bytes(_ bytes: [UInt8]) -> Self {
    var feature = Self()
    feature.bytesList.value = [Data(bytes)]
    return feature
  }

  fileprivate static func floats(_ values: [Float]) -> Self {
    var feature = Self()
    feature.floatList.value = values
    return feature
  }

  fileprivate static func integer(_ value: Int64) -> Self {
    var feature = Self()
    feature.int64List.value = [value]
    return feature
  }
}
