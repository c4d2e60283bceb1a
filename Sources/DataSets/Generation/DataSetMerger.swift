import Files
import Interphase

/// Completes a data set from shards that were made apart, on other machines or in other folders.
public struct DataSetMerger: Sendable {
  /// What became of the shards.
  public struct Result: Sendable {
    /// The complete set.
    public let dataSet: DataSet
    /// Shards that other folders gave.
    public let taken: Int
  }

  private let path: String
  private let sources: [String]
  private let program: String

  /// Prepares to complete a set; touches no file.
  ///
  /// - Parameters:
  ///   - path: The folder that is to be complete; made if missing.
  ///   - sources: Folders that hold shards of the same set.
  ///   - program: Name and version for the manifest.
  public init(path: String, sources: [String], program: String) {
    self.path = path
    self.sources = sources
    self.program = program
  }

  /// Takes missing shards from the other folders, checks every record of every shard and writes the
  /// manifest.
  ///
  /// A shard is linked where the file system can, else copied; the other folders are left as they
  /// are. What was taken stays, also where shards are missing still.
  /// - Parameter progress: Told the samples checked so far.
  /// - Throws: ``DataSetError`` where folders hold sets of other parameters, a shard is damaged, or
  ///   shards are missing (all are named).
  public func run(
    progress: (GenerationProgress) -> Void = { _ in }
  ) throws(DataSetError) -> Result {
    let target = DataSetFolder(path: path)
    let plan = try commonPlan()
    let lock = try claim(target, plan)
    target.removeTemporaries()
    let (summaries, taken) = try gather(plan.parameters, into: target, progress: progress)
    try target.write(
      DataSetManifest(
        plan: plan.parameters, rulesVersion: plan.rulesVersion, program: program,
        summaries: summaries))
    lock.release()
    return Result(dataSet: try DataSet(opening: path), taken: taken)
  }

  /// The plan that all folders share.
  private func commonPlan() throws(DataSetError) -> DataSetFolder.Plan {
    var common: DataSetFolder.Plan?
    for folder in [path] + sources {
      guard Folder.kind(of: folder) == .folder else {
        guard folder == path, Folder.kind(of: folder) == .missing else {
          throw .missing(path: folder)
        }
        continue
      }
      let found = DataSetFolder(path: folder)
      guard let plan = try found.description() else {
        let foreign = found.foreignEntries.first
        if folder == path, foreign == nil { continue }
        throw .notADataSet(path: folder, found: foreign.map { "'\($0)'" })
      }
      try plan.validate(path: folder)
      if let common { try plan.compare(asked: common, path: folder) } else { common = plan }
    }
    guard let common else {
      if Folder.kind(of: path) == .missing { throw .missing(path: path) }
      throw .notADataSet(path: path, found: nil)
    }
    return common
  }

  private func claim(
    _ target: DataSetFolder, _ plan: DataSetFolder.Plan
  ) throws(DataSetError) -> FolderLock {
    do {
      try Folder.create(path)
    } catch {
      throw .file(error)
    }
    let lock = try FolderLock(path)
    if try target.description() == nil { try target.claim(plan) }
    return lock
  }

  private func gather(
    _ plan: DataSetPlan, into target: DataSetFolder, progress: (GenerationProgress) -> Void
  ) throws(DataSetError) -> (summaries: [ShardSummary], taken: Int) {
    let check = SampleCheck(plan)
    var (summaries, missing, taken) = ([ShardSummary](), [Int](), 0)
    var checked = GenerationProgress(total: plan.samples, stored: 0)
    for shard in 0..<plan.shards {
      let holder = ([target] + sources.map { DataSetFolder(path: $0) })
        .first { $0.holds(shard: shard, of: plan) }
      guard let holder else {
        missing.append(shard)
        continue
      }
      let summary = try ShardSummary(reading: shard, of: plan, in: holder.path, check)
      if holder.path != target.path {
        try take(summary.entry.name, from: holder, to: target)
        taken += 1
      }
      summaries.append(summary)
      checked.stored += summary.entry.samples
      progress(checked)
    }
    guard missing.isEmpty else { throw .missingShards(path: path, numbers: missing, plan: plan) }
    return (summaries, taken)
  }

  private func take(
    _ name: String, from source: DataSetFolder, to target: DataSetFolder
  ) throws(DataSetError) {
    do {
      try WholeFile.linkOrCopy(source.file(name), to: target.file(name))
    } catch {
      throw .file(error)
    }
  }
}

extension DataSetFolder.Plan {
  /// Checks numbers that were read from a file.
  fileprivate func validate(path: String) throws(DataSetError) {
    do {
      try parameters.validate()
    } catch {
      throw .manifest(path: path + "/" + DataSetFolder.planName, reason: "\(error)")
    }
  }
}
