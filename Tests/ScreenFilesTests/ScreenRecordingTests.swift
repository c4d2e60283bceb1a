import Cells
import Files
import Foundation
import ScreenFiles
import Testing

@Suite struct ScreenRecordingTests {
  private let path = NSTemporaryDirectory() + "/seiscope-\(UUID().uuidString).cast"
  private let small = Size(width: 9, height: 4)

  /// What a recording of frames holds, each frame a tenth of a second after the one before.
  private func recorded(_ frames: [Canvas], title: String = "a title") throws -> [UInt8] {
    defer { unlink(path) }
    var recording = try ScreenRecording(
      path: path, size: frames[0].size, title: title, startedAt: 1_700_000_000)
    for (index, frame) in frames.enumerated() { try recording.add(frame, at: Double(index) / 10) }
    try recording.finish(at: Double(frames.count))
    return try WholeFile.read(path)
  }

  @Test(arguments: [UInt64](1...20))
  func `what is recorded is what is played`(seed: UInt64) throws {
    var random = Seeded(state: seed)
    var frames: [Canvas] = []
    for _ in 0..<12 {
      var frame = frames.last ?? Canvas(size: small)
      if Int.random(in: 0..<4, using: &random) == 0 {
        frame = Canvas(
          size: Size(
            width: .random(in: 1...30, using: &random),
            height: .random(in: 1...12, using: &random)))
      }
      frame.shuffle(share: [0.02, 0.3, 1].randomElement(using: &random) ?? 1, using: &random)
      frames.append(frame)
    }
    var shown: [Int: Canvas] = [:]
    let played = try CastPlayer(try recorded(frames)) { time, _, canvas in
      shown[Int((time * 10).rounded())] = canvas
    }
    #expect(played.canvas == frames.last)
    for (index, frame) in frames.enumerated() {
      // A frame that equals the one before has no event of its own.
      #expect(shown[index, default: frames[max(0, index - 1)]] == frame, "frame \(index)")
    }
  }

  @Test func `the header says what players ask`() throws {
    let player = try CastPlayer(
      try recorded([Canvas(size: small)], title: "a \"quoted\" \\ title\u{1B}\u{7F}"))
    #expect(player.header["version"] as? Int == 2)
    #expect(player.header["width"] as? Int == 9)
    #expect(player.header["height"] as? Int == 4)
    #expect(player.header["timestamp"] as? Int == 1_700_000_000)
    #expect(player.header["title"] as? String == "a \"quoted\" \\ title\u{1B}\u{7F}")
    #expect(player.header["env"] as? [String: String] == ["TERM": "xterm-256color"])
  }

  @Test func `a frame costs what differs, and the same frame nothing`() throws {
    var frame = Canvas(size: Size(width: 100, height: 30), filledWith: Cell("x"))
    let first = frame
    frame[50, 20] = Cell("y", Style(foreground: RGB(1, 2, 3)))
    let text = String(decoding: try recorded([first, first, frame]), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[3] == #"[0.200,"o","\u001b[21;51H\u001b[38;2;1;2;3my\u001b[0m"]"#)
    #expect(lines[4] == #"[3.000,"o","\u001b[?25h"]"#)
  }

  @Test func `another size is a resize and a whole frame`() throws {
    var player: [(String, Canvas)] = []
    let frames = [
      Canvas(size: small, filledWith: Cell("a")),
      Canvas(size: Size(width: 12, height: 3), filledWith: Cell("b")),
    ]
    _ = try CastPlayer(try recorded(frames)) { player.append(($1, $2)) }
    #expect(player.map(\.0) == ["o", "o", "r", "o", "o"])
    #expect(player.last?.1 == frames[1])
  }

  @Test func `time does not run backwards, and is a number`() throws {
    defer { unlink(path) }
    var recording = try ScreenRecording(path: path, size: small, title: "", startedAt: 0)
    for (index, time) in [1.0, 0.5, -.infinity, .nan, 2, .infinity].enumerated() {
      try recording.add(
        Canvas(size: small, filledWith: Cell(index.isMultiple(of: 2) ? "a" : "b")), at: time)
    }
    try recording.finish(at: 3)
    let times = try CastPlayer(try WholeFile.read(path)).times
    #expect(times == [1, 1, 1, 1, 1, 2, 9_999_999, 9_999_999])
  }

  @Test func `the file holds whole lines while it grows`() throws {
    defer { unlink(path) }
    var recording = try ScreenRecording(path: path, size: small, title: "", startedAt: 0)
    try recording.add(Canvas(size: small, filledWith: Cell("a")), at: 0)
    #expect(try CastPlayer(try WholeFile.read(path)).canvas[0, 0].glyph == "a")
    try recording.add(Canvas(size: small, filledWith: Cell("b")), at: 0.4)
    #expect(try CastPlayer(try WholeFile.read(path)).canvas[0, 0].glyph == "a")
    try recording.add(Canvas(size: small, filledWith: Cell("c")), at: 0.5)
    #expect(try CastPlayer(try WholeFile.read(path)).canvas[0, 0].glyph == "c")
    try recording.finish(at: 1)
  }

  @Test func `wide and hidden glyphs are shown as on the terminal`() throws {
    var canvas = Canvas(size: small)
    for (x, glyph) in "漢é🔋\u{301}\u{1B}\u{200B}한".unicodeScalars.enumerated() {
      canvas[x, 0] = Cell(glyph)
    }
    #expect(try CastPlayer(try recorded([canvas])).canvas.text.hasPrefix("?é?????"))
  }

  @Test func `a folder that is not there is named`() {
    let missing = #expect(throws: FileError.self) {
      _ = try ScreenRecording(path: "/none/a.cast", size: small, title: "", startedAt: 0)
    }
    #expect(missing?.description == "/none/a.cast: cannot be written: no such file or directory")
  }

  @Test func `a full disk is told once, and ends the recording alone`() throws {
    var recording: ScreenRecording? = try ScreenRecording(
      path: "/dev/full", size: small, title: "", startedAt: 0)
    let full = #expect(throws: FileError.self) {
      try recording?.add(Canvas(size: small), at: 0)
    }
    #expect(full?.description.hasPrefix("/dev/full: cannot be written: no space left") == true)
    try recording?.add(Canvas(size: small, filledWith: Cell("a")), at: 1)
    if let ended = recording.take() { try ended.finish(at: 2) }
  }
}
