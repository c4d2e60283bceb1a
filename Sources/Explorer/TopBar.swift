import Cells
import Theming

/// The line at the top: the program, what is shown, what can be clicked.
enum TopBar {
  /// Where the parts that can be clicked are.
  struct Items {
    var help: Rect
    var theme: Rect?
    var seed: Rect
    var model: Rect?
    /// The first column that is taken on the right.
    var left: Int
  }

  static let name = "seiscope"
  static let tab = " Explore "

  /// Parts from the right; those for which there is no room are left out.
  static func items(_ state: ExplorerState) -> Items {
    let roomy = state.size.width >= 104
    var end = state.size.width - 1
    func place(_ text: String, gap: Int) -> Rect {
      let width = text.unicodeScalars.count
      let frame = Rect(x: end - width, y: 0, width: width, height: 1)
      end = frame.x - gap
      return frame
    }
    let help = place("? help", gap: 3)
    let theme = roomy ? place(state.theme.name, gap: 3) : nil
    let seed = place(seedText(state), gap: 3)
    let model = roomy && state.model.summary != nil ? place(modelText(state), gap: 3) : nil
    return Items(help: help, theme: theme, seed: seed, model: model, left: end)
  }

  static func draw(_ state: ExplorerState, layout: Layout, on canvas: inout Canvas) {
    let look = Look(state)
    canvas.fill(Rect(x: 0, y: 0, width: state.size.width, height: 1), with: look.bar)
    var x = canvas.write(name, x: 1, y: 0, style: look.accentTitle) + 2
    x = canvas.write(tab, x: x, y: 0, style: look.tab) + 2
    let items = items(state)
    canvas.write("? help", x: items.help.x, y: 0, style: look.accent)
    canvas.write(seedText(state), x: items.seed.x, y: 0, style: look.dim)
    if let theme = items.theme {
      canvas.write(state.theme.name, x: theme.x, y: 0, style: look.dim)
    }
    if let model = items.model {
      canvas.write(modelText(state), x: model.x, y: 0, style: look.dim)
    }
    if layout.arrangement == .compact {
      let run = Array(RunText.segments(state, look).dropFirst())
      canvas.write(run, x: x, y: 0, width: items.left - x)
    }
  }

  private static func seedText(_ state: ExplorerState) -> String { "seed \(state.session.seed)" }

  private static func modelText(_ state: ExplorerState) -> String {
    guard let summary = state.model.summary else { return "" }
    return summary.name == summary.variant
      ? "\(summary.name) \(summary.latentCount)"
      : "\(summary.name) · \(summary.variant) \(summary.latentCount)"
  }
}

/// How a run stands, in words.
enum RunText {
  /// Stage, events, simulated time, speed: the first ones matter most.
  static func segments(_ state: ExplorerState, _ look: Look) -> [Segment] {
    guard let snapshot = state.run.snapshot else { return [Segment("starting", look.dim)] }
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
