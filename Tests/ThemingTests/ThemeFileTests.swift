import Cells
import Interphase
import Testing
import Theming

@Suite struct ThemeFileTests {
  private static let species = """
    species: {electrolyte: "#000000", electrode: "#111111", sink: "#222222", precursor: "#333333",
      inorganic: "#444444", monomer: "#555555", dimer: "#666666", organic: "#777777"}
    """

  @Test func `roles are read, and what is left out is the terminal's own`() throws {
    let text = "variant: light\naccent: '#AbCdEf'\nbar: terminal\nname: A name\n" + Self.species
    let theme = try Theme(yaml: text, name: "mine")
    #expect(theme.name == "mine")
    #expect(!theme.isDark)
    #expect(theme.accent == RGB(0xab, 0xcd, 0xef))
    #expect(theme.bar == nil && theme.background == nil && theme.text == nil)
    #expect(theme.species[7] == RGB(0x77, 0x77, 0x77))
  }

  @Test func `without a variant the background decides`() throws {
    #expect(try !Theme(yaml: "background: '#f0f0f0'\n" + Self.species, name: "x").isDark)
    #expect(try Theme(yaml: "background: '#202020'\n" + Self.species, name: "x").isDark)
    #expect(try Theme(yaml: Self.species, name: "x").isDark)
  }

  @Test(arguments: [
    ("", "theme t: expected a mapping of roles to colours"),
    ("- a\n- b\n", "theme t: expected a mapping of roles to colours"),
    ("text: '#ffffff'\n", "theme t: species: missing, expected a mapping of eight colours"),
    (
      "txt: '#ffffff'\n" + species, "theme t: unknown key \"txt\": did you mean text?"
    ),
    (
      "zzzzzzzz: 1\n" + species,
      "theme t: unknown key \"zzzzzzzz\": expected one of background, bar, text, dim, accent, "
        + "focus, track, warning, name, author, description, variant, species"
    ),
    (
      "text: red\n" + species, "theme t: text: found \"red\", expected a colour as \"#rrggbb\""
    ),
    (
      "text: #ffffff\n" + species,
      "theme t: text: found nothing, expected a colour as \"#rrggbb\" "
        + "(a # without quotes starts a comment)"
    ),
    (
      "text: [1, 2]\n" + species,
      "theme t: text: found a list or mapping, expected a colour as \"#rrggbb\""
    ),
    ("variant: grey\n" + species, "theme t: variant: found \"grey\", expected dark or light"),
    (
      "species: {electrolyte: '#000000'}",
      "theme t: species.electrode: expected a colour as #rrggbb"
    ),
    (
      "species: {organik: '#000000'}",
      "theme t: species: unknown key \"organik\": did you mean organic?"
    ),
  ])
  func `a wrong file gets one sentence`(text: String, message: String) {
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: text, name: "t") }
    #expect(error?.description == message)
    #expect(error?.exitStatus == .data)
  }

  @Test func `aliases are refused before they are expanded`() {
    let error = #expect(throws: ThemeError.self) {
      try Theme(yaml: "text: &x '#ffffff'\ndim: *x\n" + Self.species, name: "t")
    }
    #expect(
      error?.description == "theme t: has anchors or aliases (& or *): write the colours out")
  }

  @Test(arguments: ["a: [1, 2", "a: 1\na: 2", "\t: x", "\"\\x1b[31m"])
  func `what is no YAML is said on one line without control characters`(text: String) {
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: text, name: "t") }
    let message = error?.description ?? ""
    #expect(message.hasPrefix("theme t: "))
    #expect(message.unicodeScalars.allSatisfy { $0.isPrintable })
  }

  @Test func `a huge file is not parsed`() {
    let text = String(repeating: "# comment\n", count: 10_000)
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: text, name: "t") }
    #expect(error?.description == "theme t: 100000 bytes, expected at most 65536")
  }
}

@Suite struct Base16Tests {
  private static let digits = "0123456789ABCDEF"

  /// A scheme whose colours are greys of rising lightness up to 07, then hues.
  private static func palette(prefix: String, indent: String) -> String {
    let colors = [
      "181818", "282828", "383838", "585858", "b8b8b8", "d8d8d8", "e8e8e8", "F8F8F8", "ab4642",
      "dc9656", "f7ca88", "a1b56c", "86c1b9", "7cafc2", "ba8baf", "a16946",
    ]
    return zip(digits, colors).map { "\(indent)base0\($0): \"\(prefix)\($1)\"\n" }.joined()
  }

