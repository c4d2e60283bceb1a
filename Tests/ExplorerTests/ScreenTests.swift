import Cells
import Interphase
import Testing
import Theming

@testable import Explorer

/// Whole screens against files in `Screens`; `SEISCOPE_RECORD=1` writes them anew.
@Suite struct ScreenTests {
  @Test(arguments: [
    ("80x24", 80, 24, true, true), ("120x40", 120, 40, true, true), ("200x60", 200, 60, true, true),
    ("120x40-ascii", 120, 40, false, true), ("120x40-no-model", 120, 40, true, false),
    ("60x20", 60, 20, true, true), ("40x12", 40, 12, true, true),
  ])
  func `a screen without colours is as recorded`(
    name: String, width: Int, height: Int, unicode: Bool, model: Bool
  ) throws {
    let state = Fixture.state(
      width, height, colors: .monochrome, unicode: unicode, model: model)
    try expectScreen(state.render().text, name)
  }

  @Test func `the help overlay is as recorded`() throws {
    var state = Fixture.state(80, 24, colors: .monochrome)
    play(&state, (.character("?"), []))
    try expectScreen(state.render().text, "80x24-help")
  }

  @Test(arguments: [(39, 12), (40, 11), (1, 1), (0, 0), (12, 3)])
  func `a tiny terminal says what it needs and recovers`(width: Int, height: Int) {
    var state = Fixture.state(width, height)
    let text = state.render().text
    #expect(!text.contains("Simulated"))
    if width >= 12, height >= 11 { #expect(text.contains("40×12")) }
    _ = state.update(.input(.resize(Size(width: 80, height: 24))))
    #expect(state.render().text.contains("Simulated"))
  }

  @Test(arguments: [false, true])
  func `without UTF-8 every glyph is ASCII`(help: Bool) {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
      var state = Fixture.state(width, height, colors: .palette, unicode: false)
      if help { play(&state, (.character("?"), [])) }
      let strange = state.render().cells.filter { !(0x20...0x7E).contains($0.glyph.value) }
      #expect(strange.isEmpty, "\(width)x\(height): \(strange.map(\.glyph))")
    }
  }

  @Test func `without UTF-8 no glyph is left that has no counterpart`() {
    let text = Fixture.state(200, 60, colors: .monochrome, unicode: false).render().text
    #expect(text.filter { $0 == "?" }.count == 1, "the help's key in the top bar")
  }

  @Test func `without colours no cell asks for one`() {
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
      let cells = Fixture.state(size.0, size.1, colors: .monochrome).render().cells
      #expect(cells.allSatisfy { $0.style.foreground == nil && $0.style.background == nil })
    }
  }

  @Test func `every size from 40x12 on shows both titles, the focus and a status line`() {
    for width in stride(from: 40, through: 310, by: 9) {
      for height in stride(from: 12, through: 104, by: 7) {
        let state = Fixture.state(width, height, run: false)
        let layout = state.layout
        let text = state.render().text
        #expect(text.contains("Simulated") && text.contains("Decoded"), "\(width)x\(height)")
        #expect(layout.sliders.contains { $0.control == state.focus }, "\(width)x\(height)")
        #expect(layout.status.y == height - 1)
      }
    }
  }

  @Test func `nothing that can be hit overlaps at any size`() {
    for (width, height) in [
      (40, 12), (80, 24), (104, 38), (120, 40), (160, 40), (200, 60), (300, 100),
    ] {
      let layout = Fixture.state(width, height).layout
      var taken: Set<Point> = []
      var wrong: [Point] = []
      let pictures = [layout.simulated.picture, layout.decoded.picture]
      for frame in layout.sliders.map(\.row) + pictures {
        for y in frame.y..<frame.maxY {
          for x in frame.x..<frame.maxX {
            let isFree = taken.insert(Point(x: x, y: y)).inserted
            if !isFree || x < 0 || x >= width || y >= height - 1 { wrong.append(Point(x: x, y: y)) }
          }
        }
      }
      #expect(wrong.isEmpty, "\(width)x\(height)")
    }
  }

  @Test func `pictures are doubled from 230x66 and sampled at 80x24`() {
    #expect(Fixture.state(80, 24).layout.scale == .sampled(2))
    #expect(Fixture.state(120, 40).layout.scale == .enlarged(1))
    #expect(Fixture.state(200, 60).layout.scale == .enlarged(1))
    #expect(Fixture.state(230, 66).layout.scale == .enlarged(2))
    #expect(Fixture.state(300, 100).layout.scale == .enlarged(2))
  }
}

