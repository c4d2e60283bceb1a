import Interphase
import Networks
import Training
import Yams

/// Hyper-parameters from a YAML or JSON file: a mapping whose keys are the options' names without
/// dashes, and beside them the network's sizes.
struct HyperparameterFile {
  /// What may be set, as the file names it.
  enum Key: String, CaseIterable {
    case preset, variant, epochs, seed, schedule, beta, lambda, ordering, profile, patience
    case latent
    case batchSize = "batch-size"
    case learningRate = "learning-rate"
    case klWarmUp = "kl-warm-up"
    case nearWeight = "near-weight"
    case mobileWeight = "mobile-weight"
    case priorComponents = "prior-components"
    case denseUnits = "dense-units"
    case regressorUnits = "regressor-units"
    case priorUnits = "prior-units"
  }

  private let file: ConfigurationFile
  private var values: [(key: Key, node: Node)] = []

  /// Reads a file.
  ///
  /// - Throws: A `UserError` that names file, key, found and expected.
  init(opening path: String) throws {
    file = try ConfigurationFile(opening: path, of: "hyper-parameters")
    guard let mapping = file.root.mapping else {
      throw file.wrong("expected hyper-parameters: a mapping such as epochs: 30")
    }
    for (name, node) in mapping {
      guard let key = Key(rawValue: name.string ?? "") else {
        throw file.unknown(name.string ?? "", among: Key.allCases.map(\.rawValue))
      }
      values.append((key, node))
    }
  }

  /// The preset that the file names.
  func preset() throws -> TrainingPreset? { try named(.preset) }

  /// The variant that the file names.
  func variant() throws -> Variant? { try named(.variant) }

  private func named<Choice>(_ key: Key) throws -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    try values.first { $0.key == key }.map { try choice($0.key, $0.node) }
  }

  /// Changes what the file sets.
  func apply(to hyperparameters: inout Hyperparameters) throws {
    for (key, node) in values { try apply(key, node, to: &hyperparameters) }
    do {
      try hyperparameters.validate()
    } catch {
      throw file.wrong("\(error)")
    }
  }

  private func apply(_ key: Key, _ node: Node, to result: inout Hyperparameters) throws {
    switch key {
    case .preset: result.preset = try choice(key, node)
    case .variant: result.architecture.variant = try choice(key, node)
    case .schedule: result.schedule = try choice(key, node)
    case .seed: result.seed = try file.value(key.rawValue, node, "a whole number from 0 to 2⁶⁴ − 1")
    case .epochs: result.epochs = try count(key, node)
    case .batchSize: result.batchSize = try count(key, node)
    case .klWarmUp: result.warmUpEpochs = try count(key, node)
    case .patience: result.patience = try count(key, node)
    case .latent: result.architecture.latent = try count(key, node)
    case .denseUnits: result.architecture.denseUnits = try count(key, node)
    case .regressorUnits: result.architecture.regressorUnits = try count(key, node)
    case .priorUnits: result.architecture.priorUnits = try count(key, node)
    case .priorComponents: result.architecture.priorComponents = try count(key, node)
    case .learningRate: result.learningRate = try number(key, node)
    case .beta: result.weights.klDivergence = try number(key, node)
    case .lambda: result.weights.property = try number(key, node)
    case .ordering: result.weights.ordering = try number(key, node)
    case .profile: result.weights.profile = try number(key, node)
    case .nearWeight: result.weights.near = try number(key, node)
    case .mobileWeight: result.weights.mobile = try number(key, node)
    }
  }

  private func count(_ key: Key, _ node: Node) throws -> Int {
    try file.value(key.rawValue, node, "a whole number")
  }

  private func number(_ key: Key, _ node: Node) throws -> Float {
    try file.value(key.rawValue, node, "a number")
  }

  private func choice<Choice>(_ key: Key, _ node: Node) throws -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    guard let choice = Choice(rawValue: node.scalar?.string ?? "") else {
      throw file.wrong(
        "\(key.rawValue): found \(ConfigurationFile.shown(node)), expected "
          + names.joined(separator: ", "))
    }
    return choice
  }
}
