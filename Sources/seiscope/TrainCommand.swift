import ArgumentParser
import Console
import DataSets
import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Training

/// `seiscope train`: a model from a data set.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a model on a data set.",
    discussion: """
      Keeps the epoch that is best on the validation split, measures it on the test split and \
      writes the model's folder whole. Ctrl-C ends with the best model so far; --resume continues \
      where a training stopped, with the result that it would have had. The same seed gives the \
      same model on any number of threads.
      """)

  @Option(help: ArgumentHelp("Folder of the data set.", valueName: "dir"))
  var data: String

  @Option(help: ArgumentHelp("Folder of the model.", valueName: "dir"))
  var out: String

  @OptionGroup var options: HyperparameterOptions

  @Option(help: ArgumentHelp("Use only the first N films of the data set.", valueName: "n"))
  var limitSamples: Int?

  @Option(help: "Threads: 1 or 2; changes no result.")
  var threads = min(2, ProcessInfo.processInfo.activeProcessorCount)

  @Flag(help: "Store the weights as F16, half the size.")
  var f16 = false

  @Flag(help: "Continue the training that stopped.")
  var resume = false

  @Flag(help: "Print what the model reaches as one JSON object.")
  var json = false

  func run() throws {
    guard (1...2).contains(threads) else {
      throw OptionError("--threads \(threads): give 1 or 2")
    }
    if let limitSamples, limitSamples < 1 {
      throw OptionError("--limit-samples \(limitSamples): give 1 or more")
    }
    try ModelBundle.checkWritable(out)
    let checkpoint = try openCheckpoint()
    let dataSet = try DataSet(opening: data)
    let reporter = TrainingReporter()
    let corpus = try Corpus(dataSet, limit: limitSamples) {
      reporter.reading($0, of: dataSet.count)
    }
    var hyperparameters = try checkpoint?.hyperparameters ?? defaults(for: dataSet)
    try options.apply(to: &hyperparameters)
    let session = try TrainingSession(
      corpus, hyperparameters, resuming: checkpoint, threads: threads)
    defer { reporter.end() }
    let isDone = try trainKeepingBest(session, corpus, reporter)
    try finish(session, corpus, isDone: isDone, reporter)
    guard isDone else {
      throw OptionError(
        "stopped: the best model so far is in \(out), --resume continues", status: .interrupted)
    }
  }

  /// The preset's hyper-parameters for films of the data set's size.
  private func defaults(for dataSet: DataSet) throws -> Hyperparameters {
    Hyperparameters(
      try options.chosenPreset(),
      architecture: Architecture(
        variant: .seiscope, height: dataSet.height, width: dataSet.width))
  }

  private var checkpointPath: String {
    var path = out
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path + ".checkpoint"
  }

  private func openCheckpoint() throws -> Checkpoint? {
    let exists = Folder.kind(of: checkpointPath) != .missing
    guard resume else {
      if exists { throw TrainingError.unfinished(checkpointPath) }
      return nil
    }
    guard exists else {
      throw OptionError(
        "\(checkpointPath): there is no training to continue: leave out --resume",
        status: .noInput)
    }
    return try Checkpoint(opening: checkpointPath)
  }

  /// Trains; where the losses diverge, the best epoch so far still becomes a model.
  private func trainKeepingBest(
    _ session: TrainingSession, _ corpus: Corpus, _ reporter: TrainingReporter
  ) throws -> Bool {
    do {
      return try train(session, reporter)
    } catch let error as TrainingError {
      if case .diverged = error, session.progress.bestEpoch > 0 {
        try finish(session, corpus, isDone: false, reporter)
      }
      throw error
    }
  }

  private func train(_ session: TrainingSession, _ reporter: TrainingReporter) throws -> Bool {
    Interruption.install()
    reporter.start(session)
    return try session.run(
      shouldStop: { Interruption.isRequested },
      report: { reporter.report($0, session) },
      save: { try $0.write(to: checkpointPath) })
  }

  private func finish(
    _ session: TrainingSession, _ corpus: Corpus, isDone: Bool, _ reporter: TrainingReporter
  ) throws {
    let bundle = try ModelBundle(
      trainedBy: session, on: corpus, half: f16, program: "seiscope \(Version.number)",
      report: { reporter.measuring($0, of: corpus.test.count) })
    let written = try bundle.write(to: out, half: f16)
    if isDone { unlink(checkpointPath) }
    reporter.end()
    let metrics = written.description.metrics
    print(json ? try JSONText.of(metrics) : ModelReport.metrics(metrics))
  }
}
