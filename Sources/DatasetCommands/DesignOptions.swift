import ArgumentParser
import Console
import DataSets
import Interphase

/// The options that a data set's bytes depend on.
struct DesignOptions: ParsableArguments {
  @Option(help: "Samples in the design.")
  var samples: Int

  @Option(help: "Seed of the design, the simulations and the split.")
  var seed: UInt64 = 1

  @Option(help: "Events after which a simulation is cut.")
  var eventLimit = SimulationParameters.defaultEventLimit

  @Option(help: "Samples in a file. [default: \(DataSetPlan.defaultShardSize)]")
  var shardSize: Int?

  @Option(help: "Files, instead of --shard-size.")
  var shards: Int?

  /// The plan that the options describe.
  ///
  /// - Throws: A ``UserError`` that names the option, also where --shards and --shard-size do not
  ///   agree.
  func plan() throws -> DataSetPlan {
    // First what needs no shards, so that dividing by them cannot overflow.
    _ = try DataSetPlan(samples: samples, seed: seed, eventLimit: eventLimit)
    if let shards, !(1...samples).contains(shards) {
      throw OptionError("--shards \(shards): give 1 to \(samples), one sample a file")
    }
    let size = shardSize ?? shards.map { (samples + $0 - 1) / $0 } ?? DataSetPlan.defaultShardSize
    let plan = try DataSetPlan(
      samples: samples, seed: seed, eventLimit: eventLimit, shardSize: size)
    guard let shards, shards != plan.shards else { return plan }
    throw OptionError(
      shardSize == nil
        ? "--shards \(shards): \(samples) samples make \(plan.shards) files of \(size), or "
          + "\(Self.files(samples, size - 1)) of \(size - 1): give one of the two"
        : "--shards \(shards) and --shard-size \(size) contradict each other: \(samples) samples "
          + "make \(plan.shards) files of \(size), so leave one of them out")
  }

  private static func files(_ samples: Int, _ size: Int) -> Int {
    (samples + max(1, size) - 1) / max(1, size)
  }
}
