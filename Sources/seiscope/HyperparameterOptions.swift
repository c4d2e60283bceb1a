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
    help: "Hyper-parameters: fast (one cycle of 12 epochs; the default) or paper (250 epochs).")
  var preset: String?

  @Option(
    help: ArgumentHelp(
      "YAML or JSON file of hyper-parameters, named as these options are; options win.",
      valueName: "file"))
  var hyperparameters: String?

  @Option(help: "Passes over the training split.")
  var epochs: Int?

  @Option(help: "Seed of weights, order, mirroring and noise.")
  var seed: UInt64?

  @Option(help: "Films of a step; even.")
  var batchSize: Int?

  @Option(help: "Learning rate, at its peak.")
  var learningRate: Float?

  @Option(help: "How the learning rate goes: one-cycle or constant.")
  var schedule: String?

  @Option(help: "Weight β of the divergence from the prior.")
  var beta: Float?

  @Option(help: "Weight λ of the property loss.")
  var lambda: Float?

  @Option(help: "Weight κ that draws the first latent means to the properties.")
  var ordering: Float?

  @Option(help: "Weight γ of the decoded film's rows, heights and pairs of solids.")
  var profile: Float?

  @Option(help: "Weight of the reconstruction in the rows where inorganic SEI can form.")
  var nearWeight: Float?

  @Option(help: "Weight of the reconstruction at sites of precursor, monomer and dimer.")
  var mobileWeight: Float?

  @Option(help: "Epochs over which β rises to its value.")
  var klWarmUp: Int?

  @Option(help: "End when the validation loss has not fallen for this many epochs; 0: never.")
  var patience: Int?

  @Option(help: "Gaussians that the conditional prior mixes.")
  var priorComponents: Int?

  /// The hyper-parameters of a new training, on lattices of this size: the preset's, changed by the
  /// file, changed by the options.
  func chosen(height: Int, width: Int, tunnellingDepth: Int) throws -> Hyperparameters {
    let file = try hyperparameters.map(HyperparameterFile.init(opening:))
    var result = Hyperparameters(
      try chosenPreset() ?? file?.preset() ?? .fast,
      architecture: Architecture(
        variant: try chosenVariant() ?? file?.variant() ?? .seiscope, height: height, width: width))
    result.weights.nearDepth = tunnellingDepth
    try file?.apply(to: &result)
    try apply(to: &result)
    return result
  }

  private func chosenPreset() throws -> TrainingPreset? {
    try preset.map { try Self.named($0, option: "--preset") }
  }

  private func chosenVariant() throws -> Variant? {
    try variant.map { try Self.named($0, option: "--variant") }
  }

  /// Changes what the options ask to be changed.
  func apply(to hyperparameters: inout Hyperparameters) throws {
    if let preset = try chosenPreset() { hyperparameters.preset = preset }
    if let variant = try chosenVariant() { hyperparameters.architecture.variant = variant }
    if let schedule {
      hyperparameters.schedule = try Self.named(schedule, option: "--schedule")
    }
    if let epochs { hyperparameters.epochs = epochs }
    if let seed { hyperparameters.seed = seed }
    if let batchSize { hyperparameters.batchSize = batchSize }
    if let learningRate { hyperparameters.learningRate = learningRate }
    if let beta { hyperparameters.weights.klDivergence = beta }
    if let lambda { hyperparameters.weights.property = lambda }
    if let klWarmUp { hyperparameters.warmUpEpochs = klWarmUp }
    if let patience { hyperparameters.patience = patience }
    if let ordering { hyperparameters.weights.ordering = ordering }
    if let profile { hyperparameters.weights.profile = profile }
    if let nearWeight { hyperparameters.weights.near = nearWeight }
    if let mobileWeight { hyperparameters.weights.mobile = mobileWeight }
    if let priorComponents { hyperparameters.architecture.priorComponents = priorComponents }
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
