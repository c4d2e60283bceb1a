import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Testing
import Training

/// Runs a session for at most this many steps; the checkpoint written last.
private func train(
  _ session: TrainingSession, steps: Int = .max
) throws -> (isDone: Bool, checkpoint: Checkpoint?) {
  var left = steps
  var last: Checkpoint?
  let isDone = try session.run(
    shouldStop: { left == 0 },
    report: { event in
      if case .step = event { left -= 1 }
    },
    save: { last = $0 })
  return (isDone, last)
}

struct TrainingSessionTests {
  @Test(arguments: [1, 3, 4, 5, 10])
  func `a resumed training ends with the same bits as one that never stopped`(
    _ steps: Int
  ) throws {
    let corpus = try Fixture.corpus()
    let hyperparameters = Fixture.hyperparameters()
    let whole = try TrainingSession(corpus, hyperparameters, threads: 1)
    #expect(try train(whole).isDone)

    try withScratchPath { path in
      let first = try TrainingSession(corpus, hyperparameters, threads: 1)
      let stopped = try train(first, steps: steps)
      #expect(!stopped.isDone)
      try stopped.checkpoint?.write(to: path)
      let second = try TrainingSession(
        corpus, hyperparameters, resuming: try Checkpoint(opening: path), threads: 2)
      #expect(try train(second).isDone)
      #expect(second.checkpoint.tensors == whole.checkpoint.tensors)
      #expect(second.checkpoint.optimizer == whole.checkpoint.optimizer)
      #expect(second.progress == whole.progress)
      #expect(second.result == whole.result)
    }
  }

  @Test func `the loss falls, and the best epoch on validation is kept`() throws {
    let corpus = try Fixture.corpus()
    var hyperparameters = Fixture.hyperparameters(epochs: 12)
    hyperparameters.learningRate = 1e-2
    let session = try TrainingSession(corpus, hyperparameters, threads: 1)
    var bestTensors: [Int: Bool] = [:]
    _ = try session.run(
      shouldStop: { false },
      report: { event in
        if case .epoch(let losses, let isBest) = event { bestTensors[losses.epoch] = isBest }
      }, save: { _ in })
    let totals = session.progress.curves.map(\.validation.total)
    #expect(totals.count == 12)
    #expect(session.progress.curves[11].training.total < session.progress.curves[0].training.total)
    let best = try #require(totals.firstIndex(of: totals.min() ?? 0)) + 1
    #expect(session.progress.bestEpoch == best)
    #expect(bestTensors[best] == true)
  }

  @Test func `a training that no longer gets better ends when patience does`() throws {
    var hyperparameters = Fixture.hyperparameters(epochs: 60)
    // Far too fast: the validation loss soon stops falling.
    hyperparameters.learningRate = 0.1
    hyperparameters.schedule = .constant
    hyperparameters.patience = 3
    let session = try TrainingSession(try Fixture.corpus(), hyperparameters, threads: 1)
    #expect(try train(session).isDone)
    #expect(session.progress.epoch < 60)
    #expect(session.progress.epoch == session.progress.bestEpoch + 3)
  }

  @Test func `the divergence counts from nothing to all of its weight`() throws {
    var hyperparameters = Fixture.hyperparameters(epochs: 2)
    hyperparameters.architecture.priorComponents = 1
    hyperparameters.weights = LossWeights(klDivergence: 0.5, property: 0)
    hyperparameters.warmUpEpochs = 1
    let session = try TrainingSession(try Fixture.corpus(), hyperparameters, threads: 1)
    var shares: [Double] = []
    _ = try session.run(
      shouldStop: { false },
      report: { event in
        guard case .step(let losses) = event else { return }
        shares.append((losses.total - losses.reconstruction) / losses.klDivergence)
      }, save: { _ in })
    // Four steps an epoch.
    for (share, expected) in zip(shares, [0, 0.125, 0.25, 0.375, 0.5, 0.5, 0.5, 0.5]) {
      #expect(abs(share - expected) < 1e-5)
    }
  }

  @Test func `a training that diverges stops with its step`() throws {
    let corpus = try Fixture.corpus()
    var hyperparameters = Fixture.hyperparameters()
    hyperparameters.schedule = .constant
    hyperparameters.learningRate = 1
    hyperparameters.weights = LossWeights(klDivergence: 3e38, property: 3e38)
    let session = try TrainingSession(corpus, hyperparameters, threads: 1)
    let error = #expect(throws: TrainingError.self) { try train(session) }
    guard case .diverged(let step, let epoch) = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(step >= 1)
    #expect(epoch >= 1)
    #expect(error?.description.contains("step \(step) (epoch \(epoch))") == true)
  }

