import Interphase

/// The figures of Rajagopal et al. (2023) that show what a model does, by their numbers there.
public enum FigureNumber: String, CaseIterable, Sendable {
  /// A film of the test split, simulated and decoded.
  case films = "1bc"
  /// Losses by epoch.
  case losses = "1d"
  /// The latent space in the plane of its first two principal axes.
  case latentSpace = "2"
  /// Properties predicted against actual.
  case regression = "3"
  /// Correlations of the properties.
  case correlations = "4"
  /// Along the first principal axis.
  case firstAxis = "5"
  /// Along the second principal axis.
  case secondAxis = "6"
  /// Along the third principal axis.
  case thirdAxis = "7"
  /// Barriers vary at a fixed latent point.
  case barrierWalk = "8a"
  /// The latent point varies at fixed barriers.
  case latentWalk = "8b"

  /// The name of the figure's files, without ending.
  public var fileName: String { "figure-\(rawValue)" }

  /// The figures that a list names, each once, in the paper's order.
  ///
  /// - Parameter list: Numbers with commas between them; `1`, `1b`, `1c` and `8` name what belongs
  ///   to them.
  /// - Throws: ``FiguresError/unknown(_:suggestion:)`` for anything else.
  public static func parse(_ list: String) throws(FiguresError) -> [FigureNumber] {
    var chosen: Set<FigureNumber> = []
    for field in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(field.filter { $0 != " " }).lowercased()
      guard let figures = groups[name] ?? FigureNumber(rawValue: name).map({ [$0] }) else {
        // Of one digit any other is near.
        let names = (groups.keys.sorted() + allCases.map(\.rawValue)).filter {
          $0.first == name.first
        }
        throw .unknown(String(field), suggestion: nearest(to: name, among: names))
      }
      chosen.formUnion(figures)
    }
    return allCases.filter(chosen.contains)
  }

  private static let groups: [String: [FigureNumber]] = [
    "1": [.films, .losses], "1b": [.films], "1c": [.films], "8": [.barrierWalk, .latentWalk],
  ]
}
