public import Networks
import Surrogate

/// Training steps on a workload: forward, backward, Adam, batch-normalisation statistics over the
/// whole batch.
public final class TrainingRunner {
  private let network: TrainingNetwork
  private let batch: Batch

  /// Builds the network.
  public init(_ workload: Workload, threads: Int = 2) throws {
    batch = workload.batch
    network = try TrainingNetwork(
      architecture: workload.architecture, tensors: workload.bundle.tensors,
      batchSize: Workload.batchSize, threads: threads)
  }

  /// One step; returns the losses before it.
  @discardableResult
  public func step() throws -> Losses {
    try network.step(
      batch, weights: Workload.weights, noiseSeed: Workload.noiseSeed,
      learningRate: Workload.learningRate)
  }

  /// The wall times of some steps [ms].
  public func milliseconds(steps: Int) throws -> [Double] {
    try (0..<steps).map { _ in try 1e3 * secondsOf { try step() } }
  }
}
