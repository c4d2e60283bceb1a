import CNcursesW
import Cells

/// Lets through only glyphs that the terminal shows in one column.
struct GlyphFilter {
  private let unicode: Bool
  private let columns: @Sendable (Unicode.Scalar) -> Int
  private var known: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// A filter for a terminal with or without glyphs beyond ASCII.
  ///
  /// - Parameters:
  ///   - unicode: Whether glyphs beyond ASCII are shown.
  ///   - columns: How wide a glyph is; ncurses follows the locale, so this does.
  init(
    unicode: Bool,
    columns: @escaping @Sendable (Unicode.Scalar) -> Int = { Int(nc_width($0.value)) }
  ) {
    self.unicode = unicode
    self.columns = columns
  }

  /// The glyph itself, or what stands for it.
  mutating func shown(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    if glyph.isASCII { return glyph.value >= 0x20 && glyph.value < 0x7F ? glyph : "?" }
    if let shown = known[glyph] { return shown }
    let isOneColumn = unicode && glyph.isPrintable && columns(glyph) == 1
    let shown = isOneColumn ? glyph : Self.substitutes[glyph] ?? "?"
    known[glyph] = shown
    return shown
  }

  /// Views draw ASCII themselves where they know better; this is the net below them.
  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "━": "=", "│": "|", "┃": "|", "┊": ":", "╎": ":", "┄": "-", "┈": "-",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "●": "o", "○": "o", "◆": "*", "•": "*", "·": ".",
    "▸": ">", "▶": ">", "◂": "<", "◀": "<", "▲": "^", "▼": "v", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "⇧": "^", "…": ".", "–": "-", "—": "-", "−": "-", "×": "x", "±": "~", "█": "#",
    "▀": "\"", "▄": "_", "░": ".", "▒": ":", "▓": "%", "²": "2", "³": "3", "₂": "2", "₃": "3",
    "⁺": "+", "⁻": "-", "¹": "1", "ρ": "r", "σ": "s", "μ": "u", "Å": "A", "°": "o", "’": "'",
  ]
}
