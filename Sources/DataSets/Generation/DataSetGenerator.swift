import Files
import Foundation
import Interphase
import KineticMonteCarlo

/// Makes a data set, or completes one, in a folder.
///
/// Equal plans give equal bytes, on any number of threads and however often the work is
/// interrupted, even by a kill: shards appear whole or not at all, and a shard that is there is not
/// written again.
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
    design = LatinHypercube(seed: plan.seed, count: plan.samples)
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
    precondition(threads >= 1, "\(threads) threads")
    let folder = DataSetFolder(path: path)
    let lock = try claim(folder)
    let board = WorkBoard(plan: plan, summaries: try storedShards(in: folder))
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      Thread.detachNewThread {
        work(board, isStopped: isStopped, progress: progress)
        group.leave()
      }
    }
    group.wait()
    guard let summaries = try board.summaries() else { return nil }
    try folder.write(
      DataSetManifest(
        plan: plan, rulesVersion: rulesVersion, program: program, summaries: summaries))
    lock.release()
    return try DataSet(opening: path)
  }

  /// Simulates a sample of the design: the same as `seiscope simulate` with its barriers and seed.
  ///
  /// - Precondition: `index` is in 0 ..< samples.
  public func sample(at index: Int) -> Sample {
    let barriers = design.barriers(of: index)
    let seed = design.simulationSeed(of: index)
    let result = simulate(
      plan.simulation(of: barriers), seed: seed, eventLimit: plan.eventLimit)
    return Sample(
      index: index, seed: seed, barriers: barriers, lattice: result.lattice,
      time: Self.storable(result.time), events: result.events, finished: result.finished)
  }

  /// One thread's part: samples until none is left.
  private func work(
    _ board: WorkBoard, isStopped: () -> Bool, progress: (GenerationProgress) -> Void
  ) {
    do throws(DataSetError) {
      while !isStopped(), let (shard, index) = board.take() {
        let sample = sample(at: index)
        let delivery = WorkBoard.Delivery(
          record: TFRecord.frame(sample.serialised), outcome: sample.outcome,
          finished: sample.finished, events: sample.events)
        if let deliveries = board.deliver(delivery, index: index, shard: shard) {
          board.store(try write(deliveries, shard: shard), shard: shard)
        }
        progress(board.progress)
      }
    } catch {
      board.fail(error)
    }
  }

  /// Writes a shard, whole.
  private func write(
    _ deliveries: [WorkBoard.Delivery], shard: Int
  ) throws(DataSetError) -> ShardSummary {
    var summary = ShardSummary(name: plan.name(ofShard: shard))
    var bytes: [UInt8] = []
    for delivery in deliveries {
      summary.add(
        outcome: delivery.outcome, finished: delivery.finished, events: delivery.events)
      bytes += delivery.record
    }
    summary.close(bytes: bytes.count, checksum: .of(bytes))
    do {
      try WholeFile.write(bytes, to: path + "/" + summary.entry.name)
    } catch {
      throw .file(error)
    }
    return summary
  }

  /// A time that fits a float, whose range a run of very high barriers may leave.
  private static func storable(_ time: Double) -> Float {
    min(Float(time), .greatestFiniteMagnitude)
  }
}
