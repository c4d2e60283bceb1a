import Files
import Interphase

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a data set of samples that were not simulated here.
///
/// The folder appears whole or not at all: it is made beside its place and then takes it.
package struct ImportedSetWriter: ~Copyable {
  private let plan: DataSetPlan
  private let path: String
  private let temporary: String
  /// On the set that is to be replaced: nobody may be writing to it.
  private let lock: FolderLock?
  private var summaries: [ShardSummary] = []
  private var writer: ShardWriter?

  /// Prepares a folder.
  ///
  /// - Parameters:
  ///   - plan: Sizes of set, shards and lattices; the seed of the split.
  ///   - path: The folder of the set.
  ///   - replacing: Whether a data set that is there may be replaced.
  /// - Throws: ``DataSetError`` where something else is there.
  package init(plan: DataSetPlan, path: String, replacing: Bool) throws(DataSetError) {
    try DataSetFolder(path: path).checkFree(replacing: replacing)
    let lock: FolderLock? = Folder.kind(of: path) == .folder ? try FolderLock(path) : nil
    let temporary = DataSetFolder.beside(path)
    do {
      try Folder.create(temporary)
    } catch {
      throw .file(error)
    }
    self.lock = lock
    self.plan = plan
    self.path = path
    self.temporary = temporary
  }

  // Named after this process, so that what is removed is its own.
  deinit { Folder.remove(temporary) }

  /// Adds the next sample.
  ///
  /// - Precondition: Its index is the number of samples before it, and it has the plan's size.
  package mutating func append(_ sample: Sample) throws(DataSetError) {
    let shard = summaries.count
    let place = sample.index - plan.indices(ofShard: shard).lowerBound
    if writer == nil { writer = try ShardWriter(plan: plan, shard: shard, folder: temporary) }
    let delivery = ShardWriter.Delivery(
      record: TFRecord.frame(sample.serialised), outcome: sample.outcome,
      finished: sample.finished, events: sample.events)
    guard let summary = try writer?.deliver(delivery, place: place) else { return }
    summaries.append(summary)
    writer = nil
  }

  /// Writes the manifest and puts the folder in its place.
  ///
  /// - Precondition: All samples of the plan were added.
  /// - Parameter eventLimit: The greatest number of events of a sample.
  package consuming func finish(
    _ record: ImportRecord, eventLimit: Int, program: String
  ) throws(DataSetError) -> DataSet {
    var plan = plan
    plan.eventLimit = eventLimit
    precondition(summaries.count == plan.shards, "\(summaries.count) of \(plan.shards) shards")
    var manifest = DataSetManifest(
      plan: plan, rulesVersion: 0, program: program, summaries: summaries)
    manifest.imported = record
    manifest.seal()
    try DataSetFolder(path: temporary).write(manifest)
    do {
      try Folder.exchange(temporary, path)
    } catch {
      throw .file(error)
    }
    return try DataSet(opening: path)
  }
}

extension DataSetFolder {
  /// Makes sure that a new set may take the folder's place.
  fileprivate func checkFree(replacing: Bool) throws(DataSetError) {
    switch Folder.kind(of: path) {
    case .missing: return
    case .other: throw .occupied(path: path, found: "a file")
    case .folder: break
    }
    guard let first = Folder.names(in: path).first else { return }
    let foreign = foreignEntries.first { !Self.isShard($0) }
    if let foreign { throw .occupied(path: path, found: foreign) }
    guard replacing else { throw .exists(path: path, found: first) }
  }

  /// Whether a name is that of a shard of any plan, whole or growing.
  private static func isShard(_ name: String) -> Bool {
    name.wholeMatch(of: /shard-[0-9]+-of-[0-9]+\.tfrecord(\.partial)?/) != nil
  }

  /// A name beside a folder, for what is to take its place.
  fileprivate static func beside(_ path: String) -> String {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    return "\(path).partial-import-\(getpid())"
  }
}
