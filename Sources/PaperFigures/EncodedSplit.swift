public import Interphase
public import Surrogate
import Tensors

/// The films of a test split, or those of them that a model holds, where its encoder puts them.
public struct EncodedSplit: Sendable {
  /// Where films came from.
  public struct Origin: Hashable, Sendable {
    /// Seed of the data set.
    public var seed: UInt64
    /// Samples of the whole data set.
    public var samples: Int
    /// The simulator's rules that made them.
    public var rulesVersion: Int
    /// Events after which a run was ended.
    public var eventLimit: Int
    /// The hash of the data set's manifest; `nil` where the films are those that the model holds.
    public var dataSet: String?
    /// Whether the films are those that the model holds.
    public var isOfModel: Bool
  }

  /// The films with their latent means.
  public let films: LatentMap
  /// The principal axes of the latent means.
  public let axes: PrincipalAxes
  /// Where they came from.
  public let origin: Origin
  /// Films of the whole test split: a model holds the first of them alone where it is large.
  public let wholeCount: Int

  /// The films of its test split that a model holds, and the axes of the whole split.
  ///
  /// - Throws: ``FiguresError/fewFilms(path:found:)``.
  public init(of bundle: ModelBundle, path: String) throws(FiguresError) {
    films = bundle.latentMap
    guard films.count >= FiguresError.fewestFilms else {
      throw .fewFilms(path: path, found: films.count)
    }
    axes = bundle.description.principalAxes
    let data = bundle.description.training.data
    wholeCount = max(films.count, data.test)
    origin = Origin(
      seed: data.seed, samples: data.samples, rulesVersion: data.rulesVersion,
      eventLimit: bundle.description.simulation.eventLimit, dataSet: nil, isOfModel: true)
  }

  init(films: LatentMap, axes: PrincipalAxes, origin: Origin) {
    self.films = films
    self.axes = axes
    self.origin = origin
    wholeCount = films.count
  }

  /// Films.
  public var count: Int { films.count }

  /// Whether these are all films of the test split.
  public var isWhole: Bool { count == wholeCount }

  /// What the films are, to follow "of", "over" or "in".
  public var name: String { isWhole ? "the test split" : part }

  /// The same with their number.
  public var countedName: String { isWhole ? "the \(count) films of the test split" : part }

  private var part: String { "the \(count) of \(wholeCount) test films that the model holds" }

  /// A property of each film as simulated, in its unit.
  func values(of property: Property) -> [Double] {
    (0..<count).map { Double(films.properties(at: $0)[property.rawValue]) }
  }

  /// The coordinate of each film on each principal axis.
  func coordinates() -> [[Double]] {
    let films = (0..<count).map { axes.coordinates(of: self.films.mean(at: $0)) }
    return axes.axes.indices.map { axis in films.map { Double($0[axis]) } }
  }

  /// The mean of each barrier [eV]: the middle of the design, nearly.
  public var meanBarriers: Barriers {
    // Justified by the fact that a mean lies between the ends.
    try! Barriers(
      Self.columns(of: films.barrierValues.values, width: Barriers.count).map { column in
        Float(column.reduce(0) { $0 + Double($1) } / Double(column.count))
      })
  }

  /// The least and the greatest value of each barrier [eV].
  var barrierEnds: [ClosedRange<Float>] {
    Self.ends(of: films.barrierValues.values, width: Barriers.count)
  }

  /// The least and the greatest latent mean in each dimension.
  var latentEnds: [ClosedRange<Float>] {
    Self.ends(of: films.means.values, width: films.means.shape[1])
  }

  private static func ends(of values: [Float], width: Int) -> [ClosedRange<Float>] {
    columns(of: values, width: width).map { ($0.min() ?? 0)...($0.max() ?? 0) }
  }

  private static func columns(of values: [Float], width: Int) -> [[Float]] {
    (0..<width).map { column in
      stride(from: column, to: values.count, by: width).map { values[$0] }
    }
  }
}
