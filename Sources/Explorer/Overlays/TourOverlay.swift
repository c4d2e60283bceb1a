import Cells

/// The tour: which step is on screen.
struct TourState: Equatable, Sendable {
  var step = 0
}

/// The first steps, some ten seconds each; any step can be skipped, and all of them with Esc.
enum TourOverlay {
  /// What one step says.
  struct Step: Sendable {
    var title: String
    var text: String
  }

  static let steps = [
    Step(
      title: "Two films",
      text: "Left a kinetic Monte Carlo simulation grows from fifteen reaction barriers. Right a "
        + "model decodes what it expects at the same barriers, at once."),
    Step(
      title: "Sliders",
      text: "Tab or ↑ ↓ choose a slider, ← → move it, Shift in coarse steps. Or drag it with the "
        + "mouse. The last line says what it means."),
    Step(
      title: "Barriers and axes",
      text: "A barrier moves both films. A latent axis (PC) moves the decoded film alone: PgDn "
        + "goes from one group to the other."),
    Step(
      title: "Five views",
      text: "1 Explore, 2 Compare, 3 Map, 4 Walk, 5 Report: press the digit or click the tab."),
    Step(
      title: "Never lost",
      text: "u takes back, r resets, m makes a bookmark, y copies this state as one line. "
        + ": finds every command, ? lists the keys. Press Enter and try."),
  ]

  static func draw(_ tour: TourState, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let step = steps[min(tour.step, steps.count - 1)]
    let width = min(58, state.size.width - 4)
    let height = 8
    let frame = Rect(
      x: (state.size.width - width) / 2, y: max(1, (state.size.height - height) / 2),
      width: width, height: min(height, state.size.height - 2))
    canvas.fill(frame, with: look.bar)
    canvas.write(
      [
        Segment(step.title, look.accentTitle), Segment("\(tour.step + 1)/\(steps.count)", look.dim),
      ],
      x: frame.x + 2, y: frame.y + 1, width: width - 4)
    let text = Rect(x: frame.x + 2, y: frame.y + 3, width: width - 4, height: 4)
    canvas.write(wrapped: step.text, in: text, style: look.text)
    canvas.write(
      "Enter next · Esc skips", endingAt: frame.maxX - 2, y: frame.y + 1, style: look.dim)
  }
}

extension ExplorerState {
  mutating func handleTour(_ tour: TourState, _ key: Key) {
    switch key {
    case .escape, .character("q"): overlay = nil
    case .left, .up, .backspace: overlay = .tour(TourState(step: max(0, tour.step - 1)))
    default:
      let next = tour.step + 1
      overlay = next < TourOverlay.steps.count ? .tour(TourState(step: next)) : nil
    }
  }
}
