import Cells

/// The growth as a line in time: where the film on screen is, what can be scrubbed.
enum TimelineView {
  /// Where its parts are.
  struct Parts {
    var button: Rect
    var track: Rect
    var text: Rect
  }

  static func parts(in frame: Rect) -> Parts {
    let text = min(12, frame.width / 3)
    return Parts(
      button: Rect(x: frame.x, y: frame.y, width: 2, height: 1),
      track: Rect(x: frame.x + 2, y: frame.y, width: frame.width - 2 - text - 1, height: 1),
      text: Rect(x: frame.maxX - text, y: frame.y, width: text, height: 1))
  }

  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let parts = parts(in: frame)
    let playback = state.explore.playback
    let isReady = state.run.snapshot?.frames.isEmpty == false && !state.run.isStarting
    canvas.write(
      playback?.isPlaying == true ? "‖" : "▶", x: frame.x, y: frame.y,
      style: playback == nil ? (isReady ? look.accent : look.track) : look.focus)
    drawTrack(parts.track, playback, isReady, look, on: &canvas)
    canvas.write(
      text(state), endingAt: parts.text.maxX, y: frame.y,
      style: playback == nil ? look.dim : look.text)
  }

  private static func drawTrack(
    _ track: Rect, _ playback: Playback?, _ isReady: Bool, _ look: Look, on canvas: inout Canvas
  ) {
    let share =
      playback.map { Double($0.position) / Double(max(1, $0.frames.count - 1)) } ?? 1
    let knob = Int((share * Double(track.width - 1)).rounded())
    for column in 0..<track.width {
      let isFilled = isReady && column < knob
      let style = isFilled ? (playback == nil ? look.accent : look.focus) : look.track
      canvas.write(isFilled ? "━" : "─", x: track.x + column, y: track.y, style: style)
    }
    guard isReady else { return }
    canvas.write(
      "●", x: track.x + knob, y: track.y, style: playback == nil ? look.title : look.focusTitle)
  }

  /// The time on screen, and the speed while the growth is played.
  private static func text(_ state: ExplorerState) -> String {
    if let playback = state.explore.playback {
      return "\(NumberText.duration(playback.frame.time)) \(playback.speedText)"
    }
    guard let snapshot = state.run.snapshot, !state.run.isStarting else { return "" }
    return NumberText.duration(snapshot.time)
  }
}
