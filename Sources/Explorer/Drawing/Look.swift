import Cells
import Interphase
import Theming

/// The theme's roles as styles, for what the terminal can show.
struct Look {
  let theme: Theme
  let capabilities: Capabilities

  init(_ state: ExplorerState) {
    self.init(theme: state.theme, capabilities: state.capabilities)
  }

  init(theme: Theme, capabilities: Capabilities) {
    self.theme = theme
    self.capabilities = capabilities
  }

  var isColored: Bool { capabilities.colors > .monochrome }

  /// Whether species are shown by letters or patterns instead of half blocks.
  var usesGlyphs: Bool { !isColored || !capabilities.unicode }

  var blank: Cell { Cell(" ", isColored ? Style(background: theme.background) : .plain) }
  var text: Style { style(theme.text) }
  var title: Style { style(theme.text, [.bold]) }
  /// Labels and hints; of sixteen colours the one nearest to dim can hardly be read.
  var dim: Style {
    guard capabilities.colors > .sixteen || !isColored else { return text }
    return style(theme.dim, isColored ? [] : [.dim])
  }
  var accent: Style { style(theme.accent) }
  var accentTitle: Style { style(theme.accent, [.bold]) }
  var focus: Style { style(theme.focus, isColored ? [] : [.bold]) }
  var focusTitle: Style { style(theme.focus, [.bold]) }
  var track: Style { style(theme.track, isColored ? [] : [.dim]) }
  var warning: Style { style(theme.warning, isColored ? [] : [.bold]) }

  /// The chosen tab.
  var tab: Style {
    guard isColored else { return Style(attributes: [.bold, .reverse]) }
    return Style(foreground: theme.background, background: theme.accent, attributes: [.bold])
  }

  /// Behind the top bar, the status line and overlays.
  var bar: Cell {
    Cell(" ", isColored ? Style(foreground: theme.dim, background: theme.bar) : .plain)
  }

  /// Inside of a chart's area: a background, so that lines can be drawn over it.
  var filled: Cell {
    isColored && theme.track != nil
      ? Cell(" ", Style(foreground: theme.dim, background: theme.track)) : Cell("█", track)
  }

  /// Upper edge of a chart's area.
  func edge(_ glyph: Unicode.Scalar) -> Cell {
    Cell(glyph, isColored ? Style(foreground: theme.accent, background: theme.background) : .plain)
  }

  /// The cell that a person is typing into.
  var cursor: Style { focus.adding(.reverse) }

  private func style(_ color: RGB?, _ attributes: Attributes = []) -> Style {
    isColored
      ? Style(foreground: color, attributes: attributes) : Style(attributes: attributes)
  }

  /// The colour of a species; what lies outside the lattice has the background's.
  func color(_ code: UInt8?) -> RGB? {
    code.map { theme.species[Int($0)] } ?? theme.background
  }

  /// The sign of a species where half blocks cannot tell: the papers' letters, or patterns that
  /// read as matter where there are more glyphs than ASCII.
  func glyph(_ code: UInt8?) -> Unicode.Scalar {
    guard let code else { return " " }
    return (capabilities.unicode ? Self.patterns : Self.letters)[Int(code)]
  }

  private static let letters: [Unicode.Scalar] = [" ", "=", "-", "P", "F", "O", "D", "C"]
  private static let patterns: [Unicode.Scalar] = [" ", "━", "─", "p", "█", "o", "d", "▒"]
}
