public import Cells
import Exporting
import Interphase

/// What the colours of a panel stand for.
public enum ColorScale: Hashable, Sendable {
  /// Viridis from the least to the greatest value.
  case following
  /// Viridis between fixed ends.
  case sequential(ClosedRange<Double>)
  /// Blue below zero and red above, white at zero: −1 to 1.
  case correlation

  /// The colours, and the values at their ends where these are fixed.
  var map: ColorMap { self == .correlation ? .blueRed : .viridis }

  /// The values at the ends; `nil` where they follow the data.
  var range: ClosedRange<Double>? {
    switch self {
    case .following: nil
    case .sequential(let range): range
    case .correlation: -1...1
    }
  }
}

/// What one colour means.
public struct LegendEntry: Hashable, Sendable {
  /// The name beside the colour.
  public let name: String
  /// The colour.
  public let color: RGB

  /// Names a colour.
  public init(name: String, color: RGB) {
    self.name = name
    self.color = color
  }

  /// The species in the order of their codes, in the papers' colours.
  public static let species = Species.allCases.map {
    LegendEntry(name: $0.name, color: RGB($0.filmColor))
  }
}

extension RGB {
  init(_ color: FilmColor) { self.init(color.red, color.green, color.blue) }
}
