import ArgumentParser
import Console
import Interphase
import Networks
import Training

/// The options of a training that decide its result; those not given are the preset's.
struct HyperparameterOptions: ParsableArguments {
  @Option(
    help: """
      Which parts the network has: vae, prvae (property regressor), cprvae (and barriers in the \
      decoder), seiscope (and a conditional prior; the default).
      """)
  var variant: String?

  @Option(
    help: "Hyper-parameters: fast (one cycle of 30 epochs; the default) or paper (250 epochs).")
  var preset: String?

  @Option(help: "Passes over the training split.")
  var epochs: Int?

  @Option(help: "Seed of weights, order, mirroring and noise.")
  var seed: UInt64?

  @Option(help: "Films of a step; even.")
  var batchSize: Int?

  @Option(help: "Learning rate, at its peak.")
  var learningRate: Float?

  @Option(help: "Weight β of the divergence from the prior.")
  var beta: Float?

  @Option(help: "Weight λ of the property loss.")
  var lambda: Float?

  /// The preset asked for, or the default.
  func chosenPreset() throws -> TrainingPreset {
    guard let preset else { return .fast }
    return try Self.named(preset, option: "--preset")
  }

  /// Changes what was asked to be changed.
  func apply(to hyperparameters: inout Hyperparameters) throws {
    if preset != nil { hyperparameters.preset = try chosenPreset() }
    if let variant {
      hyperparameters.architecture.variant = try Self.named(variant, option: "--variant")
    }
    if let epochs { hyperparameters.epochs = epochs }
    if let seed { hyperparameters.seed = seed }
    if let batchSize { hyperparameters.batchSize = batchSize }
    if let learningRate { hyperparameters.learningRate = learningRate }
    if let beta { hyperparameters.weights.klDivergence = beta }
    if let lambda { hyperparameters.weights.property = lambda }
  }

  private static func named<Choice>(_ name: String, option: String) throws -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    if let choice = Choice(rawValue: name) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw OptionError(
      "\(option) '\(name)' is unknown: \(hint ?? "use \(names.joined(separator: ", "))")")
  }
}
