/// What the events of a run passed and gave off: electrons and ethylene.
///
/// The film is taken as 1 nm deep, so that an electron for each site of width is one for each nm² of
/// electrode: 16.02 µC/cm².
public struct ChargeBalance: Hashable, Sendable {
  /// Electrons that went into reductions: one for each of events 1, 2, 3 and 7.
  public let electrons: Int
  /// Molecules of C₂H₄ given off: one for each of events 3, 4 and 7.
  public let ethylene: Int
  /// Area of the electrode [nm²].
  public let area: Int

  /// The elementary charge [C], exact (SI 2019).
  public static let elementaryCharge = 1.602176634e-19
  /// Avogadro's constant [1/mol], exact (SI 2019).
  public static let avogadro = 6.02214076e23
  /// Square nanometres in a square centimetre.
  private static let squareNanometresPerSquareCentimetre = 1e14

  /// Counts what events came to.
  ///
  /// - Parameters:
  ///   - reactionCounts: Events of each of the nineteen reactions, at index raw value − 1.
  ///   - width: Sites in a row [nm], at least 1.
  public init(reactionCounts: [Int], width: Int) {
    precondition(width >= 1, "an electrode of \(width) nm")
    func count(_ isCounted: (Reaction) -> Bool) -> Int {
      Reaction.allCases.filter(isCounted).reduce(0) { $0 + reactionCounts[$1.rawValue - 1] }
    }
    electrons = count(\.transfersElectron)
    ethylene = count(\.releasesEthylene)
    area = width
  }

  /// Charge passed [µC/cm²].
  public var charge: Double {
    Double(electrons) / Double(area) * Self.elementaryCharge * 1e6
      * Self.squareNanometresPerSquareCentimetre
  }

  /// C₂H₄ given off [nmol/cm²].
  public var ethyleneAmount: Double {
    Double(ethylene) / Double(area) / Self.avogadro * 1e9
      * Self.squareNanometresPerSquareCentimetre
  }
}
