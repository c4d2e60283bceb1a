public import Networks

/// How a model was made: enough to make it again.
public struct TrainingRecord: Codable, Hashable, Sendable {
  /// Where the films came from.
  public var data: DataRecord
  /// The named set of hyper-parameters that training began from.
  public var preset: String
  /// Seed of weights, order, mirroring and noise.
  public var seed: UInt64
  /// Epochs asked for; ``curves`` says how many were run.
  public var epochs: Int
  /// Samples of a step.
  public var batchSize: Int
  /// How the learning rate goes: `constant` or `one-cycle`.
  public var schedule: String
  /// The learning rate, at its peak.
  public var learningRate: Float
  /// Of the loss's terms.
  public var lossWeights: LossWeights
  /// Epochs over which β rose to its value; `nil` in records from before there was such a thing.
  public var warmUpEpochs: Int?
  /// Epochs without improvement that would have ended the training; 0 for never.
  public var patience: Int?
  /// The epoch whose weights were kept, from 1: the best on the validation split.
  public var bestEpoch: Int
  /// Losses epoch by epoch.
  public var curves: [EpochLosses]

  /// Gathers the record.
  public init(
    data: DataRecord, preset: String, seed: UInt64, epochs: Int, batchSize: Int,
    schedule: String, learningRate: Float, lossWeights: LossWeights,
    warmUpEpochs: Int? = nil, patience: Int? = nil, bestEpoch: Int, curves: [EpochLosses]
  ) {
    self.data = data
    self.preset = preset
    self.seed = seed
    self.epochs = epochs
    self.batchSize = batchSize
    self.schedule = schedule
    self.learningRate = learningRate
    self.lossWeights = lossWeights
    self.warmUpEpochs = warmUpEpochs
    self.patience = patience
    self.bestEpoch = bestEpoch
    self.curves = curves
  }
}

/// The films that a model was trained on.
public struct DataRecord: Codable, Hashable, Sendable {
  /// Seed of the data set.
  public var seed: UInt64
  /// Films in the data set.
  public var samples: Int
  /// Films of the three splits that were used.
  public var training: Int
  /// Films that chose the epoch.
  public var validation: Int
  /// Films that the metrics are over.
  public var test: Int
  /// A hash of the films of all three splits [hexadecimal].
  public var hash: String
  /// The simulator's rules that made them.
  public var rulesVersion: Int

  /// Gathers the record.
  public init(
    seed: UInt64, samples: Int, training: Int, validation: Int, test: Int, hash: String,
    rulesVersion: Int
  ) {
    self.seed = seed
    self.samples = samples
    self.training = training
    self.validation = validation
    self.test = test
    self.hash = hash
    self.rulesVersion = rulesVersion
  }
}

/// One epoch's losses, means over samples.
public struct EpochLosses: Codable, Hashable, Sendable {
  /// From 1.
  public var epoch: Int
  /// Over the training split, as the weights changed, z drawn.
  public var training: Losses
  /// Over the validation split after the epoch, z the latent mean.
  public var validation: Losses

  /// Gathers an epoch.
  public init(epoch: Int, training: Losses, validation: Losses) {
    self.epoch = epoch
    self.training = training
    self.validation = validation
  }
}
