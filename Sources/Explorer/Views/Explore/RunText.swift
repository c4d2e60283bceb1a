import Cells

/// How a run stands, in words.
enum RunText {
  /// Stage, events, simulated time, speed: the first ones matter most.
  static func segments(_ state: ExplorerState, _ look: Look) -> [Segment] {
    guard let snapshot = state.run.snapshot else { return [Segment("starting", look.dim)] }
    if let moment = state.explore.playback?.frame {
      return [
        Segment("replay", look.focus),
        Segment(NumberText.grouped(moment.events) + " events", look.text),
        Segment(NumberText.duration(moment.time), look.dim),
      ]
    }
    let isStarting = state.run.isStarting
    return [
      stage(state, look),
      Segment(NumberText.grouped(isStarting ? 0 : snapshot.events) + " events", look.text),
      Segment(NumberText.duration(isStarting ? 0 : snapshot.time), look.dim),
      Segment(speed(state) ?? "", look.dim),
    ]
  }

  /// Growing, finished or unfinished: always said.
  static func stage(_ state: ExplorerState, _ look: Look) -> Segment {
    if state.explore.playback != nil { return Segment("replay", look.focus) }
    guard let snapshot = state.run.snapshot, !state.run.isStarting else {
      return Segment("growing", look.accent)
    }
    return switch snapshot.stage {
    case .growing: Segment("growing", look.accent)
    case .finished: Segment("finished", look.dim)
    case .unfinished: Segment("unfinished", look.warning)
    }
  }

  /// Events a second of wall time.
  static func speed(_ state: ExplorerState) -> String? {
    guard let snapshot = state.run.snapshot, snapshot.eventsPerSecond > 0 else { return nil }
    return NumberText.compact(snapshot.eventsPerSecond) + "/s"
  }
}