  @Test func `a scheme of today and a flat one of old are the same theme`() throws {
    let today =
      "system: \"base16\"\nname: \"X\"\nauthor: \"Y\"\nvariant: \"dark\"\npalette:\n"
      + Self.palette(prefix: "#", indent: "  ")
    let old = "scheme: \"X\"\nauthor: \"Y\"\n" + Self.palette(prefix: "", indent: "")
    let theme = try Theme(yaml: today, name: "x")
    #expect(try Theme(yaml: old, name: "x") == theme)
    #expect(theme.isDark)
    #expect(theme.background == RGB(0x18, 0x18, 0x18))
    #expect(theme.text == RGB(0xd8, 0xd8, 0xd8))
    #expect(theme.species[Int(Species.inorganic.rawValue)] == RGB(0xab, 0x46, 0x42))
    #expect(theme.species[Int(Species.organic.rawValue)] == RGB(0xba, 0x8b, 0xaf))
    // The comments' grey has a contrast of 2.5 here: too little for labels.
    #expect(theme.dim == RGB(0xb8, 0xb8, 0xb8))
  }

  @Test func `numbers without quotes are digits, not quantities`() throws {
    let text = Self.palette(prefix: "", indent: "").replacing("\"", with: "")
      .replacing("181818", with: "000000").replacing("282828", with: "1e1010")
    #expect(try Theme(yaml: text, name: "x").background == RGB(0, 0, 0))
    #expect(try Theme(yaml: text, name: "x").bar == RGB(0x1e, 0x10, 0x10))
  }

  @Test func `a scheme of today's collection is taken as it is`() throws {
    let theme = try Theme(yaml: RealSchemes.solarizedLight, name: "solarized-light")
    #expect(!theme.isDark)
    #expect(theme.background == RGB(hex: "fdf6e3"))
    #expect(theme.text == RGB(hex: "586e75"))
    #expect(theme.accent == RGB(hex: "268bd2"))
    #expect(theme.species[Int(Species.organic.rawValue)] == RGB(hex: "6c71c4"))
  }

  @Test func `a base24 scheme with its comments is taken as it is`() throws {
    let theme = try Theme(yaml: RealSchemes.dracula, name: "dracula")
    #expect(theme.isDark)
    #expect(theme.background == RGB(hex: "282a36"))
    #expect(theme.bar == RGB(hex: "21222c"))
    #expect(theme.warning == RGB(hex: "ffb86c"))
    #expect(theme.species[Int(Species.monomer.rawValue)] == RGB(hex: "ffb86c"))
  }

  @Test func `a flat scheme of the first collection is taken as it is`() throws {
    let theme = try Theme(yaml: RealSchemes.tomorrowNight, name: "tomorrow-night")
    #expect(theme.isDark)
    #expect(theme.background == RGB(hex: "1d1f21"))
    #expect(theme.focus == RGB(hex: "f0c674"))
    // The comments' grey can be read here: 5.6 to 1.
    #expect(theme.dim == RGB(hex: "969896"))
  }

  @Test func `a missing or wrong colour is named`() {
    let text = "palette:\n" + Self.palette(prefix: "#", indent: "  ")
    let missing = #expect(throws: ThemeError.self) {
      try Theme(yaml: text.replacing("base0F", with: "base1F"), name: "x")
    }
    #expect(missing?.description == "theme x: base0F: expected a colour as \"#rrggbb\"")
    let wrong = #expect(throws: ThemeError.self) {
      try Theme(yaml: text.replacing("#ab4642", with: "#ab464"), name: "x")
    }
    #expect(
      wrong?.description
        == "theme x: base08: found \"#ab464\", expected a colour as \"#rrggbb\"")
  }
}

@Suite struct ThemeLibraryTests {
  @Test func `without folders there is the built-in theme`() {
    let library = ThemeLibrary(folders: ["/nonexistent"])
    #expect(library.themes == [.interphase])
    #expect(library.problems.isEmpty)
  }

  @Test func `a name that is not there gets the nearest`() {
    let library = ThemeLibrary(folders: [themesFolder])
    let error = #expect(throws: ThemeError.self) { try library.theme(named: "papr") }
    #expect(error?.description == "theme papr: not found; did you mean paper?")
    #expect(error?.exitStatus == .noInput)
  }

  @Test func `a path is read`() throws {
    let library = ThemeLibrary(folders: [])
    #expect(try library.theme(named: themesFolder + "/nord.yaml").name == "nord")
  }

  @Test func `a dark or light background gets the theme of ours that fits`() {
    let library = ThemeLibrary(folders: [themesFolder])
    #expect(library.theme(forDarkBackground: true) == .interphase)
    #expect(library.theme(forDarkBackground: false).name == "paper")
    let alone = ThemeLibrary(folders: [])
    #expect(alone.theme(forDarkBackground: false) == .interphase)
  }

  @Test func `a person's own folder comes first, then those around the program`() {
    let folders = ThemeLibrary.folders(
      environment: ["HOME": "/home/ada"], executable: "/opt/x/bin/seiscope")
    #expect(folders.first == "/home/ada/.config/seiscope/themes")
    #expect(folders.contains("/opt/x/share/seiscope/Themes"))
    let xdg = ThemeLibrary.folders(
      environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/c"],
      executable: "/src/.build/x86_64-unknown-linux-gnu/release/seiscope")
    #expect(xdg.first == "/c/seiscope/themes")
    #expect(xdg.contains("/src/Themes"))
  }
}
