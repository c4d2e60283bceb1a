import Cells
import Testing

@testable import CursesTerminal

@Suite struct PasteTests {
  @Test func `a paste is text without commands`() {
    var decoder = InputDecoder()
    let text = "\u{1B}[200~one\rtwo\r\nthree\n\u{1B}[31mq\u{3}\u{1B}[201~q"
    #expect(decoder.feed(text.utf8) == [.paste("one\ntwo\nthree\n[31mq"), .key(.character("q"))])
  }

  @Test func `an endless paste is cut`() {
    var decoder = InputDecoder()
    var found = decoder.feed("\u{1B}[200~".utf8)
    let piece = [UInt8](repeating: 0x61, count: 1 << 18)
    for _ in 0..<6 { found += decoder.feed(piece) }
    #expect(found.isEmpty)
    found = decoder.feed("\u{1B}[201~".utf8)
    #expect(found == [.paste(String(repeating: "a", count: Paste.longest))])
  }

  @Test(arguments: ["", "\u{1B}", "\u{1B}[", "\u{1B}[201"])
  func `a paste without an end is what came of it, and keys are keys again`(partOfMark: String) {
    var decoder = InputDecoder()
    var found = decoder.feed("\u{1B}[200~half".utf8)
    found += decoder.feed(partOfMark.utf8)
    #expect(found.isEmpty)
    #expect(decoder.patience == .milliseconds(500))
    #expect(decoder.flush() == [.paste("half")])
    #expect(decoder.patience == nil)
    #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
  }

  @Test func `an end mark that comes too late is no key`() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~half".utf8)
    _ = decoder.flush()
    #expect(decoder.feed("\u{1B}[201~".utf8).isEmpty)
    #expect(decoder.patience == nil)
  }
}
