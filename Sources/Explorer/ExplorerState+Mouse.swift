import Cells

extension ExplorerState {
  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.action {
    case .press where mouse.button == 0: press(mouse.position)
    case .press: endDrag()
    case .drag: moveDrag(to: mouse.position.x)
    case .release: endDrag()
    case .wheelUp: wheel(mouse, 1)
    case .wheelDown: wheel(mouse, -1)
    }
    return []
  }

  /// Ends a drag, as one step of undo.
  ///
  /// A release may be lost outside the window, so that the next
  /// press or any key ends it too.
  mutating func endDrag() {
    guard let ended = drag else { return }
    drag = nil
    if session != ended.origin { history.record(ended.origin) }
  }

  private mutating func press(_ point: Point) {
    endDrag()
    clearMessages()
    guard help == nil else {
      help = nil
      return
    }
    let layout = layout
    if let slider = layout.sliders.first(where: { $0.row.contains(point) }) {
      if entry?.control != slider.control { entry = nil }
      focus = slider.control
      if slider.grip.contains(point) { beginDrag(slider, at: point.x) }
      return
    }
    entry = nil
    if layout.anchorLabel?.contains(point) == true {
      nextAnchor()
    } else if layout.themeLabel?.contains(point) == true {
      nextTheme()
    } else if layout.seedLabel?.contains(point) == true {
      newSeed()
    } else if layout.helpLabel?.contains(point) == true {
      help = HelpState()
    }
  }

  private mutating func beginDrag(_ slider: SliderFrame, at column: Int) {
    entry = nil
    let control = slider.control
    let range = range(of: control)
    drag = Drag(control: control, range: range, column: column, origin: session)
    let knob = slider.column(of: value(of: control), in: range)
    if column != knob { place(control, at: slider.fraction(at: column), of: range) }
  }

  private mutating func moveDrag(to column: Int) {
    guard let held = drag, column != held.column,
      let slider = layout.sliders.first(where: { $0.control == held.control })
    else { return }
    drag?.column = column
    place(held.control, at: slider.fraction(at: column), of: held.range)
  }

  private mutating func wheel(_ mouse: MouseEvent, _ direction: Double) {
    endDrag()
    if let open = help {
      let last = HelpOverlay.lastScroll(self, open)
      help?.scroll = min(max(0, open.scroll - Int(direction)), last)
      return
    }
    guard entry == nil,
      let slider = layout.sliders.first(where: { $0.row.contains(mouse.position) })
    else { return }
    clearMessages()
    focus = slider.control
    let size: StepSize =
      mouse.modifiers.contains(.shift)
      ? .coarse : mouse.modifiers.isDisjoint(with: [.control, .alt]) ? .normal : .fine
    nudge(slider.control, by: direction * size.factor)
  }
}
