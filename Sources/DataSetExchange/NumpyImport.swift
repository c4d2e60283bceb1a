public import DataSets
import Files
import Interphase
import NumpyArchives

/// Someone else's configurations as a data set: arrays in a `.npz` file, as ``NumpyExport`` writes
/// them.
///
/// `lattices` and `barriers` must be there. Without `properties` they are measured; `time`,
/// `events`, `finished` and `seed` may be left out, and are then marked as missing in the manifest.
public struct NumpyImport {
  /// What the file does not say.
  public struct Conditions: Sendable {
    /// Temperature that the configurations belong to [K].
    public var temperature: Double
    /// Rows that electrons reach through inorganic [nm].
    public var tunnellingDepth: Int
    /// Seed of the split.
    public var splitSeed: UInt64
    /// Samples in a file.
    public var shardSize: Int

    /// Conditions of the published model.
    public init(
      temperature: Double = 300, tunnellingDepth: Int = 4, splitSeed: UInt64 = 1,
      shardSize: Int = DataSetPlan.defaultShardSize
    ) {
      self.temperature = temperature
      self.tunnellingDepth = tunnellingDepth
      self.splitSeed = splitSeed
      self.shardSize = shardSize
    }
  }

  private let path: String
  private let plan: DataSetPlan
  private let columns: ImportColumns

  /// Opens a file and checks the arrays' kinds and shapes.
  ///
  /// - Throws: A ``UserError`` that names file, array, what was found and what was expected.
  public init(_ path: String, conditions: Conditions = Conditions()) throws {
    self.path = path
    columns = try ImportColumns(ArchiveReader(path))
    plan = try columns.plan(conditions)
  }

  /// Reads every row, checks it and writes the set.
  ///
  /// - Parameters:
  ///   - folder: The set's folder, new or empty.
  ///   - replacing: Whether a data set that is there may be replaced.
  ///   - program: Name and version for the manifest.
  ///   - progress: Told the samples written so far.
  /// - Throws: A ``UserError`` that names file, array and row; nothing is left in the folder.
  /// - Complexity: memory is some rows of each array, and a byte a sample.
  public consuming func run(
    into folder: String, replacing: Bool, program: String,
    progress: (GenerationProgress) -> Void = { _ in }
  ) throws -> DataSet {
    var writer = try ImportedSetWriter(plan: plan, path: folder, replacing: replacing)
    var plan = plan
    for index in 0..<plan.samples {
      let sample = try columns.sample(at: index, width: plan.width, height: plan.height)
      plan.eventLimit = max(plan.eventLimit, sample.events)
      try writer.append(sample)
      progress(GenerationProgress(read: index + 1, of: plan.samples))
    }
    return try writer.finish(record, eventLimit: plan.eventLimit, program: program)
  }

  private var record: ImportRecord {
    ImportRecord(
      file: String(path.split(separator: "/").last ?? ""), bytes: Folder.fileSize(path) ?? 0,
      given: columns.given, measured: columns.measured, missing: columns.missing)
  }
}
