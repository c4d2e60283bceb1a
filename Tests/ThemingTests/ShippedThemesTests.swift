import Cells
import Interphase
import Testing
import Theming

/// The repository's `Themes`, found from this file.
let themesFolder =
  #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Themes"

@Suite struct ShippedThemesTests {
  static let library = ThemeLibrary(folders: [themesFolder])

  @Test func `all files load, ours first`() {
    #expect(Self.library.problems.isEmpty)
    let names = Self.library.themes.map(\.name)
    #expect(names.prefix(5) == ["interphase", "paper", "okabe-ito", "high-contrast", "mono"])
    #expect(names.dropFirst(5) == ["gruvbox", "nord"])
  }

  @Test func `the file and the built-in theme are the same`() throws {
    #expect(try Theme(path: themesFolder + "/interphase.yaml") == .interphase)
  }

  /// Pairs of species that can lie side by side: all but the electrode and the sink.
  static let neighbours: [(Species, Species)] = Species.allCases.flatMap { first in
    Species.allCases.compactMap { second in
      let isFarApart = Set([first, second]) == [.electrode, .sink]
      return first.rawValue < second.rawValue && !isFarApart ? (first, second) : nil
    }
  }

  @Test(arguments: library.themes)
  func `neighbouring species can be told apart`(theme: Theme) {
    for (first, second) in Self.neighbours {
      let (a, b) = (theme.species[Int(first.rawValue)], theme.species[Int(second.rawValue)])
      // Just noticeable side by side is 0.02; small squares on a dim screen need four times that.
      #expect(a.oklab.distance(to: b.oklab) > 0.07, "\(theme.name): \(first) \(second)")
    }
  }

  @Test(arguments: library.themes)
  func `the film stands out, and its two solids from each other`(theme: Theme) {
    let electrolyte = theme.species[Int(Species.electrolyte.rawValue)]
    let organic = theme.species[Int(Species.organic.rawValue)]
    let inorganic = theme.species[Int(Species.inorganic.rawValue)]
    for solid in [organic, inorganic] {
      #expect(electrolyte.contrast(with: solid) >= 3, "\(theme.name)")
    }
    #expect(organic.oklab.distance(to: inorganic.oklab) > 0.12, "\(theme.name)")
  }

  @Test(arguments: library.themes)
  func `text can be read on its grounds`(theme: Theme) throws {
    let ground = try #require(theme.background)
    let bar = try #require(theme.bar)
    let text = try #require(theme.text)
    let strong = theme.name == "high-contrast"
    #expect(text.contrast(with: ground) >= (strong ? 15 : 7), "\(theme.name)")
    for role in [theme.dim, theme.accent, theme.focus, theme.warning] {
      let color = try #require(role)
      #expect(color.contrast(with: ground) >= (strong ? 7 : 4.5), "\(theme.name) \(color.hex)")
      #expect(color.contrast(with: bar) >= 4.5, "\(theme.name) \(color.hex) on its bar")
    }
    #expect(text.contrast(with: bar) >= (strong ? 15 : 7), "\(theme.name)")
    #expect((ground.relativeLuminance < 0.2) == theme.isDark)
  }

  /// The filled part of a slider ends where its track goes on; the chosen tab is written in the
  /// background's colour on the accent's.
  @Test(arguments: library.themes)
  func `a slider's value and the chosen tab can be seen`(theme: Theme) throws {
    let ground = try #require(theme.background)
    let track = try #require(theme.track)
    let accent = try #require(theme.accent)
    let focus = try #require(theme.focus)
    #expect(accent.contrast(with: track) >= 3, "\(theme.name)")
    #expect(focus.contrast(with: track) >= 3, "\(theme.name)")
    #expect(track.contrast(with: ground) >= 1.5, "\(theme.name)")
    #expect(ground.contrast(with: accent) >= 4.5, "\(theme.name)")
  }

  @Test func `high contrast means 4.5 for every species on the electrolyte`() throws {
    let theme = try Self.library.theme(named: "high-contrast")
    for color in theme.species.dropFirst() {
      #expect(color.contrast(with: theme.species[0]) >= 4.5)
    }
  }

  @Test func `mono is grey`() throws {
    let theme = try Self.library.theme(named: "mono")
    let roles = [theme.background, theme.text, theme.dim, theme.accent, theme.focus, theme.warning]
    for color in theme.species + roles.compactMap({ $0 }) {
      #expect(color.red == color.green && color.green == color.blue)
    }
  }

  /// How far apart neighbours stay: palettes made for it as far as for everybody, ours somewhat less;
  /// of those that other people chose, the two solids at least.
  @Test(arguments: library.themes, DichromatKind.allCases)
  func `people who see two primaries tell the species apart`(theme: Theme, kind: DichromatKind) {
    func distance(_ first: Species, _ second: Species) -> Double {
      kind.seen(theme.species[Int(first.rawValue)]).oklab
        .distance(to: kind.seen(theme.species[Int(second.rawValue)]).oklab)
    }
    #expect(distance(.inorganic, .organic) > 0.1, "\(theme.name), \(kind)")
    let limits = ["okabe-ito": 0.07, "high-contrast": 0.07, "mono": 0.07, "interphase": 0.05]
    guard let limit = limits[theme.name] else { return }
    for (first, second) in Self.neighbours {
      #expect(
        distance(first, second) > limit, "\(theme.name), \(kind): \(first) \(second)")
    }
  }
}

/// Colour vision without one kind of cone, simulated in linear RGB (Machado et al. 2009, severity 1).
enum DichromatKind: CaseIterable, Sendable {
  case protan, deutan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .protan:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deutan:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritan:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  func seen(_ color: RGB) -> RGB {
    let channels = [color.red, color.green, color.blue].map { value -> Double in
      RGB(value, value, value).relativeLuminance
    }
    let mixed = matrix.map { row in zip(row, channels).reduce(0) { $0 + $1.0 * $1.1 } }
    let encoded = mixed.map { linear -> UInt8 in
      (0...255).map { UInt8($0) }.min {
        abs(RGB($0, $0, $0).relativeLuminance - linear)
          < abs(RGB($1, $1, $1).relativeLuminance - linear)
      } ?? 0
    }
    return RGB(encoded[0], encoded[1], encoded[2])
  }
}
