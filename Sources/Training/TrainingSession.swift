public import Networks
public import Surrogate
public import Tensors

/// One training: from films to the best model that its epochs found.
///
/// All randomness is a function of the seed, the epoch and the step, so a training that was
/// interrupted, or runs on another number of threads, ends with the same weights bit by bit.
public final class TrainingSession {
  /// What was asked for.
  public let hyperparameters: Hyperparameters
  /// Between physical numbers and the network's, from the training split.
  public let scaling: Scaling
  /// Where the training stands.
  public private(set) var progress: TrainingProgress
  /// Steps of an epoch; films that fill no batch wait for another order.
  public let stepsPerEpoch: Int

  private let training: Batches
  private let validation: Batches
  private let network: TrainingNetwork
  private var best: [String: Tensor]?
  /// The batch of a later step, read while the network works on this one's.
  private var upcoming: (step: Int, batch: Prefetch<Batch>)?

  /// Begins a training, or continues one.
  ///
  /// - Parameters:
  ///   - corpus: The films.
  ///   - hyperparameters: What to do with them.
  ///   - checkpoint: Where to continue.
  ///   - threads: For the arithmetic; changes no result.
  /// - Throws: ``TrainingError`` where the parts do not fit together, ``NetworkError``.
  public init(
    _ corpus: Corpus, _ hyperparameters: Hyperparameters, resuming checkpoint: Checkpoint? = nil,
    threads: Int
  ) throws {
    try hyperparameters.validate()
    let batch = hyperparameters.batchSize
    guard corpus.training.count >= batch else {
      throw TrainingError.batchTooLarge(batch: batch, films: corpus.training.count)
    }
    if let checkpoint {
      try checkpoint.hyperparameters.expectSame(as: hyperparameters)
      guard checkpoint.progress.dataHash == corpus.record.hash else {
        throw TrainingError.otherTraining(
          "data of hash", checkpoint: checkpoint.progress.dataHash, asked: corpus.record.hash)
      }
    }
    self.hyperparameters = hyperparameters
    scaling = corpus.scaling
    training = Batches(corpus.training, scaling: scaling)
    validation = Batches(corpus.validation, scaling: scaling)
    stepsPerEpoch = corpus.training.count / batch
    progress = checkpoint?.progress ?? TrainingProgress(dataHash: corpus.record.hash)
    best = checkpoint?.best
    let architecture = hyperparameters.architecture
    network = try TrainingNetwork(
      architecture: architecture,
      tensors: checkpoint?.tensors ?? architecture.initialTensors(seed: hyperparameters.seed),
      optimizer: checkpoint?.optimizer, batchSize: batch, threads: threads)
  }

  /// What happened last, for who watches.
  public enum Event: Sendable {
    /// A step of the current epoch, with its losses.
    case step(Losses)
    /// An epoch, with its losses; whether it is the best so far.
    case epoch(EpochLosses, isBest: Bool)
  }

  /// Trains until the epochs are done or someone asks to stop.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked before each step.
  ///   - report: Told of each step and epoch.
  ///   - save: Given a checkpoint after each epoch, and at a stop.
  /// - Returns: Whether all epochs are done, or no further one is worth it.
  /// - Throws: ``TrainingError/diverged(step:epoch:)``, and what `save` throws.
  public func run(
    shouldStop: () -> Bool, report: (Event) -> Void, save: (Checkpoint) throws -> Void
  ) throws -> Bool {
    while progress.epoch < hyperparameters.epochs, !hasSettled {
      guard try finishEpoch(shouldStop, report) else {
        try save(checkpoint)
        return false
      }
      report(try closeEpoch())
      try save(checkpoint)
    }
    return true
  }

  /// Whether the validation loss has not fallen for as many epochs as patience lasts.
  private var hasSettled: Bool {
    hyperparameters.patience > 0
      && progress.epoch - max(progress.bestEpoch, hyperparameters.warmUpEpochs)
        >= hyperparameters.patience
  }

