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

  @Option(help: ArgumentHelp("Write the losses epoch by epoch as CSV.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Films of the test split that the model's folder keeps for maps.", valueName: "n"))
  var mapFilms = 2000

  @Flag(help: "Store the weights as F16, half the size.")
  var f16 = false

  @Flag(help: "Replace a model that is there.")
  var force = false

  @Flag(help: "Continue the training that stopped.")
  var resume = false

  @Flag(help: "Print what the model reaches as one JSON object.")
  var json = false

  func run() throws {
    try checkOptions()
    let checkpoint = try openCheckpoint()
    let dataSet = try DataSet(opening: data)
    let hyperparameters = try hyperparameters(continuing: checkpoint, dataSet)
    try checkpoint?.hyperparameters.expectSame(as: hyperparameters)
    try hyperparameters.validate()
    let reporter = TrainingReporter()
    defer { reporter.end() }
    let corpus = try Corpus(dataSet, limit: limitSamples) {
      reporter.reading($0, of: min(limitSamples ?? .max, dataSet.count))
    }
    let session = try TrainingSession(
      corpus, hyperparameters, resuming: checkpoint, threads: threads)
    let isDone = try trainKeepingBest(session, corpus, reporter)
    if let csv { try TrainingCurves.write(session, corpus.record, to: csv) }
    try finish(session, corpus, isDone: isDone, reporter)
    guard isDone else {
      throw OptionError(
        "stopped: the best model so far is in \(out), --resume continues", status: .interrupted)
    }
  }

  /// - Throws: What is wrong with an option, before anything long begins.
  private func checkOptions() throws {
    guard (1...2).contains(threads) else {
      throw OptionError("--threads \(threads): give 1 or 2")
    }
    if let limitSamples, limitSamples < 1 {
      throw OptionError("--limit-samples \(limitSamples): give 1 or more")
    }
    guard (2...1_000_000).contains(mapFilms) else {
      throw OptionError("--map-films \(mapFilms): give 2 to 1000000")
    }
    try ModelBundle.checkWritable(out)
    guard resume || force || Folder.kind(of: out + "/" + BundleFile.description) == .missing else {
      throw OptionError(
        "\(out): a model is there already: give another folder, or --force to replace it",
        status: .cannotCreate)
    }
    if let csv { try WholeFile.checkWritable(csv) }
  }

  /// Those of the checkpoint, or a new training's, with what the options change.
  private func hyperparameters(
    continuing checkpoint: Checkpoint?, _ dataSet: DataSet
  ) throws -> Hyperparameters {
    guard let checkpoint, options.hyperparameters == nil else {
      return try options.chosen(
        height: dataSet.height, width: dataSet.width,
        tunnellingDepth: dataSet.manifest.parameters.tunnellingDepth)
    }
    var result = checkpoint.hyperparameters
    try options.apply(to: &result)
    return result
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
        "\(checkpointPath): there is no unfinished training to continue: leave out --resume",
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
      if case .diverged = error {
        if let csv { try? TrainingCurves.write(session, corpus.record, to: csv) }
        if session.progress.bestEpoch > 0 {
          try finish(session, corpus, isDone: false, reporter)
        }
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
      trainedBy: session, on: corpus, mapped: mapFilms, half: f16,
      program: "seiscope \(Version.number)",
      report: { reporter.measuring($0, of: corpus.test.count) })
    let written = try bundle.write(to: out, half: f16)
    if isDone { unlink(checkpointPath) }
    reporter.end()
    let metrics = written.description.metrics
    print(json ? try JSONText.of(metrics) : ModelReport.metrics(metrics))
  }
}
