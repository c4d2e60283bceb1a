import Files
import Foundation
import Glibc

/// The files of a data set's folder that describe it.
///
/// While a set is being made `plan.json` holds what it is to be; once it is complete
/// `manifest.json` takes its place.
struct DataSetFolder: Sendable {
  /// The folder.
  let path: String

  /// The name of the description of an unfinished set.
  static let planName = "plan.json"

  /// What `plan.json` holds.
  struct Plan: Codable, Equatable {
    var format = DataSetManifest.formatName
    var formatVersion = DataSetManifest.currentFormatVersion
    var rulesVersion: Int
    var parameters: DataSetPlan
  }

  /// The fields that every version of both files has.
  private struct Header: Codable {
    var format: String
    var formatVersion: Int
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// The manifest, `nil` where there is none.
  func manifest() throws(DataSetError) -> DataSetManifest? {
    try read(DataSetManifest.self, from: DataSetManifest.fileName)
  }

  /// The plan of an unfinished set, `nil` where there is none.
  func plan() throws(DataSetError) -> Plan? { try read(Plan.self, from: Self.planName) }

  /// Writes the plan, unless another process has written one meanwhile.
  func claim(_ plan: Plan) throws(DataSetError) {
    do {
      _ = try WholeFile.create(Self.encoded(plan), at: file(Self.planName))
    } catch {
      throw .file(error)
    }
  }

  /// Writes the manifest and ends the plan; a manifest that says the same already is left alone.
  func write(_ manifest: DataSetManifest) throws(DataSetError) {
    if try self.manifest() != manifest { try write(manifest, to: DataSetManifest.fileName) }
    unlink(file(Self.planName))
  }

  /// The names that are no part of a data set.
  var foreignEntries: [String] { Folder.names(in: path).filter { !Self.isOurs($0) } }

  /// Removes what an interrupted run left half-written.
  ///
  /// To be called by the one process that may write here.
  func removeTemporaries() {
    for name in Folder.names(in: path) where Self.isTemporary(name) { unlink(file(name)) }
  }

  /// Whether a shard of a plan is there.
  func holds(shard: Int, of plan: DataSetPlan) -> Bool {
    Folder.kind(of: file(plan.name(ofShard: shard))) != .missing
  }

  /// How many of a plan's shards are there.
  func storedShards(of plan: DataSetPlan) -> Int {
    (0..<plan.shards).count { holds(shard: $0, of: plan) }
  }

  private static func isTemporary(_ name: String) -> Bool {
    guard let marker = name.range(of: ".partial-") else { return false }
    let final = name[..<marker.lowerBound]
    return isDescription(String(final)) || final.hasPrefix("shard-")
  }

  /// Whether a file is a shard that is being made, or was until a kill.
  private static func isGrowing(_ name: String) -> Bool {
    name.hasPrefix("shard-") && name.hasSuffix(".tfrecord" + ShardWriter.suffix)
  }

  private static func isDescription(_ name: String) -> Bool {
    name == planName || name == DataSetManifest.fileName
  }

  private static func isOurs(_ name: String) -> Bool {
    isDescription(name) || isTemporary(name) || isGrowing(name)
  }

  private func read<Content: Decodable>(
    _ type: Content.Type, from name: String
  ) throws(DataSetError) -> Content? {
    let path = file(name)
    guard Folder.kind(of: path) != .missing else { return nil }
    let data: Data
    do {
      data = Data(try WholeFile.read(path))
    } catch {
      throw .file(error)
    }
    guard let header = try? JSONDecoder().decode(Header.self, from: data),
      header.format == DataSetManifest.formatName
    else { throw .manifest(path: path, reason: "not written by seiscope, or damaged") }
    guard header.formatVersion == DataSetManifest.currentFormatVersion else {
      throw .version(
        path: path, found: header.formatVersion, expected: DataSetManifest.currentFormatVersion)
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw .manifest(path: path, reason: Self.reason(error))
    } catch {
      throw .manifest(path: path, reason: "\(error)")
    }
  }

  private func write(_ content: some Encodable, to name: String) throws(DataSetError) {
    do {
      try WholeFile.write(Self.encoded(content), to: file(name))
    } catch {
      throw .file(error)
    }
  }

  /// A description as its file holds it: equal descriptions give equal bytes.
  static func encoded(_ content: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Justified by the fact that both descriptions hold finite numbers and text alone.
    return Array(try! encoder.encode(content)) + Array("\n".utf8)
  }

  private static func reason(_ error: DecodingError) -> String {
    func field(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context):
      "field '\(field(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "field '\(field(context.codingPath))' has the wrong type"
    case .dataCorrupted(let context): "damaged: \(context.debugDescription)"
    @unknown default: "damaged"
    }
  }
}
