import Cells
import Interphase

/// Draws one slider: label, track with knob and anchor, value.
enum SliderView {
  static func draw(_ frame: SliderFrame, _ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let isFocused = state.focus == frame.control
    if isFocused {
      canvas[frame.row.x, frame.row.y] = Cell("▸", merged(look.focus, canvas, frame.row))
    }
    canvas.write(
      label(of: frame.control, state), x: frame.label.x, y: frame.label.y,
      style: isFocused ? look.focusTitle : look.dim, width: frame.label.width)
    drawTrack(frame, state, look, isFocused, on: &canvas)
    drawValue(frame, state, look, isFocused, on: &canvas)
    if let detail = frame.detail {
      drawDetail(of: frame.control, in: detail, state, look, on: &canvas)
    }
  }

  /// Columns of a detail, from its left edge: where two numbers end.
  static let detailEnds = (first: 11, second: 24)

  /// An axis' share of the variance and its range; a barrier's rate and diffusion coefficient.
  private static func drawDetail(
    of control: Control, in frame: Rect, _ state: ExplorerState, _ look: Look,
    on canvas: inout Canvas
  ) {
    let (first, second) = detail(of: control, state)
    canvas.write(first, endingAt: frame.x + detailEnds.first, y: frame.y, style: look.dim)
    canvas.write(second, endingAt: frame.x + detailEnds.second, y: frame.y, style: look.dim)
  }

  private static func detail(
    of control: Control, _ state: ExplorerState
  ) -> (first: String, second: String) {
    switch control {
    case .axis(let index):
      guard let axis = state.model.summary?.axis(index) else { return ("", "") }
      let range =
        NumberText.fixed(axis.minimum, 1) + " – " + NumberText.fixed(axis.maximum, 1)
      return (NumberText.fixed(100 * axis.explainedVariance, 1) + " %", range)
    case .barrier(let reaction):
      let law = RateLaw()
      let barrier = Double(state.session.barriers[reaction])
      let diffusion = law.diffusionCoefficient(of: reaction, barrier: barrier)
      return (
        NumberText.scientific(law.rate(barrier: barrier)),
        diffusion.map { NumberText.scientific($0) } ?? ""
      )
    }
  }

  /// What a slider is called.
  static func label(of control: Control, _ state: ExplorerState) -> String {
    switch control {
    case .barrier(let reaction): return reaction.shortLabel
    case .axis(let index):
      guard let axis = state.model.summary?.axis(index), axis.correlation.magnitude >= 0.3 else {
        return "PC\(index + 1)"
      }
      return "PC\(index + 1) \(axis.property.shortName)"
    }
  }

  private static func drawTrack(
    _ frame: SliderFrame, _ state: ExplorerState, _ look: Look, _ isFocused: Bool,
    on canvas: inout Canvas
  ) {
    let range = state.range(of: frame.control)
    let known = state.knownRange(of: frame.control)
    let knob = frame.column(of: state.value(of: frame.control), in: range)
    let origin = filledFrom(frame, state, range)
    let fill = min(knob, origin)...max(knob, origin)
    for x in frame.track.x..<frame.track.maxX {
      let isKnown =
        x >= frame.column(of: known.lowerBound, in: range)
        && x <= frame.column(of: known.upperBound, in: range)
      let cell =
        x == knob && (frame.control.isBarrier || state.knowsAnchor)
        ? Cell(
          state.session.locked.contains(frame.control) ? "■" : "●",
          isFocused ? look.focusTitle : look.title)
        : fill.contains(x)
          ? Cell(isKnown ? "━" : "╍", isFocused ? look.focus : look.accent)
          : Cell(isKnown ? "─" : "╌", isKnown ? look.track : look.warning)
      put(cell, x, frame.track.y, on: &canvas)
    }
    if case .axis = frame.control, origin != knob {
      put(Cell("┊", look.text), origin, frame.track.y, on: &canvas)
    }
  }

  /// Axes are filled from the anchor, so that the bar is what was added; barriers from the left.
  private static func filledFrom(
    _ frame: SliderFrame, _ state: ExplorerState, _ range: ClosedRange<Double>
  ) -> Int {
    guard case .axis(let axis) = frame.control else { return frame.track.x }
    return frame.column(of: state.anchorCoordinate(axis), in: range)
  }

  private static func drawValue(
    _ frame: SliderFrame, _ state: ExplorerState, _ look: Look, _ isFocused: Bool,
    on canvas: inout Canvas
  ) {
    if let entry = state.entry, entry.control == frame.control {
      drawEntry(entry, frame, look, on: &canvas)
      return
    }
    let style =
      state.isExtrapolated(frame.control) ? look.warning : isFocused ? look.focusTitle : look.text
    canvas.write(
      valueText(of: frame.control, state), endingAt: frame.value.maxX, y: frame.value.y,
      style: style)
  }

  /// A value as the slider shows it, at most six columns wide.
  static func valueText(of control: Control, _ state: ExplorerState) -> String {
    let value = state.value(of: control)
    guard control.isBarrier || state.knowsAnchor else { return "–" }
    guard control.isBarrier else {
      return NumberText.fixed(value, value.magnitude < 99.995 ? 2 : 0, signed: true)
    }
    return value < 100 ? NumberText.fixed(value, 3) : NumberText.scientific(value)
  }

  private static func drawEntry(
    _ entry: ValueEntry, _ frame: SliderFrame, _ look: Look, on canvas: inout Canvas
  ) {
    canvas.fill(frame.value, with: Cell(" ", canvas[frame.value.x, frame.value.y].style))
    canvas.write(
      entry.field, x: frame.value.x + 1, y: frame.value.y, width: frame.value.width - 1,
      style: look.focusTitle.adding(.underline), cursor: look.cursor)
  }

  /// A cell over the background that is there.
  private static func put(_ cell: Cell, _ x: Int, _ y: Int, on canvas: inout Canvas) {
    var style = cell.style
    style.background = style.background ?? canvas[x, y].style.background
    canvas[x, y] = Cell(cell.glyph, style)
  }

  private static func merged(_ style: Style, _ canvas: Canvas, _ place: Rect) -> Style {
    var style = style
    style.background = canvas[place.x, place.y].style.background
    return style
  }
}

extension Property {
  /// The name in at most ten columns.
  var shortName: String { self == .volumeFraction ? "vol. frac." : name }

  /// Decimals that are worth showing.
  var decimals: Int { self == .thickness ? 1 : 2 }
}
