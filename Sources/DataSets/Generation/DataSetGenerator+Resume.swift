import Files
import Interphase
import KineticMonteCarlo

extension DataSetGenerator {
  /// Makes sure that the folder is ours to write, and says in it what it is to become.
  func claim(_ folder: DataSetFolder) throws(DataSetError) -> FolderLock {
    do {
      try Folder.create(path)
    } catch {
      throw .file(error)
    }
    let lock = try FolderLock(path)
    let asked = DataSetFolder.Plan(rulesVersion: rulesVersion, parameters: plan)
    if let found = try folder.manifest() {
      try compare(
        DataSetFolder.Plan(rulesVersion: found.rulesVersion, parameters: found.parameters), asked)
    } else if let found = try folder.plan() {
      try compare(found, asked)
    } else if let foreign = folder.foreignEntries.first {
      throw .occupied(path: path, found: foreign)
    } else {
      try folder.write(asked)
    }
    folder.removeTemporaries()
    return lock
  }

  private func compare(
    _ found: DataSetFolder.Plan, _ asked: DataSetFolder.Plan
  ) throws(DataSetError) {
    var differences = found.parameters.differences(asked: asked.parameters)
    if found.rulesVersion != asked.rulesVersion {
      differences.append(
        PlanDifference(
          name: "rules version", found: "\(found.rulesVersion)", asked: "\(asked.rulesVersion)"))
    }
    guard differences.isEmpty else { throw .differs(path: path, differences: differences) }
  }

  /// Reads the shards that are there, every record checked.
  func storedShards(in folder: DataSetFolder) throws(DataSetError) -> [Int: ShardSummary] {
    var summaries: [Int: ShardSummary] = [:]
    for shard in 0..<plan.shards {
      let file = folder.file(plan.name(ofShard: shard))
      guard Folder.kind(of: file) != .missing else { continue }
      var reader = try ShardReader(plan: plan, shard: shard, folder: path)
      while let sample = try reader.next() {
        guard isOfThisDesign(sample) else {
          throw .record(
            path: file, index: reader.summary.entry.samples - 1,
            fault: .content("is not the sample that these parameters give"))
        }
      }
      summaries[shard] = reader.summary
    }
    return summaries
  }

  private func isOfThisDesign(_ sample: Sample) -> Bool {
    sample.seed == design.simulationSeed(of: sample.index)
      && sample.barriers == design.barriers(of: sample.index)
  }
}
