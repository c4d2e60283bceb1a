import Cells
import Testing

@testable import CursesTerminal

@Suite struct AnswerTests {
  @Test(
    arguments: [
      ("rgb:1111/2222/3333", RGB(0x11, 0x22, 0x33)), ("rgb:ffff/0000/80ff", RGB(255, 0, 128)),
      ("rgb:1e/1E/2e", RGB(0x1E, 0x1E, 0x2E)), ("rgb:f/0/8", RGB(255, 0, 136)),
      ("rgb:fff/000/800", RGB(255, 0, 128)), ("#fafafa", RGB(250, 250, 250)),
      ("rgba:1111/2222/3333/ffff", RGB(0x11, 0x22, 0x33)),
    ], ["\u{7}", "\u{1B}\\"])
  func `the background is told in several forms`(answer: (text: String, color: RGB), end: String) {
    var decoder = InputDecoder()
    let found = decoder.feed("\u{1B}]11;\(answer.text)\(end)k".utf8)
    #expect(found == [.background(answer.color), .key(.character("k"))])
  }

  @Test(arguments: [
    "", "?", "rgb:", "rgb:11/22", "rgb:11/22/33/44", "rgb:11/22/+3", "rgb:11111/22222/33333",
    "rgb:gg/00/00", "cmyk:1/2/3", "#fff", "#12345g", "rgba:1/2/3", "red", "rgb:1//2", "#+12345",
  ])
  func `an answer that is no colour is swallowed`(text: String) {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;\(text)\u{7}k".utf8) == [.key(.character("k"))])
  }

  @Test func `the device's attributes end what is owed`() {
    var decoder = InputDecoder()
    #expect(!decoder.isAnswerOwed)
    decoder.expectAnswer()
    #expect(decoder.feed("\u{1B}]11;#102030\u{7}".utf8) == [.background(RGB(16, 32, 48))])
    #expect(decoder.isAnswerOwed)
    #expect(decoder.feed("\u{1B}[>0;276;0c".utf8).isEmpty)
    #expect(decoder.isAnswerOwed)
    #expect(decoder.feed("\u{1B}[?62;22c".utf8).isEmpty)
    #expect(!decoder.isAnswerOwed)
  }

  @Test func `an answer that halts on its way is no typing`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;rgb:10/".utf8).isEmpty)
    #expect(decoder.patience == .milliseconds(500))
    #expect(decoder.feed("20/30\u{1B}".utf8).isEmpty)
    #expect(decoder.feed("\\".utf8) == [.background(RGB(16, 32, 48))])
  }

  @Test func `an answer without an end is dropped, and keys are keys again`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;rgb:10/".utf8).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed("k".utf8) == [.key(.character("k"))])
  }

  @Test(arguments: ["\u{1B}]11;rgb:1", "\u{1B}P1$r", "\u{1B}_G"])
  func `another sequence cuts an answer off`(answer: String) {
    var decoder = InputDecoder()
    #expect(decoder.feed("\(answer)\u{1B}[A".utf8) == [.key(.up)])
    #expect(decoder.feed("\(answer)\u{18}k".utf8) == [.key(.character("k"))])
  }

  @Test func `no more than 64 kB of garbage are swallowed`() {
    var decoder = InputDecoder()
    let garbage = [UInt8](repeating: 0x61, count: InputDecoder.longestString)
    #expect(decoder.feed(Array("\u{1B}]".utf8) + garbage).isEmpty)
    #expect(decoder.patience == nil)
    #expect(decoder.feed("k".utf8) == [.key(.character("k"))])
  }
}
