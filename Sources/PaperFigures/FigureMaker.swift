import Cells
public import Exporting
public import Interphase
import Networks
public import Surrogate

/// A model beside the films that its figures are of.
public struct FigureModel: Sendable {
  /// Everything about the model but its tensors.
  public let description: ModelDescription
  /// The films.
  public let split: EncodedSplit
  /// The name of its folder, which tells it from others of its variant.
  let folder: String

  /// Puts a model and its films side by side.
  ///
  /// - Parameter folder: The name of its folder; empty for none.
  public init(_ description: ModelDescription, _ split: EncodedSplit, folder: String = "") {
    self.description = description
    self.split = split
    self.folder = folder
  }

  /// What the paper calls the variant; `seiscope`, which the paper does not have, by its own name.
  var name: String {
    switch description.architecture.variant {
    case .vae: "VAE"
    case .prvae: "prVAE"
    case .cprvae: "cprVAE"
    case .seiscope: "seiscope"
    }
  }
}

/// Makes the figures of the paper from a model.
public struct FigureMaker: Sendable {
  /// What can be chosen.
  public struct Settings: Sendable {
    /// The film of Fig. 1 by its place among the films, from 0; drawn where `nil`.
    public var film: Int?
    /// The seed of that draw.
    public var seed: UInt64
    /// What the decoder reads where barriers are fixed; the mean of the films where `nil`.
    public var barriers: Barriers?
    /// The barrier that varies in Fig. 8a; all of them together where `nil`.
    public var varied: Reaction?

    /// Gathers the choices.
    public init(
      film: Int? = nil, seed: UInt64 = 1, barriers: Barriers? = nil, varied: Reaction? = nil
    ) {
      self.film = film
      self.seed = seed
      self.barriers = barriers
      self.varied = varied
    }
  }

  /// The model whose figures are made.
  let model: FigureModel
  let predictor: Predictor
  /// Models of other variants, to be compared in Fig. 2.
  let others: [FigureModel]
  let settings: Settings
  private let program: String

  /// - Parameters:
  ///   - program: Name and version of the program, for the provenance.
  ///   - others: The vanilla and the property-regressor model, where there are such.
  /// - Throws: ``FiguresError/film(_:count:whole:)``.
  public init(
    _ model: FigureModel, predictor: Predictor, others: [FigureModel], settings: Settings,
    program: String
  ) throws(FiguresError) {
    if let film = settings.film, !(0..<model.split.count).contains(film) {
      throw .film(film, count: model.split.count, whole: model.split.wholeCount)
    }
    self.model = model
    self.predictor = predictor
    self.others = others
    self.settings = settings
    self.program = program
  }

  /// One figure.
  public func make(_ number: FigureNumber) -> FigureOutcome {
    switch number {
    case .films: .made(filmsFigure)
    case .losses: lossFigure
    case .latentSpace: .made(latentSpaceFigure)
    case .regression: regressionFigure
    case .correlations: .made(correlationFigure)
    case .firstAxis: axisFigure(0, number)
    case .secondAxis: axisFigure(1, number)
    case .thirdAxis: axisFigure(2, number)
    case .barrierWalk: barrierWalkFigure
    case .latentWalk: .made(latentWalkFigure)
    }
  }

  /// What the decoder reads where barriers are fixed.
  var fixedBarriers: Barriers { settings.barriers ?? model.split.meanBarriers }

  /// The fixed barriers [eV] in the published order; `nil` where the decoder reads none.
  public var barrierLine: String? {
    guard readsBarriers else { return nil }
    let values = fixedBarriers.values.map { NumberText.fixed(Double($0), 3) }
    let name = settings.barriers == nil ? "mean of \(model.split.name)" : "as given"
    return "barriers of Figs. 5 to 8b (\(name)) [eV]: \(values.joined(separator: ", "))"
  }

  /// What all figures together were made from.
  public var provenance: Provenance {
    provenance(at: readsBarriers ? fixedBarriers : nil)
  }

  /// What figures were made from; with barriers where these are the same in the whole figure.
  func provenance(at barriers: Barriers? = nil) -> Provenance {
    provenance(of: model, at: barriers)
  }

  /// The same for a film of the test split, which `simulate` repeats.
  func provenance(ofFilm index: Int, barriers: Barriers) -> Provenance {
    var result = provenance(of: model, at: barriers, seed: model.split.films.seeds[index])
    result.add("index", "\(model.split.films.indices[index])")
    return result
  }

  private func provenance(
    of model: FigureModel, at barriers: Barriers?, seed: UInt64? = nil
  ) -> Provenance {
    let (description, origin) = (model.description, model.split.origin)
    // Justified by the fact that the record was tried when the model was opened.
    let parameters = try! description.simulation.parameters(at: barriers ?? .middle)
    var result = Provenance(
      program: program, rulesVersion: origin.rulesVersion, parameters: parameters,
      seed: seed ?? origin.seed, eventLimit: origin.eventLimit, modelHash: description.weightsHash)
    if barriers == nil { result = result.leavingOut(barriersOf: Reaction.withBarrier) }
    result.add("variant", description.architecture.variant.rawValue)
    result.add("samples", "\(origin.samples)")
    result.add("films", "\(model.split.count)")
    if !model.split.isWhole { result.add("testFilms", "\(model.split.wholeCount)") }
    result.add("dataSet", origin.dataSet)
    return result
  }
}
