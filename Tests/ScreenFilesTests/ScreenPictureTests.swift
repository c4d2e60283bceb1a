import Cells
import Foundation
import ScreenFiles
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ScreenPictureTests {
  private let ink = RGB(220, 220, 220)
  private let paper = RGB(16, 16, 32)

  private func picture(_ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    draw(&canvas)
    return canvas.svg(foreground: ink, background: paper)
  }

  @Test(arguments: [UInt64](1...5))
  func `any canvas is a whole XML document with its text`(seed: UInt64) throws {
    var random = Seeded(state: seed)
    var canvas = Canvas(size: Size(width: 30, height: 10))
    canvas.shuffle(share: 0.7, using: &random)
    let text = canvas.svg(foreground: ink, background: paper, title: "<&> \u{1B}\u{FFFF}")
    let parser = XMLParser(data: Data(text.utf8))
    let reader = TextReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.texts["title"] == ["<&> ??"])
    let found = Array((reader.texts["text"] ?? []).joined().unicodeScalars)
    for glyph in "a<&É".unicodeScalars {
      let wanted = canvas.cells.count { $0.glyph == glyph }
      #expect(found.count { $0 == glyph } == wanted, "\(glyph)")
    }
  }

  @Test func `a small picture is these bytes`() {
    let red = RGB(255, 0, 0)
    let text = picture(4, 1) {
      $0.write("a<", x: 0, y: 0, style: Style(foreground: red, attributes: .bold))
      $0[2, 0] = Cell("▀", Style(foreground: red, background: RGB(0, 0, 255)))
      $0[3, 0] = Cell("▀", Style(foreground: red, background: RGB(0, 0, 255)))
    }
    #expect(
      text == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16" width="32" height="16">
        <rect width="100%" height="100%" fill="#101020"/>
        <g shape-rendering="crispEdges">
        <path fill="#0000ff" d="M16 0h16v16h-16z"/>
        <path fill="#ff0000" d="M16 0h16v8h-16z"/>
        </g>
        <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
        font-size="13.3">
        <g fill="#ff0000" font-weight="bold">
        <text x="0" y="12" textLength="16">a&lt;</text>
        </g>
        </g>
        </svg>

        """)
  }

  @Test func `the terminal's own colours are those given`() {
    let text = picture(1, 1) { $0[0, 0] = Cell("a") }
    #expect(text.contains("<g fill=\"#dcdcdc\">"))
    #expect(!text.contains("<path"))
  }

  @Test func `reverse exchanges colours, and underlines blanks too`() {
    let text = picture(2, 1) {
      $0[0, 0] = Cell("a", Style(attributes: .reverse))
      $0[1, 0] = Cell(" ", Style(attributes: .underline))
    }
    #expect(text.contains("<path fill=\"#dcdcdc\" d=\"M0 0h8v16h-8z"))
    #expect(text.contains("<g fill=\"#101020\">"))
    #expect(text.contains("M8 14h8v1h-8z"))
  }

  @Test func `shades and dim text are between their colours`() {
    let (white, black) = (RGB(255, 255, 255), RGB(0, 0, 0))
    let text = picture(2, 1) {
      $0[0, 0] = Cell("░", Style(foreground: white, background: black))
      $0[1, 0] = Cell("a", Style(foreground: white, background: black, attributes: .dim))
    }
    #expect(text.contains("<path fill=\"#404040\""))
    #expect(text.contains("<g fill=\"#999999\">"))
  }

  @Test func `text keeps its columns across blanks`() {
    let text = picture(12, 1) { $0.write("a b   c", x: 2, y: 0) }
    #expect(text.contains("<text x=\"16\" y=\"12\" textLength=\"24\">a b</text>"))
    #expect(text.contains("<text x=\"64\" y=\"12\" textLength=\"8\">c</text>"))
  }
}

/// Collects the text of elements by their names.
private final class TextReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String: [String]] = [:]
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { text = "" }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { texts[name, default: []].append(text) }
}
