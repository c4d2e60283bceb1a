import Console
import DataSets
import Files
import Interphase
import Networks
import PaperFigures
import Surrogate

/// The models and films that figures are made of.
struct FiguresInput {
  /// Where the model was found.
  let path: String
  let model: FigureModel
  let predictor: Predictor
  /// The vanilla and the property-regressor model, as far as there are such.
  let others: [FigureModel]

  /// Opens what the options name.
  ///
  /// - Parameter needsOthers: Whether models of other variants are to be compared, too.
  /// - Throws: A ``UserError`` that names what is wrong, or what was stopped.
  init(_ options: FiguresCommand, needsOthers: Bool, _ line: ProgressLine) throws {
    path = ResourceLocator.model(options.model)
    let bundle = try ModelBundle(opening: path)
    let data = try options.data.map { try TestData(opening: $0, for: bundle.description) }
    predictor = try Predictor(bundle)
    model = try Self.model(bundle, path, data, predictor, line)
    var others: [FigureModel] = []
    for (asked, variant) in [(options.vae, Variant.vae), (options.prvae, .prvae)] {
      guard needsOthers, let path = asked ?? ResourceLocator.bundled(variant.rawValue) else {
        continue
      }
      let bundle = try ModelBundle(opening: path)
      let found = bundle.description.architecture.variant
      guard found == variant else {
        throw FiguresError.otherVariant(
          path: path, found: found.rawValue, expected: variant.rawValue)
      }
      others.append(
        try Self.model(bundle, path, data, data == nil ? nil : try Predictor(bundle), line))
    }
    self.others = others
  }

  /// A model beside the films that it holds, or those of a data set.
  private static func model(
    _ bundle: ModelBundle, _ path: String, _ data: TestData?, _ predictor: Predictor?,
    _ line: ProgressLine
  ) throws -> FigureModel {
    let folder = Folder.name(of: path)
    guard let data, let predictor else {
      return FigureModel(
        bundle.description, try EncodedSplit(of: bundle, path: path), folder: folder)
    }
    let split = try EncodedSplit(
      of: data.set, data.samples, description: bundle.description, predictor: predictor
    ) { done in
      line.renew { "encoding \(done)/\(data.samples.count) films with \(path)" }
      return !Interruption.isRequested
    }
    guard let split else { throw FiguresWriter.stopped }
    return FigureModel(bundle.description, split, folder: folder)
  }
}

/// The test split of a data set.
private struct TestData {
  let set: DataSet
  let samples: [Sample]

  init(opening path: String, for description: ModelDescription) throws {
    set = try DataSet(opening: path)
    try EncodedSplit.check(set, for: description)
    samples = try set.load(.test)
  }
}
