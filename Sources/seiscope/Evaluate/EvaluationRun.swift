import Console
import DataSets
import Evaluation
import Foundation
import Interphase
import KineticMonteCarlo
import Networks
import Surrogate
import Synchronization

/// An evaluation as it runs: opens, checks, shows the films, runs replicas.
struct EvaluationRun {
  private let plan: EvaluationPlan
  private let modelPath: String
  private let bundle: ModelBundle
  private let dataSet: DataSet
  private let line = ProgressLine()

  /// Networks at once, at most: each takes some 100 MB.
  private static let threadLimit = 8

  /// - Throws: A ``UserError`` where model or data set are no such, or do not go together.
  init(_ plan: EvaluationPlan, model: String, data: String) throws {
    self.plan = plan
    modelPath = model
    bundle = try ModelBundle(opening: model)
    dataSet = try DataSet(opening: data)
    let check = EvaluationCheck(bundle.description, dataSet)
    try check.check(plan.split)
    for warning in check.warnings(of: plan) { StandardError.write("seiscope: \(warning)\n") }
  }

  /// Does all of it.
  ///
  /// - Throws: ``DataSetError``, and an ``OptionError`` after Ctrl-C.
  func result() throws -> EvaluationResult {
    Interruption.install()
    defer { line.end() }
    let training = try readTraining()
    let examiner = try SplitExaminer(
      bundle, training: training, seed: plan.seed,
      threads: min(ProcessInfo.processInfo.activeProcessorCount, Self.threadLimit))
    let count = min(plan.limit ?? .max, dataSet.count(in: plan.split))
    let replicaPlan = replicaPlan
    let found = try examiner.examine(
      dataSet, plan.split, count: count, keeping: replicaPlan?.places(among: count) ?? []
    ) { done in
      line.renew { "\(done) of \(count) films shown to the model" }
      return !Interruption.isRequested
    }
    guard let found else { throw stopped }
    let study = try replicaPlan.map { try replicas($0, found, examiner) }
    return EvaluationResult(
      plan: plan, modelPath: modelPath, model: bundle.description, dataSet: dataSet,
      trainingFilms: training?.nearest.filmCount ?? 0, replicaPlan: replicaPlan,
      evaluation: ModelEvaluation(
        found.findings, replicas: study, axes: bundle.description.principalAxes,
        isJudged: plan.split == .test))
  }

  private func readTraining() throws -> TrainingFilms? {
    let total = dataSet.count(in: .training)
    let training = try TrainingFilms.read(dataSet, scaling: bundle.description.scaling) { done in
      line.renew { "\(done) of \(total) training films read" }
      return !Interruption.isRequested
    }
    if Interruption.isRequested { throw stopped }
    return training
  }

  /// Which films to run again; `nil` for none.
  private var replicaPlan: ReplicaPlan? {
    guard plan.replicas > 0 else { return nil }
    let isOurs = EvaluationCheck(bundle.description, dataSet).isSimulatedByUs
    return ReplicaPlan(
      vectors: plan.replicas,
      // Without the split's own film two runs still need two seeds.
      seeds: isOurs ? plan.replicaSeeds : max(2, plan.replicaSeeds),
      parameters: dataSet.parameters,
      eventLimit: isOurs
        ? dataSet.manifest.parameters.eventLimit : bundle.description.simulation.eventLimit,
      countsOwnFilm: isOurs)
  }

  private func replicas(
    _ plan: ReplicaPlan, _ found: SplitExaminer.Examination, _ examiner: SplitExaminer
  ) throws -> ReplicaStudy {
    let total = found.kept.count * plan.seeds
    let line = ProgressLine()
    defer { line.end() }
    let done = Mutex((runs: 0, events: 0))
    let films = plan.run(
      found.kept, isStopped: { Interruption.isRequested },
      finishedOne: { events in
        let progress = done.withLock { done in
          done = (done.runs + 1, done.events + events)
          return done
        }
        line.renew { line.line(runs: progress.runs, of: total, events: progress.events) }
      })
    guard let films else { throw stopped }
    return ReplicaStudy(
      found.kept.indices.map { index in
        ReplicaVector(
          found.findings[found.keptPlaces[index]], films: films[index],
          drawn: examiner.drawnThicknesses(for: found.kept[index]))
      })
  }

  private var stopped: OptionError {
    OptionError("stopped: nothing is lost, since nothing was written", status: .interrupted)
  }
}

/// An evaluation with all that a report says of it.
struct EvaluationResult {
  let plan: EvaluationPlan
  let modelPath: String
  let model: ModelDescription
  let dataSet: DataSet
  /// Films behind the baselines.
  let trainingFilms: Int
  /// `nil` where none were run.
  let replicaPlan: ReplicaPlan?
  let evaluation: ModelEvaluation

  /// Groups that have films; whether runs ended is not known of all imported sets.
  var groups: [FilmGroup] {
    let isEndKnown = dataSet.manifest.imported?.missing.contains("finished") != true
    return FilmGroup.allCases.filter { group in
      (isEndKnown || (group != .finished && group != .unfinished))
        && evaluation.findings.contains {
          group.contains(outcome: $0.outcome, finished: $0.finished)
        }
    }
  }

  /// Films of a group.
  func count(of group: FilmGroup) -> Int {
    evaluation.findings.filter { group.contains(outcome: $0.outcome, finished: $0.finished) }.count
  }
}
