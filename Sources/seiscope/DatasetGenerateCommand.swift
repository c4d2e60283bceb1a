import ArgumentParser
import DataSets
import Foundation
import Interphase

/// `seiscope dataset --samples N --seed S --out DIR`.
struct DatasetGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Simulate a Latin hypercube over the fifteen barriers into TFRecord files.",
    discussion: """
      The bytes depend on samples, seed, event limit and shard size alone. After an interruption, \
      even by a kill, the same command completes what is missing.
      """)

  @Option(help: "Samples in the design.")
  var samples: Int

  @Option(help: "Seed of the design, the simulations and the split.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Folder of the data set; made if missing.", valueName: "dir"))
  var out: String

  @Option(help: "Events after which a simulation is cut.")
  var eventLimit = SimulationParameters.defaultEventLimit

  @Option(help: "Threads that simulate; all cores unless given.")
  var threads: Int?

  @Option(help: "Samples in a file.")
  var shardSize = DataSetPlan.defaultShardSize

  func run() throws {
    let plan = try DataSetPlan(
      samples: samples, seed: seed, eventLimit: eventLimit, shardSize: shardSize)
    let generator = DataSetGenerator(
      plan: plan, path: out, program: "seiscope \(Version.number)")
    Interruption.install()
    let reporter = DatasetReporter()
    let threads = try resolvedThreads()
    let dataSet: DataSet?
    do {
      // Whether it ends well or not, the next words stand on a line of their own.
      defer { reporter.end() }
      dataSet = try generator.run(
        threads: threads, isStopped: { Interruption.isRequested },
        progress: { reporter.report($0) })
    }
    guard let dataSet else { throw Self.stopped(reporter.latest, path: out) }
    print(try DatasetSummary(of: dataSet).text)
  }

  private func resolvedThreads() throws -> Int {
    guard let threads else { return ProcessInfo.processInfo.activeProcessorCount }
    guard (1...1024).contains(threads) else {
      throw OptionError("--threads \(threads): give 1 to 1024")
    }
    return threads
  }

  /// What to say after Ctrl-C.
  private static func stopped(_ progress: GenerationProgress?, path: String) -> OptionError {
    let done = progress.map { " after \($0.done) of \($0.total) samples" } ?? ""
    return OptionError(
      "stopped\(done); whole files stay in \(path): run the same command again to go on",
      status: .interrupted)
  }
}
