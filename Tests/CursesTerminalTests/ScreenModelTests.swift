import Cells
import Testing

@testable import CursesTerminal

@Suite struct ScreenModelTests {
  private let red = RGB(255, 0, 0)
  private let blue = RGB(0, 0, 255)

  private func model(_ colors: ColorDepth = .palette, unicode: Bool = true) -> ScreenModel {
    ScreenModel(
      size: Size(width: 10, height: 3),
      capabilities: Capabilities(colors: colors, unicode: unicode),
      glyphs: GlyphFilter(unicode: unicode, columns: { $0 == "漢" ? 2 : 1 }))
  }

  @Test func `the same canvas again needs nothing`() {
    var model = model()
    var canvas = Canvas(size: model.size)
    canvas.write("abc", x: 1, y: 1, style: Style(foreground: red))
    #expect(model.update(to: canvas).map(\.row) == [1])
    #expect(model.update(to: canvas).isEmpty)
    canvas[2, 1] = Cell("B", Style(foreground: red))
    let runs = model.update(to: canvas)
    #expect(runs.map(\.column) == [2])
    #expect(runs.flatMap(\.cells).map(\.glyph) == ["B"])
  }

  @Test func `a half block turned round is no change`() {
    var model = model()
    var canvas = Canvas(size: model.size)
    canvas[0, 0] = Cell("▀", Style(foreground: red, background: blue))
    _ = model.update(to: canvas)
    canvas[0, 0] = Cell("▄", Style(foreground: blue, background: red))
    #expect(model.update(to: canvas).isEmpty)
  }

  @Test func `after forgetting everything is given again`() {
    var model = model()
    let canvas = Canvas(size: model.size)
    _ = model.update(to: canvas)
    model.forget()
    #expect(model.update(to: canvas).map(\.cells.count) == [10, 10, 10])
  }

  @Test func `after a new size everything is given again`() {
    var model = model()
    _ = model.update(to: Canvas(size: model.size))
    model.resize(to: Size(width: 4, height: 2))
    #expect(model.update(to: Canvas(size: model.size)).map(\.cells.count) == [4, 4])
  }

  @Test func `a canvas of another size is clipped`() {
    var model = model()
    let canvas = Canvas(size: Size(width: 30, height: 9), filledWith: Cell("x"))
    let runs = model.update(to: canvas)
    #expect(runs.map(\.row) == [0, 1, 2])
    #expect(runs.allSatisfy { $0.cells.count == 10 })
  }

  @Test func `apart means another number after the fact`() {
    var model = model(.eight)
    var canvas = Canvas(size: model.size)
    canvas[0, 0] = Cell("▀", Style(foreground: RGB(20, 20, 20), background: RGB(50, 54, 69)))
    #expect(model.update(to: canvas).flatMap(\.cells).map(\.glyph) == [" "])
    model.mapper.keepApart([RGB(20, 20, 20), RGB(50, 54, 69)])
    let cell = model.update(to: canvas).flatMap(\.cells).first
    #expect(cell.map { $0.pair.foreground != $0.pair.background } == true)
  }

  @Test func `without UTF-8 only ASCII is sent`() {
    var filter = GlyphFilter(unicode: false)
    for scalar in "━●▀█é漢→…\u{7F}\u{1B}".unicodeScalars {
      #expect(filter.shown(scalar).value >= 0x20 && filter.shown(scalar).value < 0x7F)
    }
    #expect(filter.shown("━") == "=")
  }

  @Test func `a glyph of two columns is replaced`() {
    var model = model()
    var canvas = Canvas(size: model.size)
    canvas.write("a漢b", x: 0, y: 0)
    let cells = model.update(to: canvas).flatMap(\.cells)
    #expect(cells.map(\.glyph) == ["a", "?", "b"])
  }
}
