import Explorer
import Files
import Foundation
import Interphase
import Networks
import Surrogate
import Testing

@testable import ExplorerRuntime

@Suite struct SurrogateDecoderTests {
  /// A small untrained model of 50 × 50 sites in a folder of its own, removed afterwards.
  private func withModel(
    size: Int = 50, _ body: (String) throws -> Void
  ) throws {
    let folder = NSTemporaryDirectory() + "/seiscope-decoder-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.bundle(size: size).write(to: folder + "/tiny")
    try body(folder + "/tiny")
  }

  private static func bundle(size: Int) -> ModelBundle {
    let shape = Architecture(
      variant: .seiscope, height: size, width: size, alphabet: 9, latent: 10,
      encoderChannels: [8, 8, 8], decoderChannels: [8, 8, 8], denseUnits: 6, regressorUnits: 5,
      priorUnits: 7)
    let numbers = (0..<10).map { Float($0) }
    let losses = Losses(reconstruction: 3, klDivergence: 2, property: 1, total: 5.5)
    let sample = MappedFilm(
      mean: numbers.map { $0 / 10 }, barriers: .middle, properties: [1, 0.5, 1, 0.25],
      lattice: Lattice(emptyWidth: size, height: size), seed: 1, index: 0)
    return ModelBundle(
      description: ModelDescription(
        program: "test", architecture: shape,
        simulation: SimulationRecord(width: size, height: size),
        scaling: Scaling(properties: [1, 0.5, 1, 0.2, 3, 0.7, 2, 0.3]),
        training: TrainingRecord(
          data: DataRecord(
            seed: 1, samples: 20, training: 14, validation: 3, test: 1, hash: "00",
            rulesVersion: 1),
          preset: "test", seed: 3, epochs: 1, batchSize: 4, schedule: "constant",
          learningRate: 1e-3, lossWeights: LossWeights(klDivergence: 0.1, property: 20),
          bestEpoch: 1, curves: [EpochLosses(epoch: 1, training: losses, validation: losses)]),
        metrics: Metrics(
          films: 1,
          reconstruction: Reconstruction(
            solidOverlap: 0.6, inorganicOverlap: 0.7, organicOverlap: 0.5, twoPointError: 0.1),
          regression: nil, decodedAgreement: nil, fromBarriers: nil),
        principalAxes: PrincipalAxes(
          mean: numbers,
          axes: (0..<10).map { row in (0..<10).map { $0 == row ? 1 : 0 } },
          explainedVariance: numbers.map { 0.19 - $0 / 50 },
          minimum: [Float](repeating: -2, count: 10), maximum: [Float](repeating: 2, count: 10),
          standardDeviation: [Float](repeating: 1, count: 10),
          labels: [AxisLabel](repeating: AxisLabel(property: .porosity, rho: 0.5), count: 10)),
        startState: .standard),
      tensors: shape.initialTensors(seed: 4), latentMap: LatentMap([sample], architecture: shape),
      startPicture: Lattice(emptyWidth: size, height: size))
  }

  private func request(_ anchor: Anchor, offset: Double = 0, film: Lattice? = nil) -> DecodeRequest
  {
    var offsets = [Double](repeating: 0, count: 8)
    offsets[2] = offset
    return DecodeRequest(
      generation: 4,
      place: LatentPlace(barriers: .middle, anchor: anchor, offsets: offsets, film: film))
  }

  private func answer(
    _ decoder: inout any FilmDecoder, _ request: DecodeRequest
  ) -> DecodedResult? {
    var found: DecodedResult?
    decoder.answer(request, isWanted: { true }, publish: { found = $0 })
    return found
  }

  @Test func `each anchor lies where it should`() throws {
    try withModel { path in
      let source = try ModelSource(
        bundle: path, session: Session(barriers: .middle, seed: 1))
      var decoder = try source.open()
      let mean = try #require(answer(&decoder, request(.latentMean)))
      #expect(mean.anchorCoordinates == [Double](repeating: 0, count: 8))
      #expect(mean.spread == nil)
      let sample = try #require(answer(&decoder, request(.testSample(0))))
      #expect(abs(sample.anchorCoordinates[5] - (0.5 - 5)) < 1e-6)
      let prior = try #require(answer(&decoder, request(.priorMean)))
      #expect(prior.spread?.count == 4)
      #expect(prior.regressed.count == 4)
      let draw = try #require(answer(&decoder, request(.priorDraw(seed: 1))))
      #expect(draw.anchorCoordinates != prior.anchorCoordinates)
      let again = answer(&decoder, request(.priorDraw(seed: 1)))
      #expect(again == draw)
      let early = answer(&decoder, request(.simulated))
      #expect(early == nil, "no film yet")
      let film = Lattice(emptyWidth: 50, height: 50)
      let encoded = answer(&decoder, request(.simulated, film: film))
      #expect(encoded?.generation == 4)
    }
  }

  @Test func `an offset moves the point along its axis and leaves the anchor`() throws {
    try withModel { path in
      var decoder = try ModelSource(
        bundle: path, session: Session(barriers: .middle, seed: 1)
      ).open()
      let there = try #require(answer(&decoder, request(.testSample(0))))
      let moved = try #require(answer(&decoder, request(.testSample(0), offset: 9)))
      #expect(moved.anchorCoordinates == there.anchorCoordinates)
      #expect(moved.regressed != there.regressed)
    }
  }

  @Test func `the stored picture stands in where the session begins at the model's start`() throws {
    try withModel { path in
      let start = Session(barriers: StartState.standard.barriers, seed: StartState.standard.seed)
      let here = try ModelSource(bundle: path, session: start)
      #expect(here.stored?.isStored == true)
      let session = Session(barriers: .middle, seed: 1)
      let elsewhere = try ModelSource(bundle: path, session: session)
      #expect(elsewhere.stored == nil)
    }
  }

  @Test func `a model for another size is refused in a sentence`() throws {
    try withModel(size: 16) { path in
      #expect(throws: ModelSizeError(path: path, width: 16, height: 16)) {
        try ModelSource(bundle: path, session: Session(barriers: .middle, seed: 1))
      }
    }
  }

  @Test func `damaged weights are refused before there is a screen`() throws {
    try withModel { path in
      let weights = path + "/weights.safetensors"
      let whole = try WholeFile.read(weights)
      try WholeFile.write(Array(whole.dropLast(8)), to: weights)
      #expect(throws: (any Error).self) {
        try ModelSource(bundle: path, session: Session(barriers: .middle, seed: 1))
      }
    }
  }
}
