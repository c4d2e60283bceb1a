import Cells

extension ExplorerState {
  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.action {
    case .press where mouse.button == 0: return press(mouse.position)
    case .press: endDrag()
    case .drag: moveDrag(to: mouse.position)
    case .release: endDrag()
    case .wheelUp: wheel(mouse, 1)
    case .wheelDown: wheel(mouse, -1)
    }
    return []
  }

  /// Ends a drag, as one step of undo.
  ///
  /// A release may be lost outside the window, so that the next press or any key ends it too.
  mutating func endDrag() {
    holdsView = false
    guard let ended = drag else { return }
    drag = nil
    if session != ended.origin { history.record(ended.origin) }
  }

  private mutating func press(_ point: Point) -> [Effect] {
    endDrag()
    clearMessages()
    if overlay != nil { return pressOverlay(point) }
    if let tour, TourCard.frame(tour, self).contains(point) {
      nextTourStep()
      return []
    }
    if let slider = sliderFrames.first(where: { $0.row.contains(point) }) {
      press(slider, at: point)
      return []
    }
    entry = nil
    if let effects = pressBar(point) { return effects }
    let frame = contentFrame
    guard frame.contains(point) else { return [] }
    let effects = view.type.press(point, in: frame, &self)
    holdsView = effects != nil
    return effects ?? []
  }

  private mutating func press(_ slider: SliderFrame, at point: Point) {
    if entry?.control != slider.control { entry = nil }
    focus = slider.control
    if slider.grip.contains(point), !refusesToMove(slider.control) {
      beginDrag(slider, at: point.x)
    }
  }

  /// A press on the top bar; `nil` where nothing is there to press.
  private mutating func pressBar(_ point: Point) -> [Effect]? {
    switch TopBar.item(at: point, self) {
    case .view(let kind): show(kind)
    case .seed: newSeed(1)
    case .theme: open(.themes)
    case .help: overlay = .help(HelpState())
    case nil: return nil
    }
    return []
  }

  private mutating func beginDrag(_ slider: SliderFrame, at column: Int) {
    entry = nil
    let control = slider.control
    let range = range(of: control)
    drag = Drag(control: control, range: range, column: column, origin: session)
    let knob = slider.column(of: value(of: control), in: range)
    if column != knob { place(control, at: slider.fraction(at: column), of: range) }
  }

  private mutating func moveDrag(to point: Point) {
    if holdsView { view.type.drag(to: point, in: contentFrame, &self) }
    guard let held = drag, point.x != held.column,
      let slider = sliderFrames.first(where: { $0.control == held.control })
    else { return }
    drag?.column = point.x
    place(held.control, at: slider.fraction(at: point.x), of: held.range)
  }

  private mutating func wheel(_ mouse: MouseEvent, _ direction: Int) {
    endDrag()
    guard overlay == nil else { return wheelOverlay(direction) }
    guard entry == nil else { return }
    clearMessages()
    guard let slider = sliderFrames.first(where: { $0.row.contains(mouse.position) }) else {
      let frame = contentFrame
      guard frame.contains(mouse.position) else { return }
      return view.type.wheel(direction, at: mouse.position, mouse.modifiers, in: frame, &self)
    }
    focus = slider.control
    let size: StepSize =
      mouse.modifiers.contains(.shift)
      ? .coarse : mouse.modifiers.isDisjoint(with: [.control, .alt]) ? .normal : .fine
    nudge(slider.control, by: Double(direction) * size.factor)
  }

  /// The sliders on screen.
  var sliderFrames: [SliderFrame] { view.type.sliders(self, in: contentFrame) }
}