  @Test func `a checkpoint of another training is refused with what differs`() throws {
    let corpus = try Fixture.corpus()
    let session = try TrainingSession(corpus, Fixture.hyperparameters(), threads: 1)
    let checkpoint = try #require(try train(session, steps: 1).checkpoint)
    var other = Fixture.hyperparameters()
    other.seed = 6
    #expect(throws: TrainingError.otherTraining("--seed", checkpoint: "5", asked: "6")) {
      try TrainingSession(corpus, other, resuming: checkpoint, threads: 1)
    }
    let foreign = try Fixture.corpus(seed: 100)
    let error = #expect(throws: TrainingError.self) {
      try TrainingSession(
        foreign, Fixture.hyperparameters(), resuming: checkpoint, threads: 1)
    }
    #expect(error?.description.contains("data of hash") == true)
  }

  @Test func `every difference of hyper-parameters is named`() throws {
    let session = try TrainingSession(
      try Fixture.corpus(), Fixture.hyperparameters(), threads: 1)
    let checkpoint = try #require(try train(session, steps: 1).checkpoint)
    let changes: [(String, (inout Hyperparameters) -> Void)] = [
      ("--beta", { $0.weights.klDivergence = 7 }), ("--lambda", { $0.weights.property = 7 }),
      ("--ordering", { $0.weights.ordering = 7 }), ("--profile", { $0.weights.profile = 7 }),
      ("--near-weight", { $0.weights.near = 7 }), ("--mobile-weight", { $0.weights.mobile = 7 }),
      ("--epochs", { $0.epochs = 7 }), ("--patience", { $0.patience = 1 }),
      ("--kl-warm-up", { $0.warmUpEpochs = 1 }), ("--schedule", { $0.schedule = .constant }),
      ("--prior-components", { $0.architecture.priorComponents = 2 }),
      ("dense-units", { $0.architecture.denseUnits = 7 }),
    ]
    for (name, change) in changes {
      var other = Fixture.hyperparameters()
      change(&other)
      let error = #expect(throws: TrainingError.self, "\(name)") {
        try TrainingSession(try Fixture.corpus(), other, resuming: checkpoint, threads: 1)
      }
      guard case .otherTraining(name, _, _)? = error else {
        Issue.record("\(name): \(String(describing: error))")
        continue
      }
    }
  }

  @Test func `a damaged checkpoint is refused`() throws {
    try withScratchPath { path in
      let session = try TrainingSession(
        try Fixture.corpus(), Fixture.hyperparameters(), threads: 1)
      try train(session, steps: 5).checkpoint?.write(to: path)
      let whole = try WholeFile.read(path)
      for share in [0, 0.1, 0.5, 0.99] {
        try WholeFile.write(Array(whole.prefix(Int(Double(whole.count) * share))), to: path)
        let error = #expect(throws: (any Error).self) { try Checkpoint(opening: path) }
        #expect(error is any UserError)
      }
    }
  }

  @Test func `what makes no sense is refused before the first step`() throws {
    let corpus = try Fixture.corpus()
    var tooLarge = Fixture.hyperparameters()
    tooLarge.batchSize = 20
    #expect(throws: TrainingError.batchTooLarge(batch: 20, films: 18)) {
      try TrainingSession(corpus, tooLarge, threads: 1)
    }
    var odd = Fixture.hyperparameters()
    odd.batchSize = 3
    #expect(throws: TrainingError.self) { try TrainingSession(corpus, odd, threads: 1) }
    var rate = Fixture.hyperparameters()
    rate.learningRate = .nan
    #expect(throws: TrainingError.self) { try TrainingSession(corpus, rate, threads: 1) }
    let one = try Fixture.films(1, seed: 1)
    #expect(throws: TrainingError.tooFewFilms(split: "test", found: 1, least: 2)) {
      try Corpus(
        training: try Fixture.films(8, seed: 1), validation: one, test: one,
        simulation: SimulationRecord(width: 10, height: 12), seed: 1, samples: 10,
        rulesVersion: 1)
    }
  }
}

struct TrainedBundleTests {
  @Test func `a training becomes a bundle that opens and decodes as measured`() throws {
    try withScratchPath { path in
      let corpus = try Fixture.corpus()
      var hyperparameters = Fixture.hyperparameters()
      hyperparameters.patience = 2
      hyperparameters.warmUpEpochs = 1
      let session = try TrainingSession(corpus, hyperparameters, threads: 1)
      _ = try train(session)
      let bundle = try ModelBundle(
        trainedBy: session, on: corpus, half: true, program: "seiscope test")
      let written = try bundle.write(to: path, half: true)
      #expect(written.tensors == bundle.tensors, "the figures are those of the rounded weights")
      let description = written.description
      #expect(description.metrics.films == 6)
      #expect(description.metrics.fromBarriers != nil)
      #expect(description.training.curves.count == 3)
      #expect(description.training.data.hash == corpus.record.hash)
      #expect(description.training.patience == 2)
      #expect(description.training.warmUpEpochs == 1)
      #expect(written.latentMap.count == 6)
      let predictor = try Predictor(written)
      for index in 0..<6 {
        let film = written.latentMap.lattice(at: index)
        #expect(predictor.encode(film).mean == written.latentMap.mean(at: index))
      }
      let start = description.startState.barriers
      let decoded = predictor.decode(latent: predictor.prior(at: start).mean, barriers: start)
      #expect(decoded.lattice == written.startPicture)
      let share = description.principalAxes.explainedVariance.reduce(0, +)
      #expect(abs(share - 1) < 1e-5)
    }
  }

  @Test func `a training stopped before its first epoch still gives a bundle`() throws {
    try withScratchPath { path in
      let corpus = try Fixture.corpus()
      let session = try TrainingSession(corpus, Fixture.hyperparameters(), threads: 1)
      #expect(try train(session, steps: 2).isDone == false)
      let bundle = try ModelBundle(
        trainedBy: session, on: corpus, half: false, program: "seiscope test")
      try bundle.write(to: path)
      #expect(try ModelBundle(opening: path).description.training.bestEpoch == 0)
    }
  }
}