  /// The state to continue from.
  public var checkpoint: Checkpoint {
    Checkpoint(
      hyperparameters: hyperparameters, progress: progress, tensors: network.exportTensors(),
      optimizer: network.exportOptimizer(), best: best)
  }

  /// Films of the validation split as the network reads them.
  ///
  /// - Throws: What reading them throws.
  func firstValidationFilms(_ count: Int) throws -> Batch {
    try validation.batch(Placement.plain(0..<min(count, validation.count))[...])
  }

  /// The best epoch's tensors; before the first epoch's end, those of now.
  public var result: [String: Tensor] { best ?? network.exportTensors() }

  /// The steps that the current epoch lacks; false where someone asked to stop.
  private func finishEpoch(_ shouldStop: () -> Bool, _ report: (Event) -> Void) throws -> Bool {
    let order = EpochOrder(
      count: training.count, seed: hyperparameters.seed, epoch: progress.epoch)
    while progress.step < stepsPerEpoch {
      if shouldStop() { return false }
      report(.step(try makeStep(order)))
    }
    return true
  }

  private func makeStep(_ order: EpochOrder) throws -> Losses {
    let number = progress.epoch * stepsPerEpoch + progress.step
    let batch = try takeBatch(order)
    var weights = hyperparameters.weights
    weights.klDivergence *= hyperparameters.divergenceShare(step: number, of: stepsPerEpoch)
    let losses = try network.step(
      batch, weights: weights,
      noiseSeed: EpochOrder.noiseSeed(seed: hyperparameters.seed, step: number),
      learningRate: hyperparameters.schedule.rate(
        step: number, of: stepsPerEpoch * hyperparameters.epochs,
        peak: hyperparameters.learningRate))
    guard losses.isFinite else {
      throw TrainingError.diverged(step: number + 1, epoch: progress.epoch + 1)
    }
    progress.sums = progress.sums.adding(losses, weight: 1)
    progress.step += 1
    return losses
  }

  /// The batch of the current step; the next one's is begun.
  private func takeBatch(_ order: EpochOrder) throws -> Batch {
    let (step, size) = (progress.step, hyperparameters.batchSize)
    let training = training
    func read(_ step: Int) -> Prefetch<Batch> {
      let places = order.places[(step * size)..<((step + 1) * size)]
      return Prefetch { try training.batch(places) }
    }
    let current = upcoming.flatMap { $0.step == step ? $0.batch : nil } ?? read(step)
    upcoming = step + 1 < stepsPerEpoch ? (step + 1, read(step + 1)) : nil
    return try current.value()
  }

  private func closeEpoch() throws -> Event {
    let validationLosses = try validate()
    guard validationLosses.isFinite else {
      throw TrainingError.diverged(
        step: (progress.epoch + 1) * stepsPerEpoch, epoch: progress.epoch + 1)
    }
    let isBest = validationLosses.total < progress.bestTotal
    let epoch = EpochLosses(
      epoch: progress.epoch + 1, training: progress.sums.divided(by: Double(stepsPerEpoch)),
      validation: validationLosses)
    progress.curves.append(epoch)
    progress.epoch += 1
    progress.step = 0
    progress.sums = .zero
    if isBest {
      best = network.exportTensors()
      progress.bestEpoch = progress.epoch
    }
    return .epoch(epoch, isBest: isBest)
  }

  /// Losses over the validation split, z the latent mean.
  private func validate() throws -> Losses {
    var sum = Losses.zero
    let validation = validation
    var ranges = validation.inOrder(of: hyperparameters.batchSize)[...]
    func read() -> Prefetch<Batch>? {
      ranges.popFirst().map { range in
        Prefetch { try validation.batch(Placement.plain(range)[...]) }
      }
    }
    var next = read()
    while let batch = try next?.value() {
      next = read()
      let losses = try network.evaluate(batch, weights: hyperparameters.weights)
      sum = sum.adding(losses, weight: Double(batch.count))
    }
    return sum.divided(by: Double(validation.count))
  }
}
