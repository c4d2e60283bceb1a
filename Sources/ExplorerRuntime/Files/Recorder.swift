import Cells
import Explorer
import Files
import Glibc
import ScreenFiles

/// Records the screen while a person wants it to.
struct Recorder: ~Copyable {
  private var recording: ScreenRecording?
  private var path = ""
  private var start = ContinuousClock.now

  /// Begins a recording in the working directory, or ends the one that runs.
  ///
  /// - Returns: What came of it.
  mutating func toggle(size: Size) -> ExplorerEvent {
    let end = seconds
    do {
      if let recording = recording.take() {
        try recording.finish(at: end)
        return .done("recorded: \(path)")
      }
      let now = time(nil)
      let free = FreshName(ending: "cast", time: now).paths(in: ".")
        .first { Folder.kind(of: $0) == .missing }
      path = free ?? "seiscope.cast"
      recording = try ScreenRecording(path: path, size: size, title: "seiscope", startedAt: now)
      start = .now
      return .done("recording to \(path): the same command ends it")
    } catch {
      return .failed("the recording stops: \(error)")
    }
  }

  /// Adds a frame, where one is recorded.
  ///
  /// - Returns: Why the recording ended, if it did.
  mutating func add(_ canvas: Canvas) -> ExplorerEvent? {
    let now = seconds
    do {
      try recording?.add(canvas, at: now)
      return nil
    } catch {
      recording = nil
      return .failed("the recording stops: \(error)")
    }
  }

  /// Ends what is being recorded.
  ///
  /// - Returns: Why its end is missing, if it is.
  mutating func finish() -> String? {
    let now = seconds
    guard let recording = recording.take() else { return nil }
    do {
      try recording.finish(at: now)
      return nil
    } catch {
      return "the recording is cut short: \(error)"
    }
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