@Suite struct LatticeViewTests {
  /// Rows from the top, as on screen: `.` electrolyte, `=` electrode, `-` sink, letters as usual.
  private func lattice(_ rows: [String]) throws -> Lattice {
    let codes: [Character: UInt8] = [
      ".": 0, "=": 1, "-": 2, "P": 3, "F": 4, "O": 5, "D": 6, "C": 7,
    ]
    return try Lattice(
      width: rows[0].count, height: rows.count,
      codes: rows.reversed().flatMap { $0.compactMap { codes[$0] } })
  }

  private func picture(
    _ lattice: Lattice, _ scale: LatticeScale, _ colors: ColorDepth, unicode: Bool
  ) -> String {
    let cells = scale.cells(width: lattice.width, height: lattice.height)
    var canvas = Canvas(size: cells)
    let state = Fixture.state(80, 24, colors: colors, unicode: unicode)
    LatticeView.draw(
      lattice, in: canvas.bounds, scale: scale, look: Look(state), on: &canvas)
    return canvas.text
  }

  @Test func `one cell shows two sites`() throws {
    let film = try lattice([
      "----",
      "....",
      "C...",
      "CC.P",
      "FFC.",
      "====",
    ])
    #expect(
      picture(film, .enlarged(1), .direct, unicode: true) == """
        ▀▀▀▀
        █▄ ▄
        ▀▀▀▄
        """)
  }

  @Test func `letters tell species apart where blocks cannot`() throws {
    let film = try lattice(["----", ".O.D", "CC.P", "CCFP", "FFFF", "===="])
    #expect(
      picture(film, .enlarged(1), .monochrome, unicode: false) == """
        ----
        CCFP
        ====
        """)
    #expect(
      picture(film, .enlarged(2), .monochrome, unicode: false) == """
        --------
          OO  DD
        CCCC  PP
        CCCCFFPP
        FFFFFFFF
        ========
        """)
  }

  @Test func `sampling keeps the electrode and a thin layer above it`() throws {
    let film = try lattice(["------", "......", "..C...", "CC....", "FF.FF.", "======"])
    let picture = picture(film, .sampled(2), .direct, unicode: true)
    #expect(picture == "▀▀▀\n▀▄▄")
  }

  @Test func `a pair of species is drawn alike wherever it is`() throws {
    let film = try lattice(["CFC.", "FCC."])
    let cells = LatticeScale.enlarged(1).cells(width: 4, height: 2)
    var canvas = Canvas(size: cells)
    LatticeView.draw(
      film, in: canvas.bounds, scale: .enlarged(1), look: Look(Fixture.state(80, 24)), on: &canvas)
    let theme = Theme.interphase
    let mixed = Style(foreground: theme.species[7], background: theme.species[4])
    #expect(canvas[0, 0] == Cell("▀", mixed))
    #expect(canvas[1, 0] == Cell("▄", mixed))
    let plain = Style(foreground: theme.species[7], background: theme.species[0])
    #expect(canvas[2, 0] == Cell("█", plain))
    #expect(canvas[3, 0] == Cell(" ", plain), "void has the film's colours: nothing to switch")
  }
}

@Suite struct NumberTextTests {
  @Test(arguments: [
    (1234567, "1,234,567"), (999, "999"), (1000, "1,000"), (0, "0"), (-12345, "-12,345"),
  ])
  func `thousands are grouped`(value: Int, expected: String) {
    #expect(NumberText.grouped(value) == expected)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (0.125, 1, "0.1"), (9.999, 2, "10.00"),
    (-2.5, 0, "-3"), (17.94, 1, "17.9"), (1e9, 2, "1.0×10⁹"), (.infinity, 1, "inf"),
  ])
  func `decimals are fixed`(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.fixed(value, decimals) == expected)
  }

  @Test(arguments: [
    (4.28e-3, "4.28 ms"), (0, "0 s"), (1, "1.00 s"), (59e-9, "59.0 ns"), (3.3e-7, "330 ns"),
    (4.1e-15, "4.1×10⁻¹⁵ s"), (12_345, "12345 s"), (1e7, "1.0×10⁷ s"),
  ])
  func `times take the prefix that suits them`(seconds: Double, expected: String) {
    #expect(NumberText.duration(seconds) == expected)
  }

  @Test(arguments: [(950.0, "950"), (12_300, "12.3 k"), (2.41e6, "2.41 M"), (3e9, "3.00 G")])
  func `speeds are short`(value: Double, expected: String) {
    #expect(NumberText.compact(value) == expected)
  }
}
