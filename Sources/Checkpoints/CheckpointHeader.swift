import Interphase
import KineticMonteCarlo

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a checkpoint says in words and single numbers: JSON in the file's metadata.
struct CheckpointHeader: Codable {
  static let key = "seiscope-run"
  static let checksumKey = "checksum"
  static let currentFormat = 1

  var format = Self.currentFormat
  var rulesVersion = KineticMonteCarlo.rulesVersion
  var program: String
  var seed: UInt64
  var barriers: [Float]
  var width: Int
  var height: Int
  /// [K]
  var temperature: Double
  /// [nm]
  var tunnellingDepth: Int
  /// [s]
  var committedTime: Double
  var lastReductionTime: Double
  var pendingDraws: Int
  var eventDraws: Int
  var clockUsed: Int
  var isJammed: Bool
  var isExhausted: Bool

  init(of checkpoint: SimulationCheckpoint) {
    let run = checkpoint.run
    program = checkpoint.program
    seed = checkpoint.seed
    barriers = run.parameters.barriers.values
    width = run.parameters.width
    height = run.parameters.height
    temperature = run.parameters.temperature
    tunnellingDepth = run.parameters.tunnellingDepth
    committedTime = run.committedTime
    lastReductionTime = run.lastReductionTime
    pendingDraws = run.pendingDraws
    eventDraws = run.eventDraws
    clockUsed = run.clockUsed
    isJammed = run.isJammed
    isExhausted = run.isExhausted
  }

  private struct Versions: Decodable {
    var format: Int
    var rulesVersion: Int
  }

  /// - Throws: ``CheckpointError``; of another version before all else, since there fields differ.
  init(text: String, file: String) throws {
    let data = Data(text.utf8)
    let decoder = JSONDecoder()
    guard let versions = try? decoder.decode(Versions.self, from: data) else {
      throw CheckpointError.foreign(file: file)
    }
    try Self.expect(versions.format, Self.currentFormat, "format version", file)
    try Self.expect(
      versions.rulesVersion, KineticMonteCarlo.rulesVersion, "rules version", file)
    do {
      self = try decoder.decode(Self.self, from: data)
    } catch {
      throw CheckpointError.damaged(file: file, "the header lacks a field")
    }
  }

  private static func expect(
    _ found: Int, _ expected: Int, _ what: String, _ file: String
  ) throws(CheckpointError) {
    guard found == expected else {
      throw .version(file: file, what: what, found: found, expected: expected)
    }
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  func parameters() throws -> SimulationParameters {
    try SimulationParameters(
      barriers: try Barriers(barriers), width: width, height: height,
      temperatureKelvin: temperature, tunnellingDepth: tunnellingDepth)
  }
}
