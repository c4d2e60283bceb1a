import Testing
import Theming

@testable import Cells

/// The themes that come with the program, as a terminal of 256 colours shows them.
@Suite struct ShippedThemesInPaletteTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Themes"
  static let themes = ThemeLibrary(folders: [folder]).themes

  /// What is shown for each colour.
  private static func shown(_ colors: [RGB], of theme: Theme) -> [RGB] {
    var mapper = ColorMapper(depth: .palette)
    mapper.keepApart(theme.species)
    return colors.map { Palette.extended[Int(mapper.index($0)) - 16] }
  }

  @Test func `there are seven`() { #expect(Self.themes.count == 7) }

  @Test(arguments: themes)
  func `neighbouring species can be told apart`(theme: Theme) {
    let colors = Self.shown(theme.species, of: theme)
    for first in colors.indices {
      // Species 1 and 2, electrode and sink, never touch.
      for second in colors.indices where second > first && (first, second) != (1, 2) {
        let distance = colors[first].oklab.distance(to: colors[second].oklab)
        #expect(distance > 0.07, "\(theme.name): species \(first) and \(second)")
      }
    }
  }

  @Test(arguments: themes)
  func `text can be read on its grounds`(theme: Theme) {
    let roles = [theme.text, theme.dim, theme.accent, theme.focus, theme.warning]
    let grounds = Self.shown([theme.background, theme.bar].compactMap { $0 }, of: theme)
    let colors = Self.shown(roles.compactMap { $0 }, of: theme)
    #expect(colors.count == roles.count && grounds.count == 2)
    for (role, color) in colors.enumerated() {
      for ground in grounds {
        let contrast = color.contrast(with: ground)
        #expect(contrast >= (role == 0 ? 7 : 4), "\(theme.name): role \(role), \(contrast)")
      }
    }
  }
}
