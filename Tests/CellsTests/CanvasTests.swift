import Cells
import Testing

@Suite struct CanvasTests {
  @Test func `text is clipped at the edge and shortened at its width`() {
    var canvas = Canvas(size: Size(width: 10, height: 2))
    canvas.write("interphase", x: 6, y: 0)
    canvas.write("electrolyte", x: 0, y: 1, width: 6)
    #expect(canvas.text == "      inte\nelect…")
  }

  @Test func `an escape sequence in a label is shown, never kept`() {
    var canvas = Canvas(size: Size(width: 8, height: 1))
    canvas.write("a\u{1b}[2J\u{9b}", x: 0, y: 0)
    #expect(canvas.text == "a?[2J?")
  }

  @Test func `drawing outside changes nothing`() {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.fill(Rect(x: -5, y: -5, width: 4, height: 20), with: Cell("x"))
    canvas[3, 0] = Cell("x")
    #expect(canvas == Canvas(size: Size(width: 3, height: 1)))
  }

  @Test func `hexadecimal colours survive the round trip`() {
    #expect(RGB(hex: "#0a10ff") == RGB(10, 16, 255))
    #expect(RGB(hex: "0A10FF")?.hex == "#0a10ff")
    #expect(RGB(hex: "#12345") == nil)
    #expect(RGB(hex: "#1234zz") == nil)
  }

  @Test func `two colours share a cell, one alone is a blank on it`() {
    let (red, blue, ground) = (RGB(200, 0, 0), RGB(0, 0, 200), RGB(9, 9, 9))
    #expect(Cell(upper: red, lower: blue) == Cell("▀", Style(foreground: red, background: blue)))
    #expect(Cell(upper: red, lower: red) == Cell(" ", Style(background: red)))
    #expect(
      Cell(upper: red, lower: nil, on: ground)
        == Cell("▀", Style(foreground: red, background: ground)))
    #expect(
      Cell(upper: nil, lower: blue, on: ground)
        == Cell("▄", Style(foreground: blue, background: ground)))
    #expect(Cell(upper: nil, lower: nil, on: ground) == Cell(" ", Style(background: ground)))
  }
}
