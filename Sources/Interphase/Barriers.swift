/// The fifteen reaction barriers of one simulation [eV].
///
/// Stored as `Float`, since data sets hold floats and a run repeated from a data set must be the
/// same run.
public struct Barriers: Hashable, Sendable {
  /// Barriers of reactions 1 to 15 [eV], 0 to ``greatest``.
  public private(set) var values: [Float]

  /// The greatest barrier that is taken [eV]: chemistry ends well below, and numbers made from it
  /// stay finite.
  public static let greatest: Float = 100

  /// The number of barriers.
  public static let count = 15

  /// Takes fifteen barriers [eV].
  ///
  /// - Throws: ``BarrierError`` where there are not fifteen or one is outside 0 to 100 eV.
  public init(_ values: [Float]) throws(BarrierError) {
    guard values.count == Self.count else { throw .count(values.count) }
    for (reaction, value) in zip(Reaction.withBarrier, values) {
      guard (0...Self.greatest).contains(value) else { throw .value(reaction, value) }
    }
    self.values = values
  }

  /// The middle of the published design.
  public static let middle = Barriers(of: \.middleBarrier)

  /// The authors' published example (column "sample" of the design).
  public static let esmaeilpour = Barriers(of: \.sampleBarrier)

  private init(of barrier: (Reaction) -> Double) {
    values = Reaction.withBarrier.map { Float(barrier($0)) }
  }

  /// The barrier of a reaction [eV]; escapes have a fixed one.
  public subscript(reaction: Reaction) -> Float {
    reaction.rawValue <= Self.count
      ? values[reaction.rawValue - 1] : Float(Reaction.escapeBarrier)
  }

  /// The same barriers with one changed.
  ///
  /// - Precondition: `reaction` is one of the fifteen with a barrier.
  /// - Throws: ``BarrierError`` where the value is outside 0 to 100 eV.
  public func setting(_ reaction: Reaction, to value: Float) throws(BarrierError) -> Barriers {
    precondition(reaction.rawValue <= Self.count, "\(reaction.id) has a fixed barrier")
    var changed = values
    changed[reaction.rawValue - 1] = value
    return try Barriers(changed)
  }

  /// The reactions whose barrier lies outside the design's range: there a model extrapolates.
  public var outsideDesign: [Reaction] {
    Reaction.withBarrier.filter { reaction in
      let range = reaction.barrierRange
      // A barrier rounded to Float may pass the range's end by half a unit in the last place.
      let slack = Double(self[reaction].ulp)
      let value = Double(self[reaction])
      return value < range.lowerBound - slack || value > range.upperBound + slack
    }
  }
}

/// Why numbers are no barriers.
public enum BarrierError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Not fifteen values.
  case count(Int)
  /// Outside 0 to 100 eV, or not a number.
  case value(Reaction, Float)
  /// An identifier that names no barrier, with the nearest that does.
  case unknown(String, suggestion: String?)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .count(let found): "found \(found) barriers, expected 15 (eV, comma-separated)"
    case .value(let reaction, let value):
      "barrier \(reaction.id) = \(value) eV is outside physics: give 0 to 100"
    case .unknown(let id, let suggestion):
      "unknown barrier '\(id)'"
        + (suggestion.map { ": did you mean '\($0)'?" }
          ?? ": use one of \(Reaction.withBarrier.map(\.id).joined(separator: ", "))")
    }
  }
}
