package import ArgumentParser
import Console
import DataSets
import Foundation
import Interphase

/// `seiscope dataset --samples N --seed S --out DIR`.
package struct DatasetGenerateCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Simulate a Latin hypercube over the fifteen barriers into TFRecord files.",
    discussion: """
      The bytes depend on samples, seed, event limit and shard size alone. After an interruption, \
      even by a kill, the same command completes what is missing. With --shard it makes one file, \
      beside other processes that make others in the same folder or elsewhere; 'dataset merge' \
      completes the set.
      """)

  @OptionGroup var design: DesignOptions

  @Option(help: ArgumentHelp("Folder of the data set; made if missing.", valueName: "dir"))
  var out: String

  @Option(help: "Threads that simulate; all cores unless given.")
  var threads: Int?

  @Option(help: ArgumentHelp("Make this file alone, counted from 0.", valueName: "k"))
  var shard: Int?

  package init() {}

  package func run() throws {
    let plan = try design.plan()
    if let shard, !(0..<plan.shards).contains(shard) {
      throw OptionError("--shard \(shard): give 0 to \(plan.shards - 1)")
    }
    let generator = DataSetGenerator(plan: plan, path: out, program: Version.program)
    let threads = try resolvedThreads()
    Interruption.install()
    print(try shard.map { try make(shard: $0, generator, threads) } ?? make(generator, threads))
  }

  private func make(_ generator: DataSetGenerator, _ threads: Int) throws -> String {
    let dataSet = try reporting { reporter in
      try generator.run(
        threads: threads, isStopped: { Interruption.isRequested },
        progress: { reporter.report($0) })
    }
    return try DatasetSummary(of: dataSet).text
  }

  private func make(shard: Int, _ generator: DataSetGenerator, _ threads: Int) throws -> String {
    let made = try reporting { reporter in
      try generator.run(
        shard: shard, threads: threads, isStopped: { Interruption.isRequested },
        progress: { reporter.report($0) })
    }
    return
      "\(out)/\(made.name): \(made.samples) samples, \(made.bytes) bytes, CRC-32C \(made.crc32c)"
  }

  /// Does long work under a progress line.
  ///
  /// - Throws: What the work throws, and an ``OptionError`` where Ctrl-C ended it.
  private func reporting<Result>(_ work: (DatasetReporter) throws -> Result?) throws -> Result {
    let reporter = DatasetReporter()
    let result: Result?
    do {
      // Whether it ends well or not, the next words stand on a line of their own.
      defer { reporter.end() }
      result = try work(reporter)
    }
    guard let result else { throw stopped(reporter.latest) }
    return result
  }

  private func resolvedThreads() throws -> Int {
    guard let threads else { return ProcessInfo.processInfo.activeProcessorCount }
    guard (1...1024).contains(threads) else {
      throw OptionError("--threads \(threads): give 1 to 1024")
    }
    return threads
  }

  /// What to say after Ctrl-C.
  private func stopped(_ progress: GenerationProgress?) -> OptionError {
    let done = progress.map { " after \($0.done) of \($0.total) samples" } ?? ""
    return OptionError(
      "stopped\(done); what is done stays in \(out): run the same command again to go on",
      status: .interrupted)
  }
}
