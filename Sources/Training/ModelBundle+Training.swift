public import Interphase
import Networks
public import Surrogate
import Tensors

extension ModelBundle {
  /// Makes a model of a training's result: measures it on the test split and finds its axes.
  ///
  /// - Parameters:
  ///   - session: A training, finished or stopped.
  ///   - corpus: Its films.
  ///   - mapped: Films of the test split that the latent map holds at most.
  ///   - half: Whether the weights will be stored as F16; the figures are then those of the rounded
  ///     weights.
  ///   - program: The program's name and version.
  ///   - startState: What an explorer opens with.
  ///   - report: Told the films of the test split done so far.
  /// - Throws: ``NetworkError``, ``TrainingError``.
  public init(
    trainedBy session: TrainingSession, on corpus: Corpus, mapped: Int = LatentMap.filmLimit,
    half: Bool,
    program: String, startState: StartState = .standard, report: (Int) -> Void = { _ in }
  ) throws {
    let hyperparameters = session.hyperparameters
    let architecture = hyperparameters.architecture
    let found = try session.resultInUnits(corpus)
    let tensors = half ? found.mapValues(\.roundedToHalf) : found
    let predictor = Predictor(
      try InferenceNetwork(architecture: architecture, tensors: tensors),
      scaling: session.scaling)
    let films = corpus.test
    let evaluation = try TestSplitView(
      predictor, films, seed: hyperparameters.seed, report: report)
    let axes = try PrincipalAxes(of: evaluation.means, properties: evaluation.properties)
    let mapped = try (0..<min(films.count, mapped)).map { index in
      let film = try films.film(at: index)
      return MappedFilm(
        mean: evaluation.means[index], barriers: film.barriers, properties: film.properties,
        lattice: film.lattice, seed: film.seed, index: film.index)
    }
    let start = predictor.decode(
      latent: predictor.prior(at: startState.barriers).mean, barriers: startState.barriers)
    self.init(
      description: ModelDescription(
        program: program, architecture: architecture, simulation: corpus.simulation,
        scaling: session.scaling, training: session.record(of: corpus),
        metrics: evaluation.metrics, principalAxes: axes, startState: startState),
      tensors: tensors, latentMap: LatentMap(mapped, architecture: architecture),
      startPicture: start.lattice,
      startFigures: StartFigures(of: predictor, at: startState.barriers, axes: axes))
  }
}

extension TrainingSession {
  /// The best epoch's tensors; where the prior is learnt, in the latent units of the validation
  /// split and as wide as its films ask for.
  fileprivate func resultInUnits(_ corpus: Corpus) throws -> [String: Tensor] {
    let architecture = hyperparameters.architecture
    guard architecture.variant.hasPrior, hyperparameters.weights.ordering > 0 else {
      return result
    }
    let batch = 32
    let predictor = Predictor(
      try InferenceNetwork(architecture: architecture, tensors: result, batchSize: batch),
      scaling: scaling)
    let films = corpus.validation
    let encodings = try stride(from: 0, to: films.count, by: batch).flatMap { start in
      predictor.encode(
        try (start..<min(start + batch, films.count)).map { try films.film(at: $0).lattice })
    }
    let inUnits = LatentUnits(encodings).applied(to: result, architecture)
    guard architecture.variant.hasRegressor else { return inUnits }
    let calibration = PriorCalibration(
      architecture, films: try firstValidationFilms(1000), seed: hyperparameters.seed)
    return PriorCalibration.widened(
      inUnits, architecture, by: try calibration.factor(for: inUnits))
  }

  /// How the result was made.
  fileprivate func record(of corpus: Corpus) -> TrainingRecord {
    TrainingRecord(
      data: corpus.record, preset: hyperparameters.preset.rawValue, seed: hyperparameters.seed,
      epochs: hyperparameters.epochs, batchSize: hyperparameters.batchSize,
      schedule: hyperparameters.schedule.rawValue, learningRate: hyperparameters.learningRate,
      lossWeights: hyperparameters.weights, warmUpEpochs: hyperparameters.warmUpEpochs,
      patience: hyperparameters.patience, bestEpoch: progress.bestEpoch, curves: progress.curves)
  }
}

extension Tensor {
  /// The tensor as it reads back after storage as F16.
  var roundedToHalf: Tensor {
    Tensor(
      shape: shape,
      values: values.map { HalfPrecision.float(from: HalfPrecision.half(from: $0)) })
  }
}
