import Cells
import Testing

@testable import CursesTerminal

@Suite struct InputDecoderTests {
  /// What one feed, then a flush give.
  private func events(
    _ text: String, extra: [[UInt8]: KeyStroke] = [:]
  ) -> [InputEvent] {
    var decoder = InputDecoder(extra: extra)
    return decoder.feed(text.utf8) + decoder.flush()
  }

  @Test(
    arguments: [
      ("a", .key(.character("a"))), ("Z", .key(.character("Z"))), ("é", .key(.character("é"))),
      ("漢", .key(.character("漢"))), ("🔋", .key(.character("🔋"))), ("\r", .key(.enter)),
      ("\n", .key(.enter)), ("\t", .key(.tab)), ("\u{7F}", .key(.backspace)),
      ("\u{8}", .key(.backspace)), ("\u{3}", .key(.character("c"), .control)),
      ("\u{1A}", .key(.character("z"), .control)), ("\u{12}", .key(.character("r"), .control)),
      ("\0", .key(.character(" "), .control)), ("\u{1F}", .key(.character("_"), .control)),
      ("\u{1B}", .key(.escape)), ("\u{1B}x", .key(.character("x"), .alt)),
      ("\u{1B}é", .key(.character("é"), .alt)), ("\u{1B}[", .key(.character("["), .alt)),
      ("\u{1B}O", .key(.character("O"), .alt)), ("\u{1B}]", .key(.character("]"), .alt)),
      ("\u{1B}\r", .key(.enter, .alt)),
    ] as [(String, InputEvent)])
  func `a key without sequence is itself`(bytes: String, event: InputEvent) {
    #expect(events(bytes) == [event])
  }

  @Test(
    arguments: [
      ("[A", .key(.up)), ("OA", .key(.up)), ("[B", .key(.down)), ("OC", .key(.right)),
      ("[D", .key(.left)), ("[1;2D", .key(.left, .shift)), ("[1;5C", .key(.right, .control)),
      ("[1;3A", .key(.up, .alt)), ("[1;6B", .key(.down, [.shift, .control])),
      ("[1;9A", .key(.up, .alt)), ("O5C", .key(.right, .control)), ("[a", .key(.up, .shift)),
      ("Od", .key(.left, .control)), ("\u{1B}[C", .key(.right, .alt)), ("[H", .key(.home)),
      ("OF", .key(.end)), ("[1~", .key(.home)), ("[7~", .key(.home)), ("[8~", .key(.end)),
      ("[4~", .key(.end)), ("[2~", .key(.insert)), ("[3~", .key(.delete)),
      ("[3;5~", .key(.delete, .control)), ("[5~", .key(.pageUp)),
      ("[6;2~", .key(.pageDown, .shift)),
      ("[5^", .key(.pageUp, .control)), ("[Z", .key(.tab, .shift)), ("OP", .key(.function(1))),
      ("[11~", .key(.function(1))), ("[15~", .key(.function(5))), ("[24~", .key(.function(12))),
      ("[21;2~", .key(.function(10), .shift)), ("[1;2P", .key(.function(1), .shift)),
      ("[[A", .key(.function(1))), ("[[E", .key(.function(5))), ("OM", .key(.enter)),
      ("Op", .key(.character("0"))), ("[27;5;106~", .key(.character("j"), .control)),
      ("[27;2;13~", .key(.enter, .shift)), ("[97;5u", .key(.character("a"), .control)),
      ("[97;2u", .key(.character("A"))), ("[27u", .key(.escape)),
      ("[13;5u", .key(.enter, .control)),
    ] as [(String, InputEvent)])
  func `a sequence is one key`(bytes: String, event: InputEvent) {
    #expect(events("\u{1B}" + bytes) == [event])
  }

