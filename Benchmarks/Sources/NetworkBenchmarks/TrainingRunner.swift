public import Networks
import Surrogate

/// Training steps on a workload: forward, backward, Adam, batch-normalisation statistics over the
/// whole batch.
public final class TrainingRunner {
  private let network: TrainingNetwork
  private let batch: Batch
  private let weights: LossWeights

  /// Builds the network, to be trained by the loss of the comparisons.
  public convenience init(_ workload: Workload, threads: Int = 2) throws {
    try self.init(workload.batch, workload.bundle, Workload.weights, threads: threads)
  }

  /// Builds the network, to be trained as the model was.
  public convenience init(asTrained workload: Workload, threads: Int = 2) throws {
    let trained = workload.trained
    try self.init(
      workload.batch, trained, trained.description.training.lossWeights, threads: threads)
  }

  private init(_ batch: Batch, _ bundle: ModelBundle, _ weights: LossWeights, threads: Int) throws {
    self.batch = batch
    self.weights = weights
    network = try TrainingNetwork(
      architecture: bundle.description.architecture, tensors: bundle.tensors,
      batchSize: Workload.batchSize, threads: threads)
  }

  /// One step; returns the losses before it.
  @discardableResult
  public func step() throws -> Losses {
    try network.step(
      batch, weights: weights, noiseSeed: Workload.noiseSeed,
      learningRate: Workload.learningRate)
  }

  /// The wall times of some steps [ms].
  public func milliseconds(steps: Int) throws -> [Double] {
    try (0..<steps).map { _ in try 1e3 * secondsOf { try step() } }
  }
}
