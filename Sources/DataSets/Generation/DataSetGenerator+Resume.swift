import Files
import Interphase
import KineticMonteCarlo

extension DataSetGenerator {
  /// Makes sure that the folder is ours to write, and says in it what it is to become.
  ///
  /// - Parameter shared: Whether other processes make other shards of the same set there.
  func claim(_ folder: DataSetFolder, shared: Bool = false) throws(DataSetError) -> FolderLock {
    do {
      try Folder.create(path)
    } catch {
      throw .file(error)
    }
    let lock = try FolderLock(path, shared: shared)
    let asked = DataSetFolder.Plan(rulesVersion: rulesVersion, parameters: plan)
    if try folder.description() == nil {
      if let foreign = folder.foreignEntries.first, try folder.description() == nil {
        throw .occupied(path: path, found: foreign)
      }
      try folder.claim(asked)
    }
    // Another process may have been first with another plan.
    if let found = try folder.description() { try found.compare(asked: asked, path: path) }
    return lock
  }
}

extension DataSetFolder.Plan {
  /// Makes sure that a folder's plan is the one asked for.
  ///
  /// - Throws: ``DataSetError/differs(path:differences:)`` that names each difference.
  func compare(asked: DataSetFolder.Plan, path: String) throws(DataSetError) {
    var differences = parameters.differences(asked: asked.parameters)
    if rulesVersion != asked.rulesVersion {
      differences.append(
        PlanDifference(
          name: "rules version", found: "\(rulesVersion)", asked: "\(asked.rulesVersion)"))
    }
    guard differences.isEmpty else { throw .differs(path: path, differences: differences) }
  }
}

extension DataSetFolder {
  /// What the folder's set is or is to be, from its manifest or its plan.
  ///
  /// - Throws: ``DataSetError/imported(path:)`` for a set that was not simulated here.
  func description() throws(DataSetError) -> Plan? {
    if let found = try manifest() {
      guard found.imported == nil else { throw .imported(path: path) }
      return Plan(rulesVersion: found.rulesVersion, parameters: found.parameters)
    }
    return try plan()
  }

  /// Reads those of some shards that are there, every record checked.
  func summaries(
    of shards: Range<Int>, plan: DataSetPlan
  ) throws(DataSetError) -> [Int: ShardSummary] {
    var summaries: [Int: ShardSummary] = [:]
    let check = SampleCheck(plan)
    for shard in shards where holds(shard: shard, of: plan) {
      summaries[shard] = try ShardSummary(reading: shard, of: plan, in: path, check)
    }
    return summaries
  }
}

extension ShardSummary {
  /// Reads a shard, every record checked as ``DataSetVerifier`` checks them.
  ///
  /// - Throws: ``DataSetError`` that names the damaged file and record.
  init(
    reading shard: Int, of plan: DataSetPlan, in folder: String, _ check: SampleCheck
  ) throws(DataSetError) {
    var reader = try ShardReader(plan: plan, shard: shard, folder: folder)
    while let sample = try reader.next() {
      if let fault = check.fault(of: sample) {
        throw reader.fault(reader.summary.entry.samples - 1, fault)
      }
    }
    self = reader.summary
  }
}
