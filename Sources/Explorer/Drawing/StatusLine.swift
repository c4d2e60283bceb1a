import Cells
import Interphase

/// Draws the last line: a message, the value being typed, or what the focused slider means.
enum StatusLine {
  static func draw(_ state: ExplorerState, on canvas: inout Canvas) {
    let look = Look(state)
    let frame = Rect(x: 0, y: state.size.height - 1, width: state.size.width, height: 1)
    canvas.fill(frame, with: look.bar)
    if case .prompt(let prompt) = state.overlay, state.message == nil {
      let x = canvas.write(prompt.question, x: 1, y: frame.y, style: look.focusTitle) + 1
      canvas.write(
        prompt.field, x: x, y: frame.y, width: frame.maxX - 1 - x, style: look.text,
        cursor: look.cursor)
      return
    }
    let hints = hints(state)
    let (text, style) = content(state, look)
    let right = frame.maxX - 1
    // Hints give way to a text that needs the line.
    let needed = 1 + text.unicodeScalars.count + 3
    // What is hidden below is said even where the text is cut for it.
    let shown = hints.first { needed + $0.unicodeScalars.count <= right } ?? hints.last ?? ""
    canvas.write(shown, endingAt: right, y: frame.y, style: look.dim)
    let room = right - 1 - (shown.isEmpty ? 0 : shown.unicodeScalars.count + 2)
    canvas.write(text, x: 1, y: frame.y, style: style, width: room)
  }

  private static func content(_ state: ExplorerState, _ look: Look) -> (String, Style) {
    if let message = state.message { return (message, look.warning) }
    if let notice = state.notice { return (notice, look.accent) }
    if let entry = state.entry { return (entryText(entry, state), look.focus) }
    if let text = state.view.type.status(state) { return (text, look.text) }
    return (explanation(of: state.focus, state), look.text)
  }

  /// What a slider is and where it comes from, in one line.
  static func explanation(of control: Control, _ state: ExplorerState) -> String {
    switch control {
    case .axis(let index): axisText(index, state)
    case .barrier(let reaction): barrierText(reaction, state)
    }
  }

  private static func entryText(_ entry: ValueEntry, _ state: ExplorerState) -> String {
    let units = entry.control.isBarrier ? " [eV, meV or 1/s]" : ""
    let kept = SliderView.valueText(of: entry.control, state)
    return "\(SliderView.label(of: entry.control, state))\(units) = \(entry.field.string)"
      + "   Enter sets · Esc keeps \(kept)"
  }

  private static func axisText(_ index: Int, _ state: ExplorerState) -> String {
    guard let axis = state.model.summary?.axis(index) else { return "" }
    let share = NumberText.fixed(100 * axis.explainedVariance, 0)
    let goes = axis.correlation < 0 ? "falls" : "rises"
    let rho = NumberText.fixed(axis.correlation, 2)
    let range = NumberText.fixed(axis.minimum, 1) + " to " + NumberText.fixed(axis.maximum, 1)
    let roomy = state.size.width >= 100
    let meaning =
      roomy
      ? "explains \(share) % of the latent variance; \(goes) with \(axis.property.name) (ρ \(rho))"
      : "\(share) % of variance, ρ(\(axis.property.shortName)) \(rho)"
    return "PC\(index + 1)  \(meaning)" + (roomy ? " · seen \(range)" : "")
  }

  private static func barrierText(_ reaction: Reaction, _ state: ExplorerState) -> String {
    let law = RateLaw()
    let barrier = Double(state.session.barriers[reaction])
    var text = "k \(NumberText.scientific(law.rate(barrier: barrier))) 1/s"
    if let diffusion = law.diffusionCoefficient(of: reaction, barrier: barrier) {
      text += " · D \(NumberText.scientific(diffusion)) m²/s"
    }
    let range = reaction.barrierRange
    let seen =
      NumberText.fixed(range.lowerBound, 3) + "–" + NumberText.fixed(range.upperBound, 3)
    let outside = state.session.barriers.outsideDesign.contains(reaction)
    if outside { text = "outside \(seen) eV: extrapolated · " + text }
    return state.size.width >= 100
      ? "\(reaction.rawValue) \(reaction.summary) · \(text)"
      : "\(reaction.shortLabel) · \(text)"
  }

  /// What keys do here, longest first.
  private static func hints(_ state: ExplorerState) -> [String] {
    guard state.view == .explore else { return [""] }
    let hidden = state.layout.columns.reduce(0) { $0 + $1.hiddenBelow }
    let more = hidden > 0 ? "+\(hidden) ↓" : ""
    guard state.entry == nil else { return [more] }
    return [
      "←→ step  ⇧ coarse  = value  r reset", "⇧ coarse  = value  r reset", "= value  r reset", "",
    ]
    .map { [$0, more].filter { !$0.isEmpty }.joined(separator: "  ") }
  }
}
