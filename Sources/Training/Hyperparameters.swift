internal import Interphase
public import Networks

/// Everything that a training's result depends on beside its data.
public struct Hyperparameters: Codable, Hashable, Sendable {
  /// The named set that these began from.
  public var preset: TrainingPreset
  /// The network's shape.
  public var architecture: Architecture
  /// Seed of weights, order, mirroring and noise.
  public var seed: UInt64
  /// Passes over the training split.
  public var epochs: Int
  /// Films of a step; even.
  public var batchSize: Int
  /// How the learning rate goes.
  public var schedule: Schedule
  /// The learning rate, at its peak.
  public var learningRate: Float
  /// Of the loss's terms.
  public var weights: LossWeights
  /// Epochs over which β rises from 0 to its value (Bowman et al. 2016); 0 for none.
  public var warmUpEpochs = 0
  /// Epochs without a better validation loss after which training ends; 0 for never.
  public var patience = 0

  /// The values of a preset, for the parts that the architecture's variant has.
  ///
  /// The fast preset's are those that measured best; docs/model.md says beside what. A variant with
  /// a conditional prior gets the loss and the prior of this project, the others those of the paper.
  public init(_ preset: TrainingPreset = .fast, architecture: Architecture, seed: UInt64 = 1) {
    self.preset = preset
    self.architecture = architecture
    self.seed = seed
    switch preset {
    case .fast:
      epochs = 12
      batchSize = 32
      schedule = .oneCycle
      learningRate = 2e-3
      weights = LossWeights(klDivergence: 0.1, property: 20)
      if architecture.variant.hasPrior {
        weights = LossWeights(
          klDivergence: 0.03, property: 20, ordering: 30, profile: 3, near: 5, mobile: 0.3)
        if architecture.priorComponents == 1, architecture.latent > Architecture.leading {
          self.architecture.priorComponents = 8
        }
      }
    case .paper:
      epochs = 250
      batchSize = 64
      schedule = .constant
      learningRate = 3e-6
      weights = LossWeights(klDivergence: 1, property: 1)
    }
  }

  /// Checks every number.
  ///
  /// - Throws: ``TrainingError/parameter(_:found:expected:)`` or ``NetworkError``.
  public func validate() throws {
    func require(_ holds: Bool, _ name: String, _ found: Any, _ expected: String) throws {
      guard holds else {
        throw TrainingError.parameter(name, found: "\(found)", expected: expected)
      }
    }
    try require(
      (1...256).contains(architecture.priorComponents), "--prior-components",
      architecture.priorComponents, "1 to 256")
    try architecture.validate()
    try require((1...1_000_000).contains(epochs), "--epochs", epochs, "1 to 1000000")
    try require(
      (2...4096).contains(batchSize) && batchSize % 2 == 0, "--batch-size", batchSize,
      "an even number from 2 to 4096")
    try require(
      learningRate > 0 && learningRate <= 1, "--learning-rate", learningRate,
      "a positive number up to 1")
    try require((0...epochs).contains(warmUpEpochs), "--kl-warm-up", warmUpEpochs, "0 to --epochs")
    try require((0...epochs).contains(patience), "--patience", patience, "0 to --epochs")
    try require(
      architecture.priorComponents == 1 || architecture.variant.hasPrior, "--prior-components",
      architecture.priorComponents, "1 for the variant \(architecture.variant.rawValue)")
    try require(
      (0..<architecture.height).contains(weights.nearDepth), "tunnelling depth",
      weights.nearDepth, "0 to the lattice's height")
    try require(
      weights.profile == 0 || architecture.alphabet >= Species.allCases.count, "--profile",
      weights.profile, "0 for an alphabet of fewer than \(Species.allCases.count) species")
    try require(
      weights.ordering == 0 || architecture.latent >= Architecture.propertyCount, "--ordering",
      weights.ordering, "0 for fewer than \(Architecture.propertyCount) latent dimensions")
    for (name, weight) in weightRows {
      try require(
        weight >= 0 && weight.isFinite, name, weight, "a finite number of at least 0")
    }
  }

  private var weightRows: [(name: String, value: Float)] {
    [
      ("--beta", weights.klDivergence), ("--lambda", weights.property),
      ("--ordering", weights.ordering), ("--profile", weights.profile),
      ("--near-weight", weights.near), ("--mobile-weight", weights.mobile),
    ]
  }

  /// The part of β that a step has, counted over the whole training.
  func divergenceShare(step: Int, of stepsPerEpoch: Int) -> Float {
    let whole = warmUpEpochs * stepsPerEpoch
    return whole == 0 ? 1 : min(1, Float(step) / Float(whole))
  }

  /// Refuses to continue a training of other hyper-parameters.
  ///
  /// - Throws: ``TrainingError/otherTraining(_:checkpoint:asked:)`` that names the first difference.
  package func expectSame(as asked: Hyperparameters) throws(TrainingError) {
    for (mine, other) in zip(rows, asked.rows) where mine.value != other.value {
      throw .otherTraining(mine.name, checkpoint: mine.value, asked: other.value)
    }
    guard self == asked else {
      throw .otherTraining("architecture", checkpoint: "\(architecture)", asked: "another")
    }
  }

  /// Every option that decides the result, with its value.
  public var rows: [(name: String, value: String)] {
    [
      ("--preset", preset.rawValue), ("--variant", architecture.variant.rawValue),
      ("--seed", "\(seed)"), ("--epochs", "\(epochs)"), ("--batch-size", "\(batchSize)"),
      ("--schedule", schedule.rawValue), ("--learning-rate", "\(learningRate)"),
      ("--kl-warm-up", "\(warmUpEpochs)"), ("--patience", "\(patience)"),
      ("--prior-components", "\(architecture.priorComponents)"),
      ("latent", "\(architecture.latent)"), ("dense-units", "\(architecture.denseUnits)"),
      ("regressor-units", "\(architecture.regressorUnits)"),
      ("prior-units", "\(architecture.priorUnits)"),
    ] + weightRows.map { ($0.name, "\($0.value)") }
  }
}

/// Hyper-parameters with a name.
public enum TrainingPreset: String, CaseIterable, Codable, Sendable {
  /// One cycle of 12 epochs over batches of 32: half an hour for 50,000 films on two cores.
  case fast
  /// The paper's 250 epochs at a learning rate of 3e-6, all terms of the loss with weight 1.
  case paper
}
