public import Interphase

/// What a person chose in the view Compare.
public struct CompareSettings: Equatable, Sendable {
  /// What the view shows, where not everything has room at once.
  public enum Part: String, CaseIterable, Equatable, Sendable {
    /// Where the two films differ.
    case difference
    /// Agreement in numbers, the twin ratio.
    case figures
    /// Heights over the columns, sites of each species.
    case profiles
    /// The decoder's probability of a species beside its frequency in films of other seeds.
    case probability

    /// The word that is clicked.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// The word where there is little room.
    var shortTitle: String {
      switch self {
      case .difference: "Diff."
      case .figures: "Fig."
      case .profiles: "Prof."
      case .probability: "Prob."
      }
    }
  }

  /// The part on screen; smaller ones beside it come along as there is room.
  public var part: Part = .difference
  /// The species whose probability is held against its frequency.
  public var species: Species = .organic
  /// Whether differences are told apart by letters although there are colours.
  public var showsLetters = false

  /// The settings at the start.
  public init() {}
}
