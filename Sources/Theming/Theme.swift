public import Cells

/// Colours by role.
///
/// `nil` is the terminal's own colour.
public struct Theme: Hashable, Sendable {
  /// The file's name without extension, as given on the command line.
  public var name: String
  /// Whether the background is dark.
  public var isDark: Bool
  /// Colours by species code, 0 electrolyte to 7 organic.
  public var species: [RGB]
  /// Behind everything.
  public var background: RGB?
  /// Behind the tab bar and the status line.
  public var bar: RGB?
  /// Values and titles.
  public var text: RGB?
  /// Labels and hints.
  public var dim: RGB?
  /// The interface: the chosen tab, the filled track.
  public var accent: RGB?
  /// The focused control, and what the model predicts.
  public var focus: RGB?
  /// The empty track.
  public var track: RGB?
  /// Warnings: extrapolation, errors.
  public var warning: RGB?

  /// A theme of all its colours.
  ///
  /// - Precondition: `species` holds eight colours.
  public init(
    name: String, isDark: Bool, species: [RGB], background: RGB?, bar: RGB?, text: RGB?,
    dim: RGB?, accent: RGB?, focus: RGB?, track: RGB?, warning: RGB?
  ) {
    precondition(species.count == 8, "theme \(name): \(species.count) species colours, not 8")
    self.name = name
    self.isDark = isDark
    self.species = species
    self.background = background
    self.bar = bar
    self.text = text
    self.dim = dim
    self.accent = accent
    self.focus = focus
    self.track = track
    self.warning = warning
  }

  /// The dark theme that is always there, even where no theme file is found.
  public static let interphase = Theme(
    name: "interphase", isDark: true,
    species: [
      RGB(0x16, 0x1b, 0x25), RGB(0x78, 0x82, 0x8e), RGB(0x2c, 0x36, 0x45), RGB(0x3f, 0xb5, 0x8a),
      RGB(0xe5, 0x48, 0x4d), RGB(0xf5, 0xa5, 0x24), RGB(0x55, 0xb0, 0xff), RGB(0xa0, 0x6e, 0xf0),
    ],
    background: RGB(0x0f, 0x13, 0x18), bar: RGB(0x19, 0x20, 0x2a), text: RGB(0xd6, 0xdc, 0xe4),
    dim: RGB(0x80, 0x8a, 0x97), accent: RGB(0x7c, 0xcb, 0xff), focus: RGB(0xff, 0xc1, 0x6b),
    track: RGB(0x39, 0x43, 0x50), warning: RGB(0xff, 0x8a, 0x5c))
}