  @Test(
    arguments: [
      ("[<0;12;8M", .press, 0, []), ("[<0;12;8m", .release, 0, []), ("[<2;12;8M", .press, 2, []),
      ("[<32;12;8M", .drag, 0, []), ("[<34;12;8M", .drag, 2, []), ("[<64;12;8M", .wheelUp, 0, []),
      ("[<65;12;8M", .wheelDown, 0, []), ("[<4;12;8M", .press, 0, .shift),
      ("[<24;12;8M", .press, 0, [.alt, .control]), ("[<69;12;8M", .wheelDown, 0, .shift),
      ("[M \u{2C}\u{28}", .press, 0, []), ("[M#\u{2C}\u{28}", .release, 0, []),
      ("[M@\u{2C}\u{28}", .drag, 0, []), ("[M`\u{2C}\u{28}", .wheelUp, 0, []),
    ] as [(String, MouseEvent.Action, Int, Modifiers)])
  func `a mouse report is an event at a cell`(
    bytes: String, action: MouseEvent.Action, button: Int, modifiers: Modifiers
  ) {
    let expected = MouseEvent(action, at: Point(x: 11, y: 7), button: button, modifiers: modifiers)
    #expect(events("\u{1B}" + bytes) == [.mouse(expected)])
  }

  @Test(arguments: [
    "[?62;4c", "[?2026;2$y", "[12;40R", "[I", "[O", "[>0;276;0c", "]10;rgb:1111/2222/3333\u{7}",
    "]11;?\u{1B}\\", "P1$r0m\u{1B}\\", "_Gi=1;OK\u{1B}\\", "[<35;3;3M", "[99~",
    "[<0;0;0M", "[<0;3M", "[<999999999999999999;3;3M", "[57441;2u", "[1;2", "[M  ", "[[Z",
  ])
  func `answers, motion and nonsense are swallowed whole`(bytes: String) {
    var decoder = InputDecoder()
    var found = decoder.feed(("\u{1B}" + bytes).utf8) + decoder.flush()
    found += decoder.feed("k".utf8)
    #expect(found == [.key(.character("k"))])
  }

  @Test func `a sequence cut by another one is dropped alone`() {
    #expect(events("\u{1B}[1;\u{1B}[A") == [.key(.up)])
    #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(events("\u{1B}\u{1B}x") == [.key(.escape), .key(.character("x"), .alt)])
  }

  @Test func `bytes may come one by one`() {
    var decoder = InputDecoder()
    let bytes = Array("a\u{1B}[1;5C\u{1B}[<0;3;4Mé\u{1B}[200~x\u{1B}[201~\u{1B}]11;?\u{7}b".utf8)
    let found = bytes.flatMap { decoder.feed([$0]) }
    #expect(
      found == [
        .key(.character("a")), .key(.right, .control),
        .mouse(MouseEvent(.press, at: Point(x: 2, y: 3))), .key(.character("é")), .paste("x"),
        .key(.character("b")),
      ])
    #expect(decoder.patience == nil)
  }

  @Test func `Escape waits for what may follow, and is itself after a flush`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == .milliseconds(25))
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(decoder.flush().isEmpty)
  }

  @Test func `broken UTF-8 and C1 controls are no keys`() {
    var decoder = InputDecoder()
    let found = decoder.feed([0xFF, 0xC3, 0x28, 0x80, 0xC2, 0x9B, 0x41])
    #expect(found == [.key(.character("(")), .key(.character("A"))])
  }

  @Test func `a sequence of terminfo counts where the decoder knows none`() {
    let extra = [Array("\u{1B}Z9".utf8): KeyStroke(key: .home)]
    #expect(events("\u{1B}Z9", extra: extra) == [.key(.home)])
    #expect(KeySequences.isUnknown(Array("\u{1B}Z9".utf8)))
    #expect(!KeySequences.isUnknown(Array("\u{1B}OA".utf8)))
    #expect(!KeySequences.isUnknown(Array("\u{1B}[1;5D".utf8)))
  }

  @Test func `random bytes never stop it`() {
    var state: UInt64 = 11
    var decoder = InputDecoder()
    for _ in 0..<2000 {
      let bytes = (0..<16).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let value = UInt8(truncatingIfNeeded: state >> 33)
        return value % 5 == 0 ? 0x1B : value % 5 == 1 ? 0x5B : value
      }
      _ = decoder.feed(bytes)
      _ = decoder.flush()
      #expect(decoder.patience == nil)
    }
  }
}
