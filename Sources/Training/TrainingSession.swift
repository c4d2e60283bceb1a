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
    scaling = Scaling(properties: corpus.training.properties)
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
  /// - Returns: Whether all epochs are done.
  /// - Throws: ``TrainingError/diverged(step:epoch:)``, and what `save` throws.
  public func run(
    shouldStop: () -> Bool, report: (Event) -> Void, save: (Checkpoint) throws -> Void
  ) throws -> Bool {
    while progress.epoch < hyperparameters.epochs {
      guard try finishEpoch(shouldStop, report) else {
        try save(checkpoint)
        return false
      }
      report(try closeEpoch())
      try save(checkpoint)
    }
    return true
  }

  /// The state to continue from.
  public var checkpoint: Checkpoint {
    Checkpoint(
      hyperparameters: hyperparameters, progress: progress, tensors: network.exportTensors(),
      optimizer: network.exportOptimizer(), best: best)
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
    let size = hyperparameters.batchSize
    let number = progress.epoch * stepsPerEpoch + progress.step
    let start = progress.step * size
    let losses = try network.step(
      training.batch(order.places[start..<(start + size)]), weights: hyperparameters.weights,
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
    for range in validation.inOrder(of: hyperparameters.batchSize) {
      let losses = try network.evaluate(
        validation.batch(Placement.plain(range)[...]), weights: hyperparameters.weights)
      sum = sum.adding(losses, weight: Double(range.count))
    }
    return sum.divided(by: Double(validation.count))
  }
}

extension Losses {
  static let zero = Losses(reconstruction: 0, klDivergence: 0, property: 0, total: 0)

  func adding(_ other: Losses, weight: Double) -> Losses {
    Losses(
      reconstruction: reconstruction + weight * other.reconstruction,
      klDivergence: klDivergence + weight * other.klDivergence,
      property: property + weight * other.property, total: total + weight * other.total)
  }

  func divided(by count: Double) -> Losses {
    Losses(
      reconstruction: reconstruction / count, klDivergence: klDivergence / count,
      property: property / count, total: total / count)
  }
}
