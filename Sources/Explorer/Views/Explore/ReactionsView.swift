import Cells
import Interphase

/// Which reactions did the work: executed events, the commonest first.
enum ReactionsView {
  static func draw(in frame: Rect, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    guard let moment = state.explore.playback?.frame ?? state.run.snapshot?.frames.last else {
      return
    }
    canvas.write(
      [Segment("Reactions", look.title), Segment("events so far", look.dim)], x: frame.x,
      y: frame.y, width: frame.width)
    let ranked = Reaction.allCases
      .map { (reaction: $0, count: moment.executed[$0.rawValue - 1]) }
      .filter { $0.count > 0 }
      .sorted { $0.count > $1.count }
    let total = max(1, moment.events)
    for (line, entry) in ranked.prefix(frame.height - 1).enumerated() {
      draw(entry.reaction, entry.count, of: total, y: frame.y + 1 + line, in: frame, look, &canvas)
    }
  }

  private static func draw(
    _ reaction: Reaction, _ count: Int, of total: Int, y: Int, in frame: Rect, _ look: Look,
    _ canvas: inout Canvas
  ) {
    canvas.write(reaction.shortLabel, x: frame.x, y: y, style: look.dim, width: 15)
    let end = frame.x + 28
    canvas.write(NumberText.grouped(count), endingAt: end, y: y, style: look.text)
    let share = Double(count) / Double(total)
    canvas.write(
      NumberText.fixed(100 * share, share < 0.0995 ? 1 : 0) + " %", endingAt: end + 8, y: y,
      style: look.dim)
    let room = frame.maxX - end - 10
    guard room > 2 else { return }
    // Square root: hops outnumber everything else a thousandfold.
    let bar = Int((share.squareRoot() * Double(room)).rounded())
    canvas.write(String(repeating: "▬", count: bar), x: end + 10, y: y, style: look.accent)
  }
}
