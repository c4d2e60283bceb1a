import Cells

extension WalkView {
  /// A press takes the strip or the curve, chooses a figure, or on the film plays and stops.
  static func press(_ point: Point, in frame: Rect, _ state: inout ExplorerState) -> [Effect]? {
    state.walk.hold = nil
    guard let scene = try? WalkScene(state) else { return nil }
    let layout = WalkLayout(scene.course, in: frame)
    if let thumbnail = layout.thumbnails.first(where: { $0.hit.contains(point) }) {
      state.walk.hold = .strip
      state.showWalk(thumbnail.step, of: scene.course)
    } else if layout.curve?.contains(point) == true {
      state.walk.hold = .curve
      scrub(to: point, scene, layout, &state)
    } else if let rows = layout.figures, rows.contains(point) {
      guard let quantity = WalkFigures.quantity(at: point, in: rows) else { return nil }
      state.edit { $0.walk.quantity = quantity }
    } else if layout.film.contains(point) {
      state.playWalk()
    } else {
      return nil
    }
    return []
  }

  static func drag(to point: Point, in frame: Rect, _ state: inout ExplorerState) {
    guard state.walk.hold != nil, let scene = try? WalkScene(state) else { return }
    scrub(to: point, scene, WalkLayout(scene.course, in: frame), &state)
  }

  static func wheel(
    _ direction: Int, at point: Point, _ modifiers: Modifiers, in frame: Rect,
    _ state: inout ExplorerState
  ) {
    state.stepWalk(by: direction * (modifiers.contains(.shift) ? 5 : 1))
  }

  private static func scrub(
    to point: Point, _ scene: WalkScene, _ layout: WalkLayout, _ state: inout ExplorerState
  ) {
    let step: Int?
    switch state.walk.hold {
    case .strip: step = layout.step(atStripColumn: point.x)
    case .curve:
      step = layout.curve.flatMap {
        WalkCurve(scene, [], state).step(atColumn: point.x, in: $0, Look(state))
      }
    case nil: step = nil
    }
    if let step { state.showWalk(step, of: scene.course) }
  }
}
