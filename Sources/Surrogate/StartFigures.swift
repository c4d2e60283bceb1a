package import Interphase
import Networks
import Tensors

/// What a model says of its start state, stored beside the picture so that an explorer shows all of
/// it before the network has been built.
public struct StartFigures: Hashable, Sendable {
  /// The four regressed properties, in the order of `Property`.
  public var regressed: [Float]
  /// Their standard deviation over draws of the prior.
  public var spread: [Float]
  /// The prior's mean on the principal axes, the first ones first.
  public var coordinates: [Float]

  /// Draws of the prior behind a spread.
  public static let draws = 200

  /// The figures of a model with a conditional prior and a regressor; `nil` where it lacks one.
  ///
  /// Some 3 ms.
  package init?(of predictor: Predictor, at barriers: Barriers, axes: PrincipalAxes) {
    guard predictor.architecture.variant.hasPrior else { return nil }
    let mean = predictor.prior(at: barriers).mean
    regressed = predictor.regress(mean)
    spread = predictor.spread(at: barriers, draws: Self.draws, seed: 0)
    coordinates = axes.coordinates(of: mean)
    guard !regressed.isEmpty, !spread.isEmpty else { return nil }
  }

  private static let names = ["regressed", "spread", "coordinates"]

  /// Reads the figures; `nil` where the file has none of them, as those of older models.
  init?(_ reader: SafetensorsReader, axes: Int) throws(SafetensorsError) {
    guard !Set(reader.names).isDisjoint(with: Self.names) else { return nil }
    regressed = try reader.floats("regressed", shape: [Property.allCases.count]).values
    spread = try reader.floats("spread", shape: [Property.allCases.count]).values
    coordinates = try reader.floats("coordinates", shape: [axes]).values
  }

  /// The names that a file of a picture may have.
  static let fileNames = ["lattice"] + names

  func add(to writer: inout SafetensorsWriter) {
    for (name, values) in zip(Self.names, [regressed, spread, coordinates]) {
      writer.add(Tensor(shape: [values.count], values: values), named: name)
    }
  }
}
