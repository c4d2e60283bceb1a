import Cells

/// A cell as it is given to ncurses, colours by number.
struct Painted: Hashable, Sendable {
  var glyph: Unicode.Scalar
  var pair: ColorPair
  var attributes: Attributes

  /// What a fresh screen shows.
  static let blank = Painted(glyph: " ", pair: .terminalDefault, attributes: [])
}

/// What a person sees of a cell: different cells can look the same.
///
/// `▀` and `▄` with exchanged colours, `█` and a space: whichever needs no new colours is cheapest to
/// send. The terminal's own colours take no part as a foreground: as a background they differ.
enum Look: Hashable, Sendable {
  /// One colour all over.
  case uniform(Int32)
  /// The upper and the lower half of different colours.
  case halves(upper: Int32, lower: Int32)
  /// Any other glyph.
  case glyph(Painted)

  init(_ cell: Painted) {
    let (fore, back) = (cell.pair.foreground, cell.pair.background)
    // Bold or dim change no block's shape but may change its colour; on a blank they do nothing.
    let isBlank = cell.glyph == " " && cell.attributes.isDisjoint(with: [.reverse, .underline])
    let isBlock = cell.attributes.isEmpty && fore >= 0
    switch cell.glyph {
    case _ where isBlank: self = .uniform(back)
    case "█" where isBlock: self = .uniform(fore)
    case "▀" where isBlock && back >= 0: self = Look(upper: fore, lower: back)
    case "▄" where isBlock && back >= 0: self = Look(upper: back, lower: fore)
    default: self = .glyph(cell)
    }
  }

  private init(upper: Int32, lower: Int32) {
    self = upper == lower ? .uniform(upper) : .halves(upper: upper, lower: lower)
  }

  /// How to show this look with a pair's colours alone; `nil` if the pair lacks one.
  func painted(with pair: ColorPair, allowingFullBlock: Bool = true) -> Painted? {
    let glyph: Unicode.Scalar
    switch self {
    case .glyph(let cell): return cell.pair == pair ? cell : nil
    case .uniform(pair.background): glyph = " "
    case .uniform(pair.foreground) where allowingFullBlock && pair.foreground >= 0: glyph = "█"
    case .halves(pair.foreground, pair.background): glyph = "▀"
    case .halves(pair.background, pair.foreground): glyph = "▄"
    default: return nil
    }
    return Painted(glyph: glyph, pair: pair, attributes: [])
  }
}
