public import DataSets
import Interphase
public import Surrogate
import Training

extension EncodedSplit {
  /// Sends the test split of a data set through a model's encoder and finds the axes anew.
  ///
  /// - Parameters:
  ///   - dataSet: Where the films come from.
  ///   - samples: Its test split.
  ///   - description: The model.
  ///   - predictor: The same model, put to use.
  ///   - report: Told the films done so far; `false` stops.
  /// - Returns: `nil` where it was stopped.
  /// - Throws: ``FiguresError`` where the data are not what the model was made for.
  public init?(
    of dataSet: DataSet, _ samples: [Sample], description: ModelDescription, predictor: Predictor,
    report: (Int) -> Bool
  ) throws {
    try Self.check(dataSet, for: description)
    var films: [MappedFilm] = []
    films.reserveCapacity(samples.count)
    for start in stride(from: 0, to: samples.count, by: Self.batch) {
      let batch = samples[start..<min(start + Self.batch, samples.count)]
      let encodings = predictor.encode(batch.map(\.lattice))
      films += zip(batch, encodings).map { sample, encoding in
        MappedFilm(
          mean: encoding.mean, barriers: sample.barriers, properties: sample.properties,
          lattice: sample.lattice, seed: sample.seed, index: sample.index)
      }
      guard report(films.count) else { return nil }
    }
    let plan = dataSet.manifest.parameters
    self.init(
      films: LatentMap(films, architecture: description.architecture),
      axes: try PrincipalAxes(of: films.map(\.mean), properties: films.map(\.properties)),
      origin: Origin(
        seed: plan.seed, samples: plan.samples, rulesVersion: dataSet.manifest.rulesVersion,
        eventLimit: plan.eventLimit, dataSet: dataSet.manifest.hash, isOfModel: false))
  }

  /// Films that are shown at once.
  private static let batch = 32

  /// Makes sure that a data set is of what a model was made for, before its films are read.
  ///
  /// - Throws: ``FiguresError`` that names what differs.
  public static func check(
    _ dataSet: DataSet, for description: ModelDescription
  ) throws(FiguresError) {
    let (plan, made) = (dataSet.manifest.parameters, description.simulation)
    var pairs = [
      ("size", "\(plan.width) x \(plan.height) sites", "\(made.width) x \(made.height) sites"),
      ("temperature", "\(plan.temperature) K", "\(made.temperature) K"),
      ("tunnelling depth", "\(plan.tunnellingDepth) nm", "\(made.tunnellingDepth) nm"),
    ]
    // An imported set was made by no rules of ours.
    if dataSet.manifest.imported == nil {
      let rules = description.training.data.rulesVersion
      pairs += [
        ("rules version", "\(dataSet.manifest.rulesVersion)", "\(rules)"),
        ("event limit", "\(plan.eventLimit)", "\(made.eventLimit)"),
      ]
    }
    if let (what, found, expected) = pairs.first(where: { $0.1 != $0.2 }) {
      throw .otherData(path: dataSet.path, what, found: found, expected: expected)
    }
    let count = dataSet.count(in: .test)
    guard count >= FiguresError.fewestFilms else {
      throw .fewFilms(path: dataSet.path, found: count)
    }
  }
}
