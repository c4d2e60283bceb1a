import Interphase
import Networks
import PaperFigures
import Surrogate
import Training

/// Models of 12 × 10 sites and four latent dimensions, untrained, with films of known latent means
/// and properties.
enum Fixture {
  static func architecture(_ variant: Variant = .seiscope) -> Architecture {
    Architecture(
      variant: variant, height: 12, width: 10, alphabet: 9, latent: 4,
      encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
      priorUnits: 7)
  }

  static func film(seed: UInt64) -> Lattice {
    var source = RandomSource(seed: seed)
    var lattice = Lattice(emptyWidth: 10, height: 12)
    for y in 1..<8 {
      for x in 0..<10 {
        lattice[x, y] = [.electrolyte, .organic, .inorganic, .monomer][Int(source.next() % 4)]
      }
    }
    return lattice
  }

  /// Films whose means are drawn with deviations 4, 2, 1, 0.5 along the dimensions.
  static func films(
    _ count: Int, properties: ([Float], inout RandomSource) -> [Float]
  ) throws -> [MappedFilm] {
    var source = RandomSource(seed: 11)
    return try (0..<count).map { index in
      let mean = [4, 2, 1, 0.5].map { Float($0 * source.normal()) }
      let barriers = try Barriers(
        Barriers.middle.values.map { $0 * Float(0.8 + 0.4 * source.unit()) })
      return MappedFilm(
        mean: mean, barriers: barriers, properties: properties(mean, &source),
        lattice: film(seed: UInt64(index)), seed: UInt64(100 + index), index: 7 * index)
    }
  }

  static let losses = [(9.0, 10.0), (5.0, 5.2), (4.0, 6.0)].enumerated().map { index, totals in
    EpochLosses(
      epoch: index + 1,
      training: Losses(reconstruction: 3, klDivergence: 2, property: 1, total: totals.0),
      validation: Losses(reconstruction: 3, klDivergence: 2, property: 1, total: totals.1))
  }

  static func bundle(
    _ films: [MappedFilm], _ variant: Variant = .seiscope, testFilms: Int = 3, kept: Int = 2
  ) throws -> ModelBundle {
    let architecture = architecture(variant)
    let scores = Reconstruction(
      solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: 0.5, twoPointError: 0.1)
    let record = TrainingRecord(
      data: DataRecord(
        seed: 1, samples: 20, training: 14, validation: 3, test: testFilms, hash: "00",
        rulesVersion: 3),
      preset: "fast", seed: 3, epochs: 3, batchSize: 4, schedule: "constant", learningRate: 1e-3,
      lossWeights: LossWeights(klDivergence: 0.1, property: 20), bestEpoch: kept, curves: losses)
    return ModelBundle(
      description: ModelDescription(
        program: "seiscope test", architecture: architecture,
        simulation: SimulationRecord(width: 10, height: 12),
        scaling: Scaling(properties: films.flatMap(\.properties)), training: record,
        metrics: Metrics(
          films: 3, reconstruction: scores, regression: nil, decodedAgreement: nil,
          fromBarriers: nil),
        principalAxes: try PrincipalAxes(
          of: films.map(\.mean), properties: films.map(\.properties)),
        startState: StartState(barriers: .esmaeilpour, seed: 7)),
      tensors: architecture.initialTensors(seed: 4),
      latentMap: LatentMap(films, architecture: architecture), startPicture: film(seed: 9))
  }

  static func maker(
    _ films: [MappedFilm], _ variant: Variant = .seiscope, others: [FigureModel] = [],
    settings: FigureMaker.Settings = .init(), testFilms: Int = 3, kept: Int = 2
  ) throws -> FigureMaker {
    let bundle = try bundle(films, variant, testFilms: testFilms, kept: kept)
    return try FigureMaker(
      FigureModel(bundle.description, EncodedSplit(of: bundle, path: "m")),
      predictor: Predictor(bundle), others: others, settings: settings, program: "seiscope test")
  }

  static func model(
    _ films: [MappedFilm], _ variant: Variant, folder: String = ""
  ) throws -> FigureModel {
    let bundle = try bundle(films, variant)
    return FigureModel(
      bundle.description, try EncodedSplit(of: bundle, path: "m"), folder: folder)
  }
}

extension FigureOutcome {
  var figure: PaperFigure? { if case .made(let figure) = self { figure } else { nil } }
  var reason: String? { if case .skipped(_, let reason) = self { reason } else { nil } }
}
