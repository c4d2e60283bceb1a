import Cells

/// The tour: which step is on screen.
struct TourState: Equatable, Sendable {
  var step = 0
}

/// The first steps on a card over the empty part of the pictures, some ten seconds each.
///
/// Nothing is held up: every key but Enter and Esc does what it always does, so that what the card
/// says can be tried while it is read.
enum TourCard {
  /// What one step says.
  struct Step: Sendable {
    var title: String
    var text: String
  }

  static let steps = [
    Step(
      title: "Two films",
      text: "Left a kinetic Monte Carlo simulation grows from fifteen reaction barriers. Right a "
        + "model decodes what it expects at the same barriers, at once. On the scales of the "
        + "properties s is the simulated film, d the decoded one."),
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
        + ": finds every command, ? lists the keys."),
  ]

  /// Where the card is: over the electrolyte above the films.
  static func frame(_ tour: TourState, _ state: ExplorerState) -> Rect {
    // Not over the figures beside the pictures.
    let room = max(36, state.layout.decoded.picture.maxX - 2)
    let width = min(66, room, state.size.width - 2)
    let lines = Canvas.lines(of: step(tour).text, width: width - 4).count
    return Rect(
      x: max(1, (min(room + 2, state.size.width) - width) / 2),
      y: state.size.height < 30 ? 2 : 4, width: width,
      height: min(lines + 2, state.size.height - 4))
  }

  static func draw(_ tour: TourState, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let frame = frame(tour, state)
    canvas.fill(frame, with: look.bar)
    canvas.write(
      [
        Segment(step(tour).title, look.accentTitle),
        Segment("\(tour.step + 1) of \(steps.count)", look.dim),
      ], x: frame.x + 2, y: frame.y, width: frame.width - 4)
    canvas.write(
      "Enter next · Esc ends", endingAt: frame.maxX - 2, y: frame.y, style: look.dim)
    let text = Rect(
      x: frame.x + 2, y: frame.y + 1, width: frame.width - 4, height: frame.height - 2)
    canvas.write(wrapped: step(tour).text, in: text, style: look.text)
  }

  private static func step(_ tour: TourState) -> Step { steps[min(tour.step, steps.count - 1)] }
}

extension ExplorerState {
  /// Enter turns the card, Esc takes it away; other keys are not the tour's.
  mutating func turnTour(_ chord: KeyChord) -> Bool {
    guard tour != nil else { return false }
    switch chord {
    case "Enter": nextTourStep()
    case "Esc": tour = nil
    default: return false
    }
    return true
  }

  mutating func nextTourStep() {
    guard let step = tour?.step else { return }
    tour = step + 1 < TourCard.steps.count ? TourState(step: step + 1) : nil
  }
}
