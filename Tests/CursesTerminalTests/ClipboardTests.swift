import Testing

@testable import CursesTerminal

@Suite struct ClipboardTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("µ×√", "wrXDl+KImg=="),
  ])
  func `base64 is as the standard has it`(text: String, code: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == code)
  }

  @Test func `each multiplexer gets the form that it passes on`() {
    let plain = "\u{1B}]52;c;Zm9v\u{7}"
    #expect(Clipboard.sequence(for: "foo", in: .none) == plain)
    #expect(
      Clipboard.sequence(for: "foo", in: .tmux)
        == plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
    #expect(Clipboard.sequence(for: "foo", in: .screen) == "\u{1B}P\(plain)\u{1B}\\")
  }

  @Test func `GNU screen gets pieces that its buffers hold`() throws {
    let text = String(repeating: "battery ", count: 500)
    let sequence = try #require(Clipboard.sequence(for: text, in: .screen))
    let pieces = sequence.split(separator: "\u{1B}\\", omittingEmptySubsequences: true)
    #expect(pieces.count > 20)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 250 })
    let whole = pieces.map { $0.dropFirst(2) }.joined()
    #expect(whole == Clipboard.sequence(for: text, in: .none))
  }

  @Test func `what terminals would not take is not sent`() {
    #expect(Clipboard.sequence(for: "", in: .none) == nil)
    let longest = String(repeating: "a", count: 56_244)
    #expect(Clipboard.sequence(for: longest, in: .none) != nil)
    #expect(Clipboard.sequence(for: longest + "a", in: .none) == nil)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color"], .none), ([:], .none),
      (["TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"], .tmux),
      (["TERM": "tmux-256color"], .tmux), (["TERM": "screen-256color"], .tmux),
      (["TERM": "screen", "STY": "12.pts-0.host"], .screen),
      (["TERM": "screen.xterm-256color"], .screen),
      (["TERM": "xterm-256color", "TMUX": "", "STY": ""], .none),
    ] as [([String: String], Multiplexer)])
  func `the environment tells what stands between`(
    environment: [String: String], found: Multiplexer
  ) {
    #expect(Multiplexer(environment: environment) == found)
  }
}
