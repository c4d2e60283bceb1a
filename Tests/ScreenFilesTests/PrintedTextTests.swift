import Cells
import ScreenFiles
import Testing

@Suite struct PrintedTextTests {
  private static let canvas: Canvas = {
    var canvas = Canvas(size: Size(width: 4, height: 2))
    let style = Style(
      foreground: RGB(255, 0, 0), background: RGB(8, 8, 8), attributes: [.bold, .underline])
    canvas.write("ab", x: 1, y: 0, style: style)
    return canvas
  }()

  @Test(arguments: [
    (ColorDepth.monochrome, " ab\n"),
    (.direct, " \u{1b}[0;1;4;38;2;255;0;0;48;2;8;8;8mab\u{1b}[0m \n    "),
    (.palette, " \u{1b}[0;1;4;38;5;196;48;5;232mab\u{1b}[0m \n    "),
    (.sixteen, " \u{1b}[0;1;4;91;40mab\u{1b}[0m \n    "),
    (.eight, " \u{1b}[0;1;4;31;40mab\u{1b}[0m \n    "),
  ])
  func `a canvas is printed for what the reader shows`(colors: ColorDepth, text: String) {
    #expect(Self.canvas.printedText(colors: colors) == text)
  }

  @Test func `a line that ends in a style is reset`() {
    var canvas = Canvas(size: Size(width: 1, height: 1))
    canvas.write("a", x: 0, y: 0, style: Style(attributes: .reverse))
    #expect(canvas.printedText(colors: .direct) == "\u{1b}[0;7ma\u{1b}[0m")
  }
}
