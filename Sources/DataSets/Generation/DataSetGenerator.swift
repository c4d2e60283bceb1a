import Files
import Foundation
import Interphase
import KineticMonteCarlo

/// Makes a data set, or completes one, in a folder.
///
/// Equal plans give equal bytes, on any number of threads and machines and however often the work
/// is interrupted, even by a kill: shards appear whole or not at all, and what is on disk is not
/// simulated again.
public struct DataSetGenerator: Sendable {
  /// What is to be made.
  public let plan: DataSetPlan
  /// Where.
  public let path: String
  let design: LatinHypercube
  private let program: String

  /// Prepares to make a data set; touches no file.
  ///
  /// - Parameters:
  ///   - plan: What is to be made.
  ///   - path: The folder; made if missing.
  ///   - program: Name and version for the manifest.
  public init(plan: DataSetPlan, path: String, program: String) {
    self.plan = plan
    self.path = path
    self.program = program
    design = plan.design
  }

  /// Makes the missing shards and then the manifest.
  ///
  /// - Parameters:
  ///   - threads: Threads that simulate, at least 1.
  ///   - isStopped: Asked before each sample; `true` ends the work.
  ///   - progress: Called after each sample, from any of the threads.
  /// - Returns: The complete set, `nil` where the work was stopped before.
  /// - Throws: ``DataSetError`` where the folder holds something else or another set, cannot be
  ///   written, or has a damaged shard. What was complete before stays.
  public func run(
    threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (GenerationProgress) -> Void = { _ in }
  ) throws(DataSetError) -> DataSet? {
    let folder = DataSetFolder(path: path)
    let lock = try claim(folder)
    folder.removeTemporaries()
    let all = 0..<plan.shards
    guard
      let summaries = try make(
        all, in: folder, threads: threads, isStopped: isStopped, progress: progress)
    else { return nil }
    try folder.write(
      DataSetManifest(
        plan: plan, rulesVersion: rulesVersion, program: program, summaries: summaries))
    lock.release()
    return try DataSet(opening: path)
  }

  /// Makes one shard, beside other processes that make others in the same folder.
  ///
  /// - Parameters: As of ``run(threads:isStopped:progress:)``.
  /// - Returns: The shard, `nil` where the work was stopped before.
  /// - Throws: ``DataSetError``, also where another process makes this shard or the whole set.
  /// - Precondition: `shard` is in 0 ..< plan.shards.
  public func run(
    shard: Int, threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (GenerationProgress) -> Void = { _ in }
  ) throws(DataSetError) -> DataSetManifest.Shard? {
    precondition((0..<plan.shards).contains(shard), "shard \(shard) of \(plan.shards)")
    let folder = DataSetFolder(path: path)
    let lock = try claim(folder, shared: true)
    let summaries = try make(
      shard..<(shard + 1), in: folder, threads: threads, isStopped: isStopped, progress: progress)
    lock.release()
    return summaries?.first?.entry
  }

  /// Makes those of some shards that are missing.
  private func make(
    _ shards: Range<Int>, in folder: DataSetFolder, threads: Int,
    isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (GenerationProgress) -> Void
  ) throws(DataSetError) -> [ShardSummary]? {
    precondition(threads >= 1, "\(threads) threads")
    let board = WorkBoard(
      plan: plan, folder: path, shards: shards,
      summaries: try folder.summaries(of: shards, plan: plan))
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      Thread.detachNewThread {
        work(board, isStopped: isStopped, progress: progress)
        group.leave()
      }
    }
    group.wait()
    return try board.close()
  }

  /// Simulates a sample of the design: the same as `seiscope simulate` with its barriers and seed.
  ///
  /// - Precondition: `index` is in 0 ..< samples.
  public func sample(at index: Int) -> Sample { plan.sample(at: index, of: design) }

  /// One thread's part: samples until none is left.
  private func work(
    _ board: WorkBoard, isStopped: () -> Bool, progress: (GenerationProgress) -> Void
  ) {
    do throws(DataSetError) {
      while !isStopped(), let task = try board.take() {
        let sample = sample(at: task.index)
        let delivery = ShardWriter.Delivery(
          record: TFRecord.frame(sample.serialised), outcome: sample.outcome,
          finished: sample.finished, events: sample.events)
        try board.deliver(delivery, for: task)
        progress(board.progress)
      }
    } catch {
      board.fail(error)
    }
  }
}

extension DataSetPlan {
  /// The design of the barriers.
  var design: LatinHypercube { LatinHypercube(seed: seed, count: samples) }

  /// Simulates a sample of the design.
  ///
  /// - Precondition: `index` is in 0 ..< samples.
  func sample(at index: Int, of design: LatinHypercube) -> Sample {
    let barriers = design.barriers(of: index)
    let seed = design.simulationSeed(of: index)
    let result = simulate(simulation(of: barriers), seed: seed, eventLimit: eventLimit)
    // A run of very high barriers may leave the range of a float.
    let time = min(Float(result.time), .greatestFiniteMagnitude)
    return Sample(
      index: index, seed: seed, barriers: barriers, lattice: result.lattice, time: time,
      events: result.events, finished: result.finished)
  }
}
