public import Explorer
import Interphase
import Networks
import Surrogate

extension ModelSource {
  /// A model bundle; its network is built later, on the model's own thread.
  ///
  /// - Parameters:
  ///   - path: The model's folder.
  ///   - session: Where the explorer begins: there the stored picture can stand in for the first
  ///     answer.
  ///   - checksAll: Whether the whole folder is read and checked now, so that what is wrong with it
  ///     is said before the screen is taken (some 25 ms). Else description and stored picture are,
  ///     and damage to the rest is said when the network is built.
  ///   - comparisons: Folders of other models that the report sets beside it, where they are models.
  /// - Throws: A `UserError` that names the file and what is wrong.
  public init(
    bundle path: String, session: Session, checksAll: Bool = true, comparisons: [String] = []
  ) throws {
    let whole = checksAll ? try ModelBundle(opening: path) : nil
    let (description, picture, figures) =
      try whole.map { ($0.description, $0.startPicture, $0.startFigures) }
      ?? ModelBundle.description(at: path)
    let shape = description.architecture
    guard shape.width == 50, shape.height == 50 else {
      throw ModelSizeError(path: path, width: shape.width, height: shape.height)
    }
    let name = Self.name(of: path)
    self.init(
      summary: ModelSummary(
        description, name: name,
        mapped: whole?.latentMap.count ?? min(description.metrics.films, LatentMap.filmLimit)),
      stored: description.begins(session)
        ? DecodedResult(stored: picture, figures, offsets: session.offsets) : nil,
      open: {
        try SurrogateDecoder(
          whole ?? ModelBundle(opening: path), name: name, comparisons: comparisons)
      })
  }

  /// What a model in this folder is called.
  static func name(of path: String) -> String {
    let folder = path.split(separator: "/").last.map(String.init) ?? path
    return folder.count > 24 ? folder.prefix(23) + "…" : folder
  }
}

extension DecodedResult {
  /// The bundle's stored answer; figures only where no slider was moved.
  fileprivate init(stored picture: Lattice, _ figures: StartFigures?, offsets: [Double]) {
    let figures = offsets.allSatisfy { $0 == 0 } ? figures : nil
    self.init(
      generation: 0, lattice: picture, regressed: figures?.regressed.map(Double.init) ?? [],
      spread: figures?.spread.map(Double.init),
      anchorCoordinates: figures?.coordinates.prefix(Session.sliderCount).map(Double.init) ?? [],
      isStored: true)
  }
}

extension ModelDescription {
  /// Whether the stored picture is what a session shows first.
  fileprivate func begins(_ session: Session) -> Bool {
    session.barriers == startState.barriers && session.anchor == .priorMean
      && architecture.variant.hasPrior
  }
}

extension ModelSummary {
  /// What the explorer shows of a bundle with so many films in its map.
  init(_ description: ModelDescription, name: String, mapped: Int) {
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
      testSamples: mapped,
      hasConditionalPrior: description.architecture.variant.hasPrior,
      weightsHash: description.weightsHash,
      tunnellingDepth: min(
        max(0, description.simulation.tunnellingDepth), description.architecture.height))
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
