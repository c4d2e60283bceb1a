public import Cells
public import Files

/// A session as a file that terminals' players show: asciicast, version 2
/// (docs.asciinema.org/manual/asciicast/v2).
///
/// Each frame is written as what differs from the one before. The file grows under its own name, at
/// most twice a second and always by whole lines, so that what is there after a crash plays.
public struct ScreenRecording: ~Copyable {
  /// Time between two writes of the file [s].
  private static let flushInterval = 0.5
  /// The longest recording [s], four months.
  private static let greatestTime = 9_999_999.0

  private let file: OpenFile
  private var size: Size
  private var shown: Canvas?
  private var waiting: [UInt8] = []
  private var writtenCount = 0
  private var lastTime = 0.0
  private var lastFlush = -Double.infinity
  private var hasFailed = false

  /// Starts a recording; a file that is there is replaced.
  ///
  /// - Parameters:
  ///   - path: The file; players know it by the ending `.cast`.
  ///   - size: Columns and rows of the first frame.
  ///   - title: What players call it.
  ///   - startedAt: Seconds since the first of January 1970, UTC.
  /// - Throws: ``FileError`` where the file cannot be opened.
  public init(
    path: String, size: Size, title: String, startedAt: Int
  ) throws(FileError) {
    file = try OpenFile(path, emptying: true)
    self.size = size
    waiting +=
      """
      {"version":2,"width":\(size.width),"height":\(size.height),"timestamp":\(startedAt),"title":
      """.utf8
    waiting.append(quoted: title.utf8)
    waiting += ",\"env\":{\"TERM\":\"xterm-256color\"}}\n".utf8
  }

  /// Adds a frame; nothing is written where it equals the one before.
  ///
  /// - Parameters:
  ///   - canvas: The whole screen; one of another size is a resize.
  ///   - seconds: Since the start [s]; a time before the last frame's counts as that.
  /// - Throws: ``FileError`` once, where the disk is full for example: the recording is over then,
  ///   ends in a whole frame, and frames that follow are not recorded.
  public mutating func add(_ canvas: Canvas, at seconds: Double) throws(FileError) {
    guard !hasFailed else { return }
    advance(to: seconds)
    if shown == nil { append("o", "\u{1b}[?25l".utf8) }
    if canvas.size != size {
      size = canvas.size
      append("r", "\(size.width)x\(size.height)".utf8)
    }
    let sequences = canvas.sequences(after: shown)
    shown = canvas
    if !sequences.isEmpty { append("o", sequences) }
    if lastTime - lastFlush >= Self.flushInterval { try flush() }
  }

  /// Ends the recording: the last frame is shown until this time, and the file is on the disk.
  ///
  /// - Throws: ``FileError``, unless `add` threw it already.
  public consuming func finish(at seconds: Double) throws(FileError) {
    guard !hasFailed else { return }
    advance(to: seconds)
    append("o", "\u{1b}[?25h".utf8)
    try flush()
    try file.flush()
    try file.finish()
  }

  private mutating func advance(to seconds: Double) {
    if seconds > lastTime { lastTime = min(seconds, Self.greatestTime) }
  }

  private mutating func append(_ kind: String, _ data: some Sequence<UInt8>) {
    waiting += "[\(NumberText.fixed(lastTime, 3)),\"\(kind)\",".utf8
    waiting.append(quoted: data)
    waiting += "]\n".utf8
  }

  private mutating func flush() throws(FileError) {
    lastFlush = lastTime
    do throws(FileError) {
      try file.write(waiting, at: writtenCount)
    } catch {
      hasFailed = true
      // Without half a line; on a full disk there is room for less.
      try? file.setSize(writtenCount)
      throw error
    }
    writtenCount += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a text as a JSON string, ASCII's control characters written out.
  fileprivate mutating func append(quoted text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
      case 0x1B: self += Self.escape
      case ..<0x20, 0x7F: self += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static let escape = Array(#"\u001b"#.utf8)
}
