import Cells
import Interphase
import Theming

/// How marks look: the simulated film has the interface's accent, the decoded one the colour of what
/// the model predicts, as everywhere in the view.
struct DifferenceSigns {
  let look: Look
  private let dimmed: [RGB]

  init(_ look: Look) {
    self.look = look
    let void = look.theme.species[0]
    dimmed = look.theme.species.map { ColorMap(anchors: [void, $0])[0.4] }
  }

  /// The colour of a mark, where half cells are coloured.
  func color(_ mark: SiteMark) -> RGB? {
    switch mark {
    case .simulatedOnly: look.simulatedColor
    case .decodedOnly: look.decodedColor
    case .otherSpecies: look.otherColor
    default: dimmed[Int(mark.rawValue)]
    }
  }

  /// The letter of a mark: S, D, x; what is alike is a dot.
  func cell(_ mark: SiteMark) -> Cell {
    let glyph: Unicode.Scalar =
      switch mark {
      case .simulatedOnly: "S"
      case .decodedOnly: "D"
      case .otherSpecies: "x"
      default: Self.quiet(mark.rawValue)
      }
    let differs = mark.rawValue > Species.organic.rawValue
    guard look.isColored else {
      return Cell(glyph, Style(attributes: differs ? .bold : .dim))
    }
    return Cell(
      glyph,
      Style(
        foreground: differs ? color(mark) : look.theme.dim, background: look.theme.species[0],
        attributes: differs ? .bold : []))
  }

  private static func quiet(_ code: UInt8) -> Unicode.Scalar {
    switch code {
    case Species.electrolyte.rawValue: " "
    case Species.electrode.rawValue: "="
    case Species.sink.rawValue: "-"
    default: "·"
    }
  }
}

extension Look {
  /// What the simulation says.
  var simulatedColor: RGB { theme.accent ?? RGB(0x66, 0xCC, 0xEE) }
  /// What the model says.
  var decodedColor: RGB { theme.focus ?? RGB(0xCC, 0xBB, 0x44) }
  /// Where they say different things.
  var otherColor: RGB { theme.text ?? RGB(0xEE, 0x66, 0x77) }

  /// Whether differences are letters: without colours, where they were asked for, and where the
  /// theme's colours are too near to be told apart.
  func drawsDifferencesAsLetters(_ settings: CompareSettings) -> Bool {
    let colors = [simulatedColor, decodedColor, otherColor, theme.species[0]].map(\.oklab)
    let areNear = colors.indices.contains { first in
      colors.indices.contains { $0 > first && colors[$0].distance(to: colors[first]) < 0.1 }
    }
    return usesGlyphs || settings.showsLetters || areNear
  }
}
