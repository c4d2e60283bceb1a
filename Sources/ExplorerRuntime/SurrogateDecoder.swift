import Explorer
import Interphase
import Networks
import Surrogate
import Synchronization

/// Decodes with a model bundle.
final class SurrogateDecoder: FilmDecoder {
  let bundle: ModelBundle
  let predictor: Predictor
  /// What the report calls the model.
  let name: String
  /// Folders of the models that the report sets beside it.
  let comparisons: [String]
  private let memory = Mutex(Memory())

  private struct Memory {
    var seenFilms: SeenFilms?
    /// The spread that was asked for last: it stays while only axes are moved.
    var spread: (barriers: Barriers, seed: UInt64, values: [Double]?)?
  }

  /// Draws behind a spread.
  private static let draws = StartFigures.draws

  /// Builds the network, some 40 ms.
  init(_ bundle: ModelBundle, name: String, comparisons: [String]) throws {
    self.bundle = bundle
    self.name = name
    self.comparisons = comparisons
    predictor = try Predictor(bundle)
  }

  var axes: PrincipalAxes { bundle.description.principalAxes }

  func learnSeenFilms() {
    let films = SeenFilms(bundle, predictor)
    memory.withLock { $0.seenFilms = films }
  }

  func answer(
    _ request: DecodeRequest, isWanted: () -> Bool, publish: (DecodedResult) -> Void
  ) {
    let place = request.place
    guard let anchor = anchor(of: place) else { return }
    let point = moved(anchor, by: place.offsets)
    let shape = predictor.architecture
    let logits = predictor.logits(latent: point, barriers: place.barriers)
    publish(
      DecodedResult(
        generation: request.generation,
        lattice: Lattice(logits: logits, width: shape.width, height: shape.height),
        regressed: predictor.regress(point).map(Double.init), spread: spread(at: place),
        anchorCoordinates: coordinates(of: anchor),
        probabilities: speciesProbabilities(logits),
        isFar: isFar(point, place.barriers)))
  }

  /// Unused codes of the alphabet count in the sum and are left out of the answer.
  private func speciesProbabilities(_ logits: [Float]) -> [Float] {
    let shape = predictor.architecture
    let all = SiteProbabilities(logits: logits, alphabet: shape.alphabet)
    return Array(all.values.prefix(Species.allCases.count * shape.sites))
  }

  private func isFar(_ point: [Float], _ barriers: Barriers) -> Bool {
    memory.withLock { $0.seenFilms }?.novelty(of: point, at: barriers).isPointFar ?? false
  }

  /// How far films at these barriers differ, where the prior is the anchor.
  private func spread(at place: LatentPlace) -> [Double]? {
    switch place.anchor {
    case .priorMean: spread(at: place.barriers, seed: 0)
    case .priorDraw(let seed): spread(at: place.barriers, seed: seed)
    default: nil
    }
  }

  private func spread(at barriers: Barriers, seed: UInt64) -> [Double]? {
    if let known = memory.withLock({ $0.spread }), known.barriers == barriers, known.seed == seed {
      return known.values
    }
    let figures = predictor.spread(at: barriers, draws: Self.draws, seed: seed)
    let values = figures.isEmpty ? nil : figures.map(Double.init)
    memory.withLock { $0.spread = (barriers, seed, values) }
    return values
  }
}
