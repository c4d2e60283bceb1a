public import Explorer
import Interphase
import Networks
import Surrogate

/// Decodes with a model bundle.
struct SurrogateDecoder: FilmDecoder {
  private let predictor: Predictor
  private let bundle: ModelBundle

  /// Draws behind a spread.
  private static let draws = 200

  /// Builds the network, some 40 ms.
  init(_ bundle: ModelBundle) throws {
    self.bundle = bundle
    predictor = try Predictor(bundle)
  }

  mutating func answer(
    _ request: DecodeRequest, isWanted: () -> Bool, publish: (DecodedResult) -> Void
  ) {
    let axes = bundle.description.principalAxes
    guard let anchor = anchorPoint(of: request) else { return }
    let coordinates = axes.coordinates(of: anchor)
    var point = anchor
    for (offset, axis) in zip(request.place.offsets, axes.axes) where offset != 0 {
      for index in point.indices { point[index] += Float(offset) * axis[index] }
    }
    let film = predictor.decode(latent: point, barriers: request.place.barriers)
    publish(
      DecodedResult(
        generation: request.generation, lattice: film.lattice,
        regressed: film.regressed.map(Double.init), spread: spread(for: request),
        anchorCoordinates: coordinates.prefix(Session.sliderCount).map(Double.init)))
  }

  /// The latent point that offsets are added to; `nil` while there is no film to encode.
  private func anchorPoint(of request: DecodeRequest) -> [Float]? {
    switch request.place.anchor {
    case .priorMean: predictor.prior(at: request.place.barriers).mean
    case .priorDraw(let seed): predictor.draws(at: request.place.barriers, count: 1, seed: seed)
    case .latentMean: bundle.description.principalAxes.mean
    case .simulated: request.place.film.map { predictor.encode($0).mean }
    case .testSample(let index): bundle.latentMap.mean(at: index % max(1, bundle.latentMap.count))
    }
  }

  /// How far films at these barriers differ, where the prior is the anchor.
  private func spread(for request: DecodeRequest) -> [Double]? {
    let figures: [Float]
    switch request.place.anchor {
    case .priorMean:
      figures = predictor.spread(at: request.place.barriers, draws: Self.draws, seed: 0)
    case .priorDraw(let seed):
      figures = predictor.spread(at: request.place.barriers, draws: Self.draws, seed: seed)
    default: return nil
    }
    return figures.isEmpty ? nil : figures.map(Double.init)
  }
}

extension ModelSource {
  /// A model bundle, read and checked whole: what is wrong with one is said before the screen is
  /// taken. The network is built later, on the decoder's thread.
  ///
  /// - Parameters:
  ///   - path: The model's folder.
  ///   - session: Where the explorer begins: there the stored picture can stand in for the first
  ///     answer.
  /// - Throws: A `UserError` that names the file and what is wrong.
  public init(bundle path: String, session: Session) throws {
    let bundle = try ModelBundle(opening: path)
    let description = bundle.description
    let shape = description.architecture
    guard shape.width == 50, shape.height == 50 else {
      throw ModelSizeError(path: path, width: shape.width, height: shape.height)
    }
    let start = description.startState
    let beginsThere =
      session.barriers == start.barriers && session.anchor == .priorMean && shape.variant.hasPrior
    self.init(
      summary: ModelSummary(description, name: Self.name(of: path)),
      stored: beginsThere
        ? DecodedResult(
          generation: 0, lattice: bundle.startPicture, regressed: [], spread: nil,
          anchorCoordinates: [],
          isStored: true) : nil,
      open: { try SurrogateDecoder(bundle) })
  }

  private static func name(of path: String) -> String {
    let folder = path.split(separator: "/").last.map(String.init) ?? path
    return folder.count > 24 ? folder.prefix(23) + "…" : folder
  }
}

extension ModelSummary {
  /// What the explorer shows of a bundle.
  init(_ description: ModelDescription, name: String) {
    let axes = description.principalAxes
    self.init(
      name: name, variant: description.architecture.variant.rawValue,
      latentCount: description.architecture.latent,
      axes: axes.axes.indices.map { index in
        Axis(
          explainedVariance: Double(axes.explainedVariance[index]),
          minimum: Double(axes.minimum[index]), maximum: Double(axes.maximum[index]),
          property: axes.labels[index].property, correlation: Double(axes.labels[index].rho))
      },
      testSamples: description.metrics.films,
      hasConditionalPrior: description.architecture.variant.hasPrior,
      weightsHash: description.weightsHash,
      tunnellingDepth: description.simulation.tunnellingDepth)
  }
}

/// A model for films of another size than the explorer simulates.
struct ModelSizeError: UserError, Equatable {
  var path: String
  var width: Int
  var height: Int

  var exitStatus: ExitStatus { .data }

  var description: String {
    "\(path): a model for films of \(width) x \(height) sites, the explorer shows 50 x 50: "
      + "give another with --model"
  }
}
